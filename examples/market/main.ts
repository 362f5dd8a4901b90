/** 市场监管一张图. The elements of the page, the switch to real inspections, and what is between the elements: who was drawn and what is overdue is shown on the map, who is chosen in the profile. */
import './public-mode.js';
import '@yizhangtu/charts/bar-chart';
import '@yizhangtu/charts/indicator';
import '@yizhangtu/charts/line-chart';
import '@yizhangtu/charts/ranking-chart';
import '@yizhangtu/data/dataset';
import '@yizhangtu/data/field';
import '@yizhangtu/data/joined-field';
import '@yizhangtu/map/graticule-layer';
import '@yizhangtu/map/hexbin-layer';
import '@yizhangtu/map/map';
import '@yizhangtu/map/point-layer';
import '@yizhangtu/map/polygon-layer';
import '@yizhangtu/market/data';
import '@yizhangtu/market/entity-profile';
import '@yizhangtu/market/overdue-devices';
import '@yizhangtu/market/random-draw';
import '@yizhangtu/page/page';
import '@yizhangtu/standards/all';
import '@yizhangtu/widgets/feature-list';
import '@yizhangtu/widgets/filter';
import '@yizhangtu/widgets/filter-summary';
import '@yizhangtu/widgets/layer-list';
import '@yizhangtu/widgets/popup';
import '@yizhangtu/widgets/print-tool';
import '@yizhangtu/widgets/share-tool';
import type { YztDataset } from '@yizhangtu/data/dataset';
import type { YztPointLayer } from '@yizhangtu/map/point-layer';
import './schemas.js';
import { prepareFood } from './food.js';
import { followHotSpots } from './hot-spots.js';
import { offerViews } from '../page-views.js';
import { followWishes } from '../page-wishes.js';

void offerViews({
  needs: { food: ['market/smc_food_sites.geojson', 'market/smc_food_inspections.csv'] },
  wish: followWishes().get('view'),
  prepare: (view) => view.id === 'food' && prepareFood(view),
});

const subjects = document.querySelector<YztDataset>('#subjects');
const spots = document.querySelector<YztDataset>('#hot-spots');
if (subjects && spots) {
  const places = (): Float64Array => (subjects.dataset.geometry.kind === 'point' ? subjects.dataset.geometry.coordinates : new Float64Array());
  followHotSpots({ subjects, spots, layer: document.querySelector('#hot-layer'), cell: 2000, neighbours: 2900, places, rows: { zh: '主体', en: 'Subjects' } });
}

const page = document.querySelector('yzt-page');
const pool = document.querySelector<YztDataset>('#pool');
const drawn = document.querySelector<YztPointLayer>('#drawn');

/** Those who were drawn stand on the map; nobody does before, and nobody when the draw is forgotten. The pool of the draw is all rows, whatever is shown. */
document.querySelector('yzt-random-draw')?.addEventListener('yzt-draw-change', ({ detail: { record } }) => {
  pool?.dataset?.setFilter('drawn', record ? { kind: 'in', field: 'uscc', values: record.result.map(({ uscc }) => uscc) } : undefined);
  if (drawn) drawn.invisible = record === undefined;
});

/** Data that is asked for when somebody first needs it. */
function load(dataset: YztDataset | null): void {
  if (dataset && !dataset.hasAttribute('src')) dataset.setAttribute('src', dataset.getAttribute('data-src') ?? '');
}

/** Who is selected – a subject of the draw, or one with overdue devices – is shown with all its events. */
const profile = document.querySelector('yzt-entity-profile');
const events = document.querySelector<YztDataset>('#events');
const devices = document.querySelector<YztDataset>('#devices');
function show(code: unknown): void {
  if (profile) Object.assign(profile, { code: typeof code === 'string' ? code : '', hidden: typeof code !== 'string' });
  if (typeof code !== 'string') return;
  load(events);
  // Room for who was chosen: the filters fold.
  document.querySelector('#overdue details')?.removeAttribute('open');
}
for (const one of [pool, devices]) {
  one?.addEventListener('yzt-selection-change', () => {
    const row = [...one.dataset.selection].pop();
    show(row === undefined ? undefined : one.dataset.value(row, 'uscc'));
  });
}

/** One task at a time; the devices are asked for with theirs. */
function open(task: string): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-task]')) button.setAttribute('aria-pressed', String(button.dataset['task'] === task));
  const overdue = task === 'overdue';
  document.querySelector('#overdue')?.toggleAttribute('hidden', !overdue);
  document.querySelector('yzt-random-draw')?.toggleAttribute('hidden', overdue);
  const layer = document.querySelector<YztPointLayer>('#device-points');
  if (layer) layer.invisible = !overdue;
  if (!overdue) return;
  load(devices);
  // Those that are not overdue are not what one looks for here; the range can be widened again.
  devices?.addEventListener('yzt-load', () => devices.dataset.setFilter('overdueDays', { kind: 'range', field: 'overdueDays', min: 1 }), { once: true });
}
for (const button of document.querySelectorAll<HTMLElement>('[data-task]')) button.addEventListener('click', () => open(button.dataset['task'] ?? ''));

document.querySelector('[data-open-draw]')?.addEventListener('click', () => void page?.show('details'));
