export { landAreaColumn } from './land-areas.js';
export { landBalance, type LandBalance, type LandRow } from './land-balance.js';
export { landClassColumn, landClassOf, landCode, landPath, unknownCodes, type LandLevel } from './land-classes.js';
