/** Random places in a polygon, uniform by area on the ground. Pure. */
import type { ShapeGeometry } from '@yizhangtu/data/model';

const RADIANS = Math.PI / 180;
/** Edges in a band, about, and bands of one part at most. */
const EDGES_A_BAND = 12;
const MOST_BANDS = 128;
/** A place is looked for so often: only a polygon without an area has none. */
const TRIES = 10_000;

/** A stripe of one part between two latitudes. The part lies between `west` and `east` there, but need not fill it. */
interface Band {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
  /** Edges that touch the band, four numbers each: lon, lat of both ends. */
  readonly edges: Float64Array;
}

/** Edges of all rings of a part, four numbers each. */
function edgesOf({ coordinates: xy, ringStart, vertexStart }: ShapeGeometry, part: number): number[] {
  const edges: number[] = [];
  for (let ring = ringStart[part] as number; ring < (ringStart[part + 1] as number); ring++)
    for (let v = vertexStart[ring] as number; v + 1 < (vertexStart[ring + 1] as number); v++)
      edges.push(xy[2 * v] as number, xy[2 * v + 1] as number, xy[2 * v + 2] as number, xy[2 * v + 3] as number);
  return edges;
}

/** A band while edges come into it. */
interface Growing {
  west: number;
  east: number;
  readonly edges: number[];
}

/** Takes an edge into a band that it touches. */
function grow(band: Growing, [ax, ay, bx, by]: readonly [number, number, number, number], south: number, north: number): void {
  band.edges.push(ax, ay, bx, by);
  const xAt = (y: number): number => ax + ((y - ay) / (by - ay)) * (bx - ax);
  const [low, high] = [Math.max(south, Math.min(ay, by)), Math.min(north, Math.max(ay, by))];
  const [p, q] = ay === by ? [ax, bx] : [xAt(low), xAt(high)];
  band.west = Math.min(band.west, p, q);
  band.east = Math.max(band.east, p, q);
}

function bandsOf(shape: ShapeGeometry, part: number): Band[] {
  const edges = edgesOf(shape, part);
  let [south, north] = [Infinity, -Infinity];
  for (let at = 1; at < edges.length; at += 2) {
    south = Math.min(south, edges[at] as number);
    north = Math.max(north, edges[at] as number);
  }
  if (!(south < north)) return [];
  const count = Math.min(MOST_BANDS, Math.ceil(edges.length / 4 / EDGES_A_BAND));
  const limit = (index: number): number => (index === count ? north : south + ((north - south) * index) / count);
  // A limit is a rounded number: what lies on one may belong to the band before it.
  const bandAt = (y: number): number => Math.floor(((y - south) / (north - south)) * count);
  const bands = Array.from({ length: count }, (): Growing => ({ west: Infinity, east: -Infinity, edges: [] }));
  for (let at = 0; at < edges.length; at += 4) {
    const edge = [edges[at], edges[at + 1], edges[at + 2], edges[at + 3]] as [number, number, number, number];
    const [low, high] = edge[1] < edge[3] ? [edge[1], edge[3]] : [edge[3], edge[1]];
    const last = Math.min(count - 1, bandAt(high) + 1);
    for (let index = Math.max(0, bandAt(low) - 1); index <= last; index++)
      if (high >= limit(index) && low <= limit(index + 1)) grow(bands[index] as Growing, edge, limit(index), limit(index + 1));
  }
  return bands.map((band, index) => ({ south: limit(index), north: limit(index + 1), west: band.west, east: band.east, edges: Float64Array.from(band.edges) }));
}

/** Even-odd over the edges of a band. */
function isInside({ edges }: Band, x: number, y: number): boolean {
  let inside = false;
  for (let at = 0; at < edges.length; at += 4) {
    const ay = edges[at + 1] as number;
    const by = edges[at + 3] as number;
    if (ay > y === by > y) continue;
    const ax = edges[at] as number;
    if (x < ax + ((y - ay) / (by - ay)) * ((edges[at + 2] as number) - ax)) inside = !inside;
  }
  return inside;
}

const heightOf = ({ south, north }: Band): number => Math.sin(north * RADIANS) - Math.sin(south * RADIANS);

/** Random places in the polygon of one row, all its parts together, none in a hole. */
export class RegionSampler {
  readonly #bands: readonly Band[];
  /** Band → area of it and of those before, on a sphere. */
  readonly #sums: Float64Array;

  constructor(shape: ShapeGeometry, row: number) {
    const bands: Band[] = [];
    for (let part = shape.partStart[row] as number; part < (shape.partStart[row + 1] as number); part++) bands.push(...bandsOf(shape, part));
    this.#bands = bands;
    let sum = 0;
    this.#sums = Float64Array.from(bands, (band) => (sum += Math.max(0, band.east - band.west) * heightOf(band)));
  }

  /**
   * A place as longitude and latitude; undefined for a polygon without an area. Equal areas on a sphere have equal chances: the sine of the
   * latitude is drawn evenly, not the latitude (Lambert's cylinder).
   * @param random Numbers from 0 to below 1.
   */
  place(random: () => number): [number, number] | undefined {
    const total = this.#sums[this.#sums.length - 1] ?? 0;
    if (!(total > 0)) return undefined;
    for (let tries = 0; tries < TRIES; tries++) {
      const band = this.#bands[this.#find(random() * total)] as Band;
      const sine = Math.sin(band.south * RADIANS) + random() * heightOf(band);
      const y = Math.max(band.south, Math.min(band.north, Math.asin(sine) / RADIANS));
      const x = band.west + random() * (band.east - band.west);
      if (isInside(band, x, y)) return [x, y];
    }
    return undefined;
  }

  /** The first band whose sum is above a number. */
  #find(wanted: number): number {
    let [low, high] = [0, this.#sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sums[middle] as number) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
