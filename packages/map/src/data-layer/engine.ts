/** What a data layer needs to draw beside its renderer. */
export { formatCompact } from '@yizhangtu/base/number-format';
export { drawEarly } from './early-picture.js';
export { labelReader } from './label-reader.js';
export { makeReady } from './make-ready.js';
export { layerTheme, renderClass } from './theme-colors.js';
export { usableSymbology } from './usable-symbology.js';
