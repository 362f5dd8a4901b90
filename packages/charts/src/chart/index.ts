/** The bases of charts, for charts of your own. Registers nothing. */
export { ChartElement } from './chart-element.js';
export { GroupChartElement } from './group-chart-element.js';
export { MeasureChartElement } from './measure-chart-element.js';
export type { ChartTable, TableCell } from './chart-table.js';
export type { TipLine, TipWords } from './chart-tip.js';
export type { ChartDatum, ChartRow } from './group-rows.js';
