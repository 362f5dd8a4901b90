/** What a data layer needs to draw beside its renderer. A chunk of its own, fetched while the data is on its way. */
export { formatCompact, formatNumber } from '@yizhangtu/base/number-format';
export { symbologyOf } from '@yizhangtu/data/symbology';
export { labelReader } from './label-reader.js';
export { layerTheme, renderClass } from './theme-colors.js';
