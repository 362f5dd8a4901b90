/** What a data layer needs to draw beside its renderer. A chunk of its own, fetched while the data is on its way. */
export { formatCompact, formatNumber } from '@yizhangtu/base/number-format';
export { drawEarly } from './early-picture.js';
export { labelReader } from './label-reader.js';
export { layerTheme, renderClass } from './theme-colors.js';
export { usableSymbology } from './usable-symbology.js';
