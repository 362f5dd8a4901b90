/** What a data layer needs to draw beside its renderer. */
export { drawEarly } from './early-picture.js';
export { labelReader } from './label-reader.js';
export { makeReady } from './make-ready.js';
export { layerStyle } from './layer-style.js';
export { takeIn } from './take-in.js';
export { hasTokens, layerTheme, renderClass } from './theme-colors.js';
export { symbologyCode, usableSymbology } from './usable-symbology.js';
export { whenLabels } from '../renderer/late-labels.js';
