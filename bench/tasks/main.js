// Runs in the page: each public operation on a million rows, made ready first, then run by itself so that only its own tasks are counted.
import '@yizhangtu/charts/bar-chart';
import '@yizhangtu/charts/histogram';
import '@yizhangtu/charts/indicator';
import '@yizhangtu/charts/line-chart';
import '@yizhangtu/charts/pie-chart';
import '@yizhangtu/charts/scatter-chart';
import '@yizhangtu/charts/treemap-chart';
import '@yizhangtu/widgets/card-list';
import '@yizhangtu/widgets/classify';
import '@yizhangtu/widgets/feature-table';
import '@yizhangtu/widgets/filter';
import '@yizhangtu/widgets/filter-summary';
import '@yizhangtu/widgets/query-builder';
import '@yizhangtu/widgets/time-slider';
import { csvFileInSlices, xlsxFile } from '@yizhangtu/data/export';
import { expressionColumn } from '@yizhangtu/data/expression';
import { regionColumn, valueColumn } from '@yizhangtu/data/join';
import { Dataset } from '@yizhangtu/data/model';
import { FilterHistory } from '@yizhangtu/data/state';
import { drive } from '@yizhangtu/data/steps';
import { symbologySteps, symbologyOf, symbologyPending } from '@yizhangtu/data/symbology';
import { divisionOperations } from './divisions.js';
import { mapped, pause, still } from './map-view.js';
import { KINDS, ROWS, rowsMade } from './rows.js';
import { viewOperations } from './views.js';

const rows = rowsMade();
/** Columns as they are, so that a dataset begins with nothing worked out. */
const table = () => ({ rowCount: ROWS, columns: rows.columns.map((column) => ({ ...column })), geometry: rows.geometry, report: rows.report });
const fresh = () => new Dataset(table());

/** A dot of many corners. */
const ring = (corners, radius) => Array.from({ length: corners }, (_, i) => [120.5 + radius * Math.cos((2 * Math.PI * i) / corners), 36 + radius * Math.sin((2 * Math.PI * i) / corners)]);
const squares = Array.from({ length: 100 }, (_, i) => [119 + 0.3 * (i % 10), 35 + 0.2 * Math.floor(i / 10)]);
const regions = () => {
  const coordinates = Float64Array.from(squares.flatMap(([x, y]) => [x, y, x + 0.3, y, x + 0.3, y + 0.2, x, y + 0.2, x, y]));
  const starts = (step) => Uint32Array.from({ length: squares.length + 1 }, (_, i) => i * step);
  return new Dataset({ rowCount: squares.length, columns: [{ kind: 'text', name: 'name', dictionary: squares.map((_, i) => `区${i}`), codes: Uint32Array.from(squares.keys()) }], geometry: { kind: 'shape', types: new Uint8Array(squares.length).fill(3), partStart: starts(1), ringStart: starts(1), vertexStart: starts(5), coordinates }, report: rows.report });
};

/** A view that comes onto the page. */
const view = (tag, attributes = {}) => ({
  make: fresh,
  async run(dataset) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.dataset = dataset;
    document.body.append(element);
    await still(element);
  },
});
/** A view on the page, and then a filter. */
const filtered = (tag, attributes, key, filter) => ({
  async make() {
    const dataset = fresh();
    await view(tag, attributes).run(dataset);
    return dataset;
  },
  async run(dataset) {
    dataset.setFilter(key, filter);
    await still(document.body.lastElementChild);
  },
});
/** A question, as a view puts it and as a page may that waits for the answer. */
const ask = (query) => ({ make: fresh, run: (dataset) => dataset.ask(query) });
const filter = (one) => ({
  make: fresh,
  async run(dataset) {
    dataset.setFilter('x', one);
    await dataset.filtering;
    dataset.passing();
  },
});
const derived = (column) => ({
  make: fresh,
  async run(dataset) {
    dataset.derive(column());
    await dataset.deriving;
  },
});
const symbology = (spec) => ({
  make: fresh,
  async run(dataset) {
    symbologyOf(spec, dataset);
    await symbologyPending(spec, dataset);
  },
});
const count = [{ kind: 'count' }];
const sheet = (dataset) => {
  const fields = ['name', 'kind', 'area'];
  return { name: '表', columns: fields.map((label) => ({ label })), rowCount: ROWS, cell: (row, column) => dataset.value(row, fields[column]) };
};

/** Masks of words, a number and all places. */
const masks = () => ({ id: 't', placeDigits: 2, fields: [{ name: 'name', mask: 'name' }, { name: 'staff', mask: 'phone' }, { name: 'area', mask: 'coarse' }] });
const operations = {
  'group by 1,000,000 words, limit 10': ask({ groupBy: 'name', measures: count, limit: 10 }),
  'group by 1,000,000 words': ask({ groupBy: 'name', measures: count }),
  'group by 1,000,000 numbers, limit 10': ask({ groupBy: 'area', measures: count, limit: 10 }),
  'group by 40 words, sum': ask({ groupBy: 'kind', measures: [{ kind: 'sum', field: 'area' }] }),
  'median, all rows': ask({ measures: [{ kind: 'median', field: 'area' }] }),
  'median by 40 words': ask({ groupBy: 'kind', measures: [{ kind: 'median', field: 'area' }] }),
  'distinct words': ask({ measures: [{ kind: 'distinct', field: 'name' }] }),
  'distinct numbers by 40 words': ask({ groupBy: 'kind', measures: [{ kind: 'distinct', field: 'area' }] }),
  'stdev by 40 words': ask({ groupBy: 'kind', measures: [{ kind: 'stdev', field: 'area' }] }),
  'bins of numbers': ask({ groupBy: { field: 'area', bin: { kind: 'number', count: 30 } }, measures: count }),
  'bins of months': ask({ groupBy: { field: 'day', bin: { kind: 'time', unit: 'month' } }, measures: count }),
  'bins of weekdays': ask({ groupBy: { field: 'day', bin: { kind: 'cycle', unit: 'day-of-week' } }, measures: count }),
  'two-way table 40 × 60 months': ask({ groupBy: 'kind', splitBy: { field: 'day', bin: { kind: 'time', unit: 'quarter' } }, measures: count }),
  'filter: text contains': filter({ kind: 'text', contains: 'firm 4711' }),
  'filter: starts with': filter({ kind: 'compare', operator: 'starts-with', field: 'name', value: '青岛 firm 99' }),
  'filter: number contains': filter({ kind: 'text', fields: ['area'], contains: '47' }),
  'filter: one of 1,000,000 words': filter({ kind: 'in', field: 'name', values: ['青岛 Firm 4711 有限公司'] }),
  'filter: range': filter({ kind: 'range', field: 'area', min: 100, max: 900 }),
  'filter: 2,000 corners drawn': filter({ kind: 'shape', rings: [ring(2000, 0.9)] }),
  'filter: window': filter({ kind: 'bounds', west: 120, south: 35, east: 121, north: 36 }),
  'filter: any of three, one text': filter({ kind: 'any', filters: [{ kind: 'text', contains: '4711' }, { kind: 'range', field: 'area', max: 9 }, { kind: 'in', field: 'kind', values: ['类型3'] }] }),
  'undo of a text filter that took the place of one': {
    async make() {
      const dataset = fresh();
      const history = new FilterHistory(dataset, { pauseMs: 0 });
      for (const contains of ['4711', '12']) {
        dataset.setFilter('text', { kind: 'text', contains });
        await dataset.filtering;
        await pause(5);
        dataset.passing();
      }
      return { dataset, history };
    },
    async run({ dataset, history }) {
      history.undo();
      await dataset.filtering;
      dataset.passing();
    },
  },
  'rows matching a lasso': { make: fresh, run: (dataset) => dataset.matching({ kind: 'shape', rings: [ring(300, 0.9)] }) },
  'rows matching a lasso, found in slices': { make: fresh, run: (dataset) => dataset.findMatching({ kind: 'shape', rings: [ring(300, 0.9)] }) },
  'select 200,000 rows': { make: () => [fresh(), Uint32Array.from({ length: 200_000 }, (_, i) => 5 * i)], run: ([dataset, rows]) => dataset.select(rows) },
  'sort by text, first page': {
    make: fresh,
    async run(dataset) {
      await dataset.prepare({ orderBy: 'name' });
      dataset.rows({ orderBy: 'name', limit: 100 });
    },
  },
  'join by code': derived(() => valueColumn({ name: 'joined' }, 'kind', new Map(Array.from({ length: KINDS }, (_, i) => [`类型${i}`, i])))),
  'join by place': derived(() => regionColumn({ name: 'region' }, { dataset: regions(), field: 'name' })),
  'column by expression': derived(() => expressionColumn({ name: 'dense' }, 'area / (staff + 1) * 2')),
  'column of words by expression': derived(() => expressionColumn({ name: 'word' }, 'upper(name)')),
  'class breaks: natural': symbology('breaks:area:5:jenks:blues'),
  'class breaks: quantiles': symbology('breaks:area:5:quantile:blues'),
  'class breaks: natural, whole': symbology('breaks:staff:5:jenks:blues'),
  'classes of 1,000,000 words': symbology('class:name'),
  'bivariate, as a layer takes it in': {
    make: fresh,
    async run(dataset) {
      await drive(symbologySteps('bivariate:area:staff', dataset));
      await pause(0);
      symbologyOf('bivariate:area:staff', dataset);
    },
  },
  'rows by setTable': { make: () => [fresh(), table()], run: ([dataset, other]) => dataset.setTable(other) },
  'mask of 1,000,000 words': {
    make: fresh,
    async run(dataset) {
      dataset.schema = masks();
      await dataset.ask({ groupBy: 'name', measures: count, limit: 10 });
    },
  },
  'mask and a search': {
    make: fresh,
    async run(dataset) {
      dataset.schema = masks();
      dataset.setFilter('x', { kind: 'text', contains: '青' });
      await dataset.filtering;
      dataset.passing();
    },
  },
  'mask and one of its words': {
    make: fresh,
    async run(dataset) {
      dataset.schema = masks();
      dataset.setFilter('x', { kind: 'in', field: 'name', values: ['青*****************'] });
      await dataset.filtering;
      dataset.passing();
    },
  },
  'groups of few rows untold, of 1,000,000 words': {
    make() {
      const dataset = fresh();
      dataset.schema = { id: 't', suppressBelow: 5, fields: [] };
      return dataset;
    },
    run: (dataset) => dataset.ask({ groupBy: 'name', measures: count }),
  },
  'two-way table of few rows untold, 500 × 500': {
    make() {
      const dataset = fresh();
      dataset.schema = { id: 't', suppressBelow: 5, fields: [] };
      return dataset;
    },
    run: (dataset) => dataset.ask({ groupBy: 'staff', splitBy: { field: 'area', bin: { kind: 'number', count: 500 } }, measures: count }),
  },
  'mask with a table': {
    async make() {
      const dataset = fresh();
      await view('yzt-feature-table').run(dataset);
      return dataset;
    },
    async run(dataset) {
      dataset.schema = masks();
      await still(document.body.lastElementChild);
    },
  },
  'mask with a map layer': {
    async make() {
      const dataset = fresh();
      await mapped(dataset);
      return dataset;
    },
    async run(dataset) {
      dataset.schema = masks();
      await pause(2500);
    },
  },
  'all rows by a box': {
    async make() {
      const dataset = fresh();
      return [dataset, await mapped(dataset)];
    },
    run([dataset, layer]) {
      dataset.select(layer.rowsIn([119, 35, 122, 37]));
    },
  },
  'CSV of all rows': {
    make: fresh,
    run: (dataset) => csvFileInSlices(sheet(dataset)),
  },
  'Excel file of all rows': {
    make: fresh,
    run: (dataset) => xlsxFile(sheet(dataset)),
  },
  'view: bar chart of 1,000,000 words': view('yzt-bar-chart', { 'group-by': 'name', limit: '10' }),
  'view: bar chart, median by 40 words': view('yzt-bar-chart', { 'group-by': 'kind', measure: 'median:area' }),
  'view: median': view('yzt-indicator', { measure: 'median:area' }),
  'view: histogram': view('yzt-histogram', { 'group-by': 'area' }),
  'view: histogram, log': view('yzt-histogram', { 'group-by': 'staff', scale: 'log' }),
  'view: line by month': view('yzt-line-chart', { 'group-by': 'day', bin: 'month' }),
  'view: pie': view('yzt-pie-chart', { 'group-by': 'state' }),
  'view: scatter': view('yzt-scatter-chart', { x: 'area', y: 'staff' }),
  'view: treemap': view('yzt-treemap-chart', { 'group-by': 'kind' }),
  'view: table sorted by words': view('yzt-feature-table', { sort: 'name' }),
  'view: cards': view('yzt-card-list', {}),
  'view: choice of 40 words': view('yzt-filter', { field: 'kind' }),
  'view: choice of 1,000,000 words': view('yzt-filter', { field: 'name' }),
  'view: range': view('yzt-filter', { field: 'area', kind: 'range' }),
  'view: classify': view('yzt-classify', { field: 'area' }),
  'view: query builder': view('yzt-query-builder', {}),
  'view: time slider': view('yzt-time-slider', { field: 'day' }),
  'text filter with a table': filtered('yzt-feature-table', {}, 'text', { kind: 'text', contains: 'firm 4711' }),
  'text filter with a median': filtered('yzt-indicator', { measure: 'median:area' }, 'text', { kind: 'text', contains: 'firm 47' }),
  'range filter with a scatter': filtered('yzt-scatter-chart', { x: 'area', y: 'staff' }, 'area', { kind: 'range', field: 'area', min: 900, max: 2000 }),
};
Object.assign(operations, viewOperations(table), divisionOperations(table));

let made;
window.bench = {
  names: Object.keys(operations),
  async make(name) {
    // A page has one such dataset, not that of the operation before as well.
    made = undefined;
    document.body.textContent = '';
    made = await operations[name].make();
    await pause(200);
  },
  async run(name) {
    await operations[name].run(made);
    await pause(50);
  },
};
