/** 市场监管一张图. The elements of the page, and the one thing between them: who was drawn is shown on the map. */
import '@yizhangtu/charts/bar-chart';
import '@yizhangtu/charts/indicator';
import '@yizhangtu/charts/line-chart';
import '@yizhangtu/charts/ranking-chart';
import '@yizhangtu/data/dataset';
import '@yizhangtu/map/graticule-layer';
import '@yizhangtu/map/hexbin-layer';
import '@yizhangtu/map/map';
import '@yizhangtu/map/point-layer';
import '@yizhangtu/map/polygon-layer';
import '@yizhangtu/market/data';
import '@yizhangtu/market/entity-profile';
import '@yizhangtu/market/random-draw';
import '@yizhangtu/page/page';
import '@yizhangtu/standards/all';
import '@yizhangtu/widgets/filter';
import '@yizhangtu/widgets/filter-summary';
import '@yizhangtu/widgets/layer-list';
import '@yizhangtu/widgets/popup';
import '@yizhangtu/widgets/print-tool';
import '@yizhangtu/widgets/share-tool';
import type { YztDataset } from '@yizhangtu/data/dataset';
import type { YztPointLayer } from '@yizhangtu/map/point-layer';
import { followWishes } from '../page-wishes.js';

followWishes();

const page = document.querySelector('yzt-page');
const pool = document.querySelector<YztDataset>('#pool');
const drawn = document.querySelector<YztPointLayer>('#drawn');

/** Those who were drawn stand on the map; nobody does before, and nobody when the draw is forgotten. The pool of the draw is all rows, whatever is shown. */
document.querySelector('yzt-random-draw')?.addEventListener('yzt-draw-change', ({ detail: { record } }) => {
  pool?.dataset?.setFilter('drawn', record ? { kind: 'in', field: 'uscc', values: record.result.map(({ uscc }) => uscc) } : undefined);
  if (drawn) drawn.invisible = record === undefined;
});

/** Who is selected on the map is shown with all its events. Nobody can be before a draw, so the events are not asked for earlier. */
const profile = document.querySelector('yzt-entity-profile');
const events = document.querySelector<YztDataset>('#events');
pool?.addEventListener('yzt-selection-change', () => {
  const nobody = pool.dataset?.selection.size === 0;
  if (profile) profile.hidden = nobody;
  if (nobody || !events) return;
  if (!events.hasAttribute('src')) events.setAttribute('src', events.getAttribute('data-src') ?? '');
});

document.querySelector('[data-open-draw]')?.addEventListener('click', () => void page?.show('details'));
