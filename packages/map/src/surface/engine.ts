/** Everything a surface layer needs to count and draw. A chunk of its own, fetched while the data is on its way. */
export { breaksSpec } from './classes.js';
export { DensityPicture } from './density-picture.js';
export { HeatPicture } from './heat-picture.js';
export { AskedCells, countsCells } from './asked-cells.js';
export { BinPicture } from './bin-picture.js';
export { binOf } from './bin-model.js';
export { hasTokens } from '../data-layer/theme-colors.js';
export { surfaceTheme } from './surface-theme.js';
export { rowsIn } from '../renderer/rows-in.js';
