/** How long a map unit is on the ground. */
import { get as getProjection, getTransform } from 'ol/proj.js';
import { CGCS2000_FLATTENING, CGCS2000_RADIUS } from '../crs/gauss-kruger.js';

const RAD = Math.PI / 180;
const E2 = CGCS2000_FLATTENING * (2 - CGCS2000_FLATTENING);

/** Metres a degree of longitude and of latitude on the ellipsoid, at a latitude. */
export function metresPerDegree(lat: number): [east: number, north: number] {
  const w = 1 - E2 * Math.sin(lat * RAD) ** 2;
  const prime = CGCS2000_RADIUS / Math.sqrt(w);
  const meridian = (CGCS2000_RADIUS * (1 - E2)) / w ** 1.5;
  return [prime * Math.cos(lat * RAD) * RAD, meridian * RAD];
}

/** Longitude and latitude of a place in map units. An unknown projection is taken as degrees, as it is drawn. */
export function degreesOf(code: string, x: number, y: number): [lon: number, lat: number] {
  const projection = getProjection(code);
  const transform = projection && getTransform(projection, 'EPSG:4326');
  if (!transform) return [x, y];
  const [lon = NaN, lat = NaN] = transform([x, y]);
  return [lon, lat];
}

/**
 * Ground metres a map unit at a place of a projection, along its x and y axes. In Web Mercator it shrinks with latitude: at Qingdao a
 * map unit is 81 cm, not a metre.
 * @param code A projection registered with OpenLayers.
 */
export function metresPerUnit(code: string, x: number, y: number): [alongX: number, alongY: number] {
  const projection = getProjection(code);
  const step = !projection || projection.getUnits() === 'degrees' ? 1e-4 : 10;
  const [lon, lat] = degreesOf(code, x, y);
  const [east, north] = metresPerDegree(lat);
  const along = (dx: number, dy: number): number => {
    const [lon2, lat2] = degreesOf(code, x + dx, y + dy);
    return Math.hypot((lon2 - lon) * east, (lat2 - lat) * north) / step;
  };
  return [along(step, 0), along(0, step)];
}
