/** The base of charts, for charts of your own. Registers nothing. */
export { ChartElement } from './chart-element.js';
export type { ChartDatum, ChartRow } from './chart-rows.js';
