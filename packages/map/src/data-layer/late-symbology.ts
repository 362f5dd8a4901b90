/** Symbology by numbers: class limits, ramps, two fields at once. A chunk of its own, fetched by layers that name such a symbology. */
export { symbologyOf, symbologySteps } from '@yizhangtu/data/symbology';
export { hintTotal } from './total-hint.js';
