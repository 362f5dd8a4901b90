/** Places along a line, near enough to each other to measure something at them: heights, depths. */
import { geodesicAzimuth, geodesicDistance } from './geodesic-distance.js';
import { geodesicDestination } from './geodesic-destination.js';
import type { Position } from './geometry.js';

/** Places in the order of the line. */
export interface PlacesAlong {
  /** Longitude and latitude in degrees, two numbers a place. */
  readonly coordinates: Float64Array;
  /** Metres from the start of the line to each place. */
  readonly meters: Float64Array;
  /** Greatest distance between neighbours, in metres; larger than what was asked for where that would be too many. */
  readonly spacing: number;
}

/** How places are set. */
export interface PlacesOptions {
  /** Metres between neighbours, at most. */
  readonly spacing: number;
  /** So many places at most, corners aside. Default 1000. */
  readonly most?: number;
}

/**
 * Places along the shortest lines between the corners of a line on the CGCS2000 ellipsoid. Each corner is one of them; the stretch from one to the next is divided
 * evenly. Corners where the one before is are left out. None for a line of fewer than two corners or without length.
 * @throws RangeError for a spacing that is not above 0.
 */
export function placesAlong(line: readonly Position[], { spacing, most = 1000 }: PlacesOptions): PlacesAlong {
  if (!(spacing > 0)) throw new RangeError(`spacing: found ${spacing}, wanted metres above 0`);
  const lengths = line.slice(1).map((corner, i) => geodesicDistance(line[i] ?? [], corner));
  const whole = lengths.reduce((sum, length) => sum + (length > 0 ? length : 0), 0);
  const [first] = line;
  if (!first || !(whole > 0)) return { coordinates: new Float64Array(0), meters: new Float64Array(0), spacing };
  const step = Math.max(spacing, whole / Math.max(1, most));
  const [coordinates, meters] = [[...first.slice(0, 2)], [0]];
  let before = 0;
  for (const [i, length] of lengths.entries()) {
    if (!(length > 0)) continue;
    const [from, to] = [line[i] ?? [], line[i + 1] ?? []];
    const [parts, azimuth] = [Math.ceil(length / step - 1e-9), geodesicAzimuth(from, to)];
    for (let part = 1; part <= parts; part++) {
      const place = part === parts ? to : geodesicDestination(from, azimuth, (length * part) / parts);
      coordinates.push(place[0] ?? NaN, place[1] ?? NaN);
      meters.push(before + (length * part) / parts);
    }
    before += length;
  }
  return { coordinates: Float64Array.from(coordinates), meters: Float64Array.from(meters), spacing: step };
}
