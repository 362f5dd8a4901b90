export { landAreaColumn } from './land-areas.js';
export { landBalance, type LandBalance, type LandRow } from './land-balance.js';
export { landClassColumn, landClassOf, landCode, landPath, unknownCodes, type LandLevel } from './land-classes.js';
export { judged, type ComplianceLayer, type ComplianceRow, type RowClass } from './compliance.js';
export { parsedRules, type ComplianceRule } from './compliance-rules.js';
