/** Coordinate systems of China, without proj4. Any other system: `@yizhangtu/map/crs-projected`. */
export {
  normalCode,
  proj4Definition,
  zoneAt,
  zoneExtent,
  zoneOf,
  ZONES,
  zoneWorldExtent,
  type Zone,
} from './cgcs2000-zones.js';
export { fromBd09, fromGcj02, shiftDatum, toBd09, toGcj02, type ChinaDatum } from './china-offset.js';
export { coordinateParts, coordinateText, type CoordinateFormat, type CoordinatePart } from './coordinate-text.js';
export { CGCS2000_ELLIPSOID, CGCS2000_FLATTENING, CGCS2000_RADIUS, fromGaussKruger, toGaussKruger, type Ellipsoid } from './gauss-kruger.js';
export { adoptProjection, lonLatTransform, projectionOf, registerCrs } from './register.js';
export { unknownCrs } from './unknown-crs.js';
