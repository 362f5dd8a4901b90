/** Areas of rings, made ready so that many places can be asked whether they lie inside. */

/** Rings `firstRing` to `endRing` (exclusive) of flat coordinates: ring → first vertex, lon, lat, lon, lat … Rings are closed. */
export interface FlatRings {
  readonly vertexStart: Uint32Array;
  readonly coordinates: Float64Array;
  readonly firstRing: number;
  readonly endRing: number;
}

/** The edges of an area, sorted into bands of latitude, so that a place is tested against the few edges beside it. */
export interface RingIndex {
  readonly coordinates: Float64Array;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly bands: number;
  /** Bands a degree. */
  readonly scale: number;
  /** Band → first entry in `edges`. */
  readonly bandStart: Uint32Array;
  /** Vertex number at which an edge starts; it ends at the next vertex. */
  readonly edges: Uint32Array;
}

const EDGES_PER_BAND = 4;
const MAX_BANDS = 4096;

function eachEdge({ vertexStart, firstRing, endRing }: FlatRings, visit: (vertex: number) => void): void {
  for (let ring = firstRing; ring < endRing; ring++) {
    for (let v = vertexStart[ring] as number; v + 1 < (vertexStart[ring + 1] as number); v++) visit(v);
  }
}

function bandOf(lat: number, south: number, scale: number, bands: number): number {
  return Math.max(0, Math.min(bands - 1, Math.floor((lat - south) * scale)));
}

/** Makes an area ready. */
export function ringIndex(rings: FlatRings): RingIndex {
  const { coordinates: c } = rings;
  let [west, south, east, north, count] = [Infinity, Infinity, -Infinity, -Infinity, 0];
  eachEdge(rings, (v) => {
    count++;
    const lon = c[2 * v] as number;
    const lat = c[2 * v + 1] as number;
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  });
  const bands = Math.max(1, Math.min(MAX_BANDS, Math.ceil(count / EDGES_PER_BAND)));
  const scale = north > south ? bands / (north - south) : 0;
  const span = (v: number, put: (band: number) => void): void => {
    const a = bandOf(c[2 * v + 1] as number, south, scale, bands);
    const b = bandOf(c[2 * v + 3] as number, south, scale, bands);
    for (let band = Math.min(a, b); band <= Math.max(a, b); band++) put(band);
  };
  const bandStart = new Uint32Array(bands + 1);
  eachEdge(rings, (v) => span(v, (band) => (bandStart[band + 1] = (bandStart[band + 1] as number) + 1)));
  for (let band = 0; band < bands; band++) bandStart[band + 1] = (bandStart[band + 1] as number) + (bandStart[band] as number);
  const edges = new Uint32Array(bandStart[bands] as number);
  const next = bandStart.slice();
  eachEdge(rings, (v) => span(v, (band) => (edges[(next[band] = (next[band] as number) + 1) - 1] = v)));
  return { coordinates: c, west, south, east, north, bands, scale, bandStart, edges };
}

/** Whether a place lies inside. Even–odd rule with half-open edges: a place on the line between two areas lies in exactly one of them. */
export function ringsHold(index: RingIndex, lon: number, lat: number): boolean {
  if (!(lon >= index.west && lon <= index.east && lat >= index.south && lat <= index.north)) return false;
  const { coordinates: c, bandStart, edges } = index;
  const band = bandOf(lat, index.south, index.scale, index.bands);
  const end = bandStart[band + 1] as number;
  let inside = false;
  for (let i = bandStart[band] as number; i < end; i++) {
    const v = 2 * (edges[i] as number);
    const y1 = c[v + 1] as number;
    const y2 = c[v + 3] as number;
    if (y1 > lat === y2 > lat) continue;
    // The crossing is computed from the lower end, so that two areas that share an edge in opposite directions agree on it.
    const low = y1 < y2 ? v : v + 2;
    const high = y1 < y2 ? v + 2 : v;
    const lowX = c[low] as number;
    const lowY = c[low + 1] as number;
    if (lon < lowX + (((c[high] as number) - lowX) * (lat - lowY)) / ((c[high + 1] as number) - lowY)) inside = !inside;
  }
  return inside;
}
