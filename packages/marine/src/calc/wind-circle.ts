/** 风圈: how far a wind reaches, as a ring on the map. */

/** Reach in km by quadrant, clockwise from north. NaN or 0: no such wind there. */
export type Radii = readonly [ne: number, se: number, sw: number, nw: number];

type LonLat = readonly [lon: number, lat: number];

/** Mean radius of the Earth in m (IUGG R1). */
const EARTH = 6_371_008.8;
const RAD = Math.PI / 180;
/** Sides of a quarter: the ring is nowhere more than 0.06 % of the radius inside the circle. */
const STEPS = 22;

/**
 * The place at a distance and direction on the sphere of mean radius. Bulletins round radii to 5 or 10 km or nautical miles, so the 0.3 % that the
 * ellipsoid would change are far within what is known; a ring for each frame of a playback is.
 * @param azimuth Degrees clockwise from north. @param meters Distance.
 */
function placeOnSphere([lon, lat]: LonLat, azimuth: number, meters: number): LonLat {
  const [angle, turn, from] = [meters / EARTH, azimuth * RAD, lat * RAD];
  const sine = Math.sin(from) * Math.cos(angle) + Math.cos(from) * Math.sin(angle) * Math.cos(turn);
  const east = Math.atan2(Math.sin(turn) * Math.sin(angle) * Math.cos(from), Math.cos(angle) - Math.sin(from) * sine);
  return [lon + east / RAD, Math.asin(sine) / RAD];
}

/**
 * The ring of a wind circle: four quarters, each with its own radius, joined by radial steps, closed, counterclockwise. A quarter without a radius is left
 * out: the ring goes by way of the centre. Empty without any radius. Longitudes run on beyond ±180°.
 */
export function windCircle(center: LonLat, radii: Radii): LonLat[] {
  const [lon, lat] = center;
  if (!(Math.abs(lon) <= 360 && Math.abs(lat) <= 90) || !radii.some((radius) => radius > 0)) return [];
  const ring: LonLat[] = [];
  const add = (place: LonLat): void => {
    const [x, y] = ring[ring.length - 1] ?? [];
    if (x !== place[0] || y !== place[1]) ring.push(place);
  };
  // From north-west round to north-east: counterclockwise.
  for (let quarter = 3; quarter >= 0; quarter -= 1) {
    const radius = radii[quarter] ?? Number.NaN;
    if (!(radius > 0)) add(center);
    else for (let step = STEPS; step >= 0; step -= 1) add(placeOnSphere(center, 90 * (quarter + step / STEPS), radius * 1000));
  }
  add(ring[0] as LonLat);
  return ring;
}
