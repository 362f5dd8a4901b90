export { LayerElement } from './layer.js';
export type { Identified, IdentifiedRow, IdentifyOptions, LegendImage } from './identified.js';
