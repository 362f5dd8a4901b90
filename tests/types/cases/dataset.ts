/** A dataset made from columns, asked and filtered; the element that holds one; a chart that takes it. */
import '@yizhangtu/charts/bar-chart';
import '@yizhangtu/data/dataset';
import { Dataset, type Answer, type CellValue, type Filter } from '@yizhangtu/data/model';
import { symbologyOf, type Symbology } from '@yizhangtu/data/symbology';

const dataset = Dataset.fromColumns({
  coordinates: new Float64Array([120.38, 36.07, 120.4, 36.1]),
  columns: { name: ['甲', '乙'], area: new Float64Array([1, 2]) },
});
const filter: Filter = { kind: 'range', field: 'area', min: 1 };
dataset.setFilter('area', filter);
export const answer: Answer = dataset.query({ groupBy: 'name', measures: [{ kind: 'sum', field: 'area' }] });
export const cell: CellValue = dataset.value(0, 'area');
export const symbology: Symbology = symbologyOf('breaks:area:2', dataset);
export const stop: () => void = dataset.subscribe((changes) => changes.has('filter'));

// @ts-expect-error -- there is no such kind of filter
dataset.setFilter('area', { kind: 'between', field: 'area' });
// @ts-expect-error -- a query needs its measures
dataset.query({ groupBy: 'name' });
// @ts-expect-error -- rows are numbers
dataset.select(['a']);

const element = document.createElement('yzt-dataset');
element.src = 'venues.geojson';
export const held: Dataset = element.dataset;
element.addEventListener('yzt-load', ({ detail }) => [detail.rows.toFixed(), detail.report.notes.map((note) => note.text.en)]);
// @ts-expect-error -- a progress is a part, not bytes
element.addEventListener('yzt-progress', ({ detail }) => detail.bytes);

const chart = document.createElement('yzt-bar-chart');
chart.dataset = dataset;
chart.dataset = 'venues';
chart.orientation = 'horizontal';
// @ts-expect-error -- standing or lying
chart.orientation = 'diagonal';
