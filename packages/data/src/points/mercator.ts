/** Degrees to Web Mercator, and places of a geometry that somebody has put into it already. Pure. */
import type { Geometry } from '../model/types.js';

/** Radius of the sphere of Web Mercator in metres (EPSG:3857). */
const RADIUS = 6378137;
const TO_X = (Math.PI * RADIUS) / 180;
const QUARTER = Math.PI / 4;
const HALF_RADIAN = Math.PI / 360;
/** OpenLayers ends Web Mercator at this y, metres. */
const MAX_Y = RADIUS * Math.log(Math.tan(Math.PI / 2));

/** True for a place that can be drawn. Swapped latitude and longitude of China fail here, NaN too. */
export function isPlace(lon: number, lat: number): boolean {
  return lat >= -90 && lat <= 90 && lon >= -540 && lon <= 540;
}

/** Puts numbers `from` to `to` (exclusive) of degrees into EPSG:3857 metres, at the same places of `out`. Places that are none become NaN. */
function intoMercator(degrees: Float64Array, out: Float64Array, from: number, to: number): void {
  for (let i = from; i < to; i += 2) {
    const lon = degrees[i] as number;
    const lat = degrees[i + 1] as number;
    if (!isPlace(lon, lat)) {
      out[i] = out[i + 1] = NaN;
      continue;
    }
    const y = RADIUS * Math.log(Math.tan(QUARTER + lat * HALF_RADIAN));
    out[i] = lon * TO_X;
    out[i + 1] = y > MAX_Y ? MAX_Y : y < -MAX_Y ? -MAX_Y : y;
  }
}

/** Degrees to EPSG:3857 metres in one typed loop. Places that are none become NaN. */
export function toMercator(degrees: Float64Array): Float64Array {
  const out = new Float64Array(degrees.length);
  intoMercator(degrees, out, 0, degrees.length);
  return out;
}

// Not a member of the geometry: whoever makes another one from it – with places that are masked, or put right – must not carry these along.
const known = new WeakMap<Geometry, Float64Array>();

/** The coordinates of a geometry in EPSG:3857 metres, if they were worked out while it came in. */
export function knownMercator(geometry: Geometry): Float64Array | undefined {
  return known.get(geometry);
}

/** Web Mercator of coordinates that are still coming in, so that the last of them are not waited for twice. */
export class MercatorAlong {
  #places = new Float64Array(0);
  #done = 0;

  /** Follows coordinates, of which the first `length` numbers stay as they are. */
  follow(degrees: Float64Array, length: number): void {
    if (this.#places.length < length) {
      const larger = new Float64Array(degrees.length);
      larger.set(this.#places.subarray(0, this.#done));
      this.#places = larger;
    }
    intoMercator(degrees, this.#places, this.#done, length);
    this.#done = length;
  }

  /** Keeps what has been worked out for a geometry that has exactly the coordinates that were followed. */
  keepFor(geometry: Geometry): void {
    known.set(geometry, this.#places.slice(0, this.#done));
  }
}
