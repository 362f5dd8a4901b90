/** Xian 1980 and Beijing 1954: their zones, and what brings them to CGCS2000 once a page gives the parameters. */
export { fromCgcs2000, toCgcs2000, type DatumShift } from './datum-shift.js';
export { OLD_DATUMS, OLD_ZONES, oldZoneOf, type OldDatum, type OldZone } from './old-zones.js';
export { setDatumShift } from './set-datum-shift.js';
