export { symbologyOf } from './symbology.js';
export { resolveColor } from './colors.js';
export { parseSpec, type SymbologySpec } from './spec.js';
export { breaksOf, sortedNumbers } from './breaks.js';
export type { BreakMethod, SymbolClass, SymbolRamp, Symbology } from './types.js';
