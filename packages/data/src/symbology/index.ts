export { symbologyOf, symbologyPending } from './symbology.js';
export { inkOn, resolveColor } from './colors.js';
export { BREAK_METHODS, breaksWords, MAX_COUNT, parseSpec, type BivariateSpec, type BreaksSpec, type SymbologySpec } from './spec.js';
export { breaksOf } from './breaks.js';
export { isWhole, numbersOf } from './break-symbology.js';
export { classWords, type LimitWriting } from './class-words.js';
export { knownNumbers } from './counted.js';
export { varianceFit } from './variance-fit.js';
export type { BreakMethod, MarkerShape, SymbolAxis, SymbolClass, SymbolRamp, SymbolSizes, Symbology } from './types.js';
