/** What labels need. A chunk of its own, fetched by the first layer that has some. */
export { firstSpots } from './first-spots.js';
export { LabelPainter } from './label-painter.js';
