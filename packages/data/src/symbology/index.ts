export { symbologyOf } from './symbology.js';
export { inkOn, resolveColor } from './colors.js';
export { parseSpec, type SymbologySpec } from './spec.js';
export { breaksOf, sortedNumbers } from './breaks.js';
export type { BreakMethod, MarkerShape, SymbolClass, SymbolRamp, Symbology } from './types.js';
