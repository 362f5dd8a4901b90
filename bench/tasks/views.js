// Operations on views of a million rows: each coming onto the page, then its table, arrow keys, a range that is dragged, and rows that are selected.
import '@yizhangtu/charts/calendar-chart';
import '@yizhangtu/charts/gauge-chart';
import '@yizhangtu/charts/indicator-board';
import '@yizhangtu/charts/ranking-chart';
import '@yizhangtu/charts/sankey-chart';
import '@yizhangtu/charts/sparkline';
import '@yizhangtu/charts/sunburst-chart';
import '@yizhangtu/charts/timeline-chart';
import '@yizhangtu/map/bubble-layer';
import '@yizhangtu/map/density-layer';
import '@yizhangtu/map/dot-layer';
import '@yizhangtu/map/grid-layer';
import '@yizhangtu/map/heatmap-layer';
import '@yizhangtu/map/hexbin-layer';
import '@yizhangtu/map/pie-layer';
import '@yizhangtu/widgets/alert-list';
import '@yizhangtu/widgets/feature-list';
import '@yizhangtu/widgets/layer-list';
import '@yizhangtu/widgets/legend';
import '@yizhangtu/widgets/popup';
import { Dataset } from '@yizhangtu/data/model';
import { pause } from './map-view.js';

/** Nothing has changed for so long: a view is done. */
const QUIET_MS = 400;
/** Places of a slider that is dragged. */
const DRAGS = 6;

/** Waits until an element, what it waits for and its first answer are done. */
async function settled(element) {
  let quiet = 0;
  const changes = new MutationObserver(() => (quiet = 0));
  for (const root of [element, element.shadowRoot].filter(Boolean)) changes.observe(root, { attributes: true, subtree: true, childList: true, characterData: true });
  const busy = () => element.hasAttribute('stale') || element.hasAttribute('loading') || element.shadowRoot?.querySelector('.skeleton') || element.linkedDataset?.filtering;
  for (; quiet < QUIET_MS || busy(); quiet += 50) await pause(50);
  changes.disconnect();
}

/** Charts and widgets as a page would write them. */
const VIEWS = {
  'sunburst of two fields': ['yzt-sunburst-chart', { path: 'kind state' }],
  'sunburst of 120,000 words': ['yzt-sunburst-chart', { path: 'place' }],
  'sunburst of 4 × 120,000 words': ['yzt-sunburst-chart', { path: 'state place' }],
  'treemap of 1,000,000 words': ['yzt-treemap-chart', { path: 'name' }],
  sankey: ['yzt-sankey-chart', { from: 'kind', to: 'state' }],
  'sankey of 120,000 words': ['yzt-sankey-chart', { from: 'place', to: 'state' }],
  calendar: ['yzt-calendar-chart', { 'group-by': 'day' }],
  gauge: ['yzt-gauge-chart', { measure: 'median:area', max: '5000' }],
  'ranking of 40 words': ['yzt-ranking-chart', { 'group-by': 'kind' }],
  'ranking of 1,000,000 words': ['yzt-ranking-chart', { 'group-by': 'name' }],
  'pie of 1,000,000 words': ['yzt-pie-chart', { 'group-by': 'name' }],
  'bars, 1,000 words': ['yzt-bar-chart', { 'group-by': 'name' }],
  'bars stacked': ['yzt-bar-chart', { 'group-by': 'kind', 'split-by': 'state' }],
  'bars grouped, 120,000 words split by 1,000,000': ['yzt-bar-chart', { 'group-by': 'place', 'split-by': 'name', layout: 'grouped' }],
  'lines by month and 40 words': ['yzt-line-chart', { 'group-by': 'day', bin: 'month', 'split-by': 'kind' }],
  'lines by day and state': ['yzt-line-chart', { 'group-by': 'day', bin: 'day', 'split-by': 'state', measure: 'mean:area' }],
  'line of 1,000,000 numbers': ['yzt-line-chart', { 'group-by': 'area', measure: 'mean:staff' }],
  'timeline of 1,000,000 events': ['yzt-timeline-chart', { 'time-field': 'day', 'lane-field': 'kind', 'label-field': 'name' }],
  'timeline in 120,000 lanes': ['yzt-timeline-chart', { 'time-field': 'day', 'lane-field': 'place' }],
  'scatter by class': ['yzt-scatter-chart', { x: 'area', y: 'staff', symbology: 'class:state', trend: '', markers: 'median mean' }],
  'indicator board': ['yzt-indicator-board', { 'name-field': 'name', 'value-field': 'area', columns: '4' }],
  'alert list': ['yzt-alert-list', { 'level-field': 'state', 'time-field': 'day', 'title-field': 'name' }],
  'feature list': ['yzt-feature-list', {}],
  'filter summary': ['yzt-filter-summary', {}],
};

/** A map of a country. */
const COUNTRY = { center: '105,36', zoom: '4' };

/** Cells on the ground of rows all over a province, a quarter of a million of them, and of rows all over a country: as many as rows. */
const FINE = {
  'squares of 500 m': ['yzt-grid-layer', {}],
  'hexagons of 500 m': ['yzt-hexbin-layer', { measure: 'mean:area' }],
};

/** Layers of points, all of them in sight. */
const LAYERS = {
  'pies': ['yzt-pie-layer', { symbology: 'fields:area:staff' }],
  'bubbles': ['yzt-bubble-layer', { 'size-field': 'staff' }],
  'bubbles by class of 1,000,000 words': ['yzt-point-layer', { symbology: 'class:name' }],
  'points by breaks': ['yzt-point-layer', { symbology: 'breaks:area:5:jenks:blues' }],
  'points by two fields': ['yzt-point-layer', { symbology: 'bivariate:area:staff' }],
  'dots': ['yzt-dot-layer', { symbology: 'fields:staff' }],
  'clusters': ['yzt-point-layer', { cluster: 'hierarchical' }],
  'clusters counted live': ['yzt-point-layer', { cluster: 'live', symbology: 'class:state' }],
  'labels': ['yzt-point-layer', { 'label-field': 'name' }],
  'hexagons': ['yzt-hexbin-layer', { size: '24px' }],
  'squares': ['yzt-grid-layer', { size: '24px', measure: 'mean:area' }],
  'heat': ['yzt-heatmap-layer', {}],
  'density': ['yzt-density-layer', { radius: '5km' }],
};

const SIZE = { display: 'block', width: '900px', height: '480px' };

function placed(tag, attributes, dataset, parent = document.body) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (dataset) element.dataset = dataset;
  parent.append(element);
  return element;
}

async function shown([tag, attributes], dataset) {
  const element = placed(tag, attributes, dataset);
  await settled(element);
  return element;
}

/** A map with one layer, a legend and a list of layers beside it. */
async function mapWith([tag, attributes, view = { center: '120.5,36', zoom: '7' }], dataset) {
  const map = placed('yzt-map', { ...view, id: 'm' });
  Object.assign(map.style, SIZE);
  const layer = placed(tag, { ...attributes, label: '点' }, dataset, map);
  placed('yzt-popup', {}, undefined, map);
  for (const widget of ['yzt-legend', 'yzt-layer-list']) placed(widget, { for: 'm' });
  await pause(300);
  await Promise.all([map.updateComplete, layer.updateComplete]);
  await pause(2500);
  return { map, layer };
}

async function dragged(dataset) {
  for (let step = 0; step < DRAGS; step++) {
    dataset.setFilter('staff', { kind: 'range', field: 'staff', min: 10 + 3 * step, max: 400 });
    await pause(120);
  }
  await pause(800);
}
const fifth = () => Uint32Array.from({ length: 200_000 }, (_, i) => 5 * i);
/** A key on the chart, as a reader presses it. */
const press = (element, key) => element.shadowRoot.querySelector('[data-cursor], [data-index]')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));

/** A dataset with a field of 120,000 words more, of which nothing is worked out yet. */
function datasets(table) {
  const { rowCount } = table();
  const words = { kind: 'text', name: 'place', dictionary: Array.from({ length: 120_000 }, (_, i) => `地 ${i}`), codes: Uint32Array.from({ length: rowCount }, (_, i) => (i * 7919) % 120_000) };
  return () => {
    const { columns, ...rest } = table();
    return new Dataset({ ...rest, columns: [...columns, { ...words }] });
  };
}

/** The same rows all over a country. */
function spread(table) {
  const { coordinates } = table().geometry;
  const wide = coordinates.map((degrees, i) => (i % 2 === 0 ? 75 + 20 * (degrees - 119) : 18 + 18 * (degrees - 35)));
  return () => new Dataset({ ...table(), geometry: { kind: 'point', coordinates: wide } });
}

/** A view that is there before something happens to it. */
const onPage = (view, fresh) => async () => {
  const dataset = fresh();
  return { dataset, element: await shown(view, dataset) };
};
const mapped = (view, fresh) => async () => {
  const dataset = fresh();
  return { dataset, ...(await mapWith(view, dataset)) };
};

async function pressed({ element }) {
  for (const key of ['ArrowRight', 'ArrowUp', 'ArrowRight', 'End', 'PageDown', 'Home']) {
    press(element, key);
    await settled(element);
  }
}
async function selected({ dataset, element }) {
  dataset.select(fifth());
  await settled(element);
}
async function turned({ element }) {
  element.shadowRoot.querySelector('[part~="toggle"]')?.click();
  await settled(element);
}

function viewsOf(name, view, fresh) {
  const make = onPage(view, fresh);
  const any = {
    [`view: ${name}`]: { make: fresh, run: (dataset) => shown(view, dataset) },
    [`range dragged: ${name}`]: { make, run: ({ dataset }) => dragged(dataset) },
    [`200,000 selected: ${name}`]: { make, run: selected },
  };
  if (!view[0].endsWith('-chart')) return any;
  return { ...any, [`table: ${name}`]: { make, run: turned }, [`arrow keys: ${name}`]: { make, run: pressed }, [`CSV: ${name}`]: { make, run: ({ element }) => element.toCsv() } };
}

function layersOf(name, view, fresh) {
  const make = mapped(view, fresh);
  const after = (change, ms) => async ({ dataset }) => {
    await change(dataset);
    await pause(ms);
  };
  return {
    [`map: ${name}`]: { make: fresh, run: (dataset) => mapWith(view, dataset) },
    [`map, range dragged: ${name}`]: { make, run: after(dragged, 1200) },
    [`map, 200,000 selected: ${name}`]: { make, run: after((dataset) => dataset.select(fifth()), 2000) },
  };
}

/** A condition that is added and typed into. */
async function asked({ dataset, element }) {
  element.shadowRoot.querySelector('.add button').click();
  await settled(element);
  const box = element.shadowRoot.querySelector('input[type=text]');
  box.value = 'firm 4711';
  box.dispatchEvent(new Event('change', { bubbles: true }));
  await settled(element);
  await dataset.filtering;
}

async function sparkled(series) {
  const element = placed('yzt-sparkline', {});
  element.series = series;
  await settled(element);
}

/** Operations by name. @param table Columns of a million rows, of which nothing is worked out yet. */
export function viewOperations(table) {
  const fresh = datasets(table);
  return {
    ...Object.assign({}, ...Object.entries(VIEWS).map(([name, view]) => viewsOf(name, view, fresh))),
    ...Object.assign({}, ...Object.entries({ ...LAYERS, ...FINE }).map(([name, view]) => layersOf(name, view, fresh))),
    ...Object.assign({}, ...Object.entries(FINE).map(([name, view]) => layersOf(`${name} over a country`, [...view, COUNTRY], spread(table)))),
    'map: popup of a row': {
      make: mapped(LAYERS.bubbles, fresh),
      async run({ dataset }) {
        dataset.select([4711]);
        await pause(1000);
      },
    },
    'query builder: a text typed': { make: onPage(['yzt-query-builder', { fields: 'name kind area' }], fresh), run: asked },
    'view: sparkline of 1,000,000 numbers': { make: () => Array.from(table().columns.find(({ name }) => name === 'area').values), run: sparkled },
  };
}
