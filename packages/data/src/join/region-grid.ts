/** Regions on a grid, so that most places find theirs by looking up one cell. */
import { ringIndex, ringsHold, type RingIndex } from '../model/ring-index.js';
import type { Geometry } from '../model/types.js';

const NONE = -1;
/** Cells a border may run through: the place itself has to be tested. */
const MIXED = -2;
/** Cells along a side. */
const MOST_CELLS = 512;
/** A border belongs to the cells it touches and to those it touches but for rounding. */
const MARGIN = 1e-9;

/** A grid as it is told to an engine elsewhere. */
export interface RegionCells {
  /** Cells along a side. */
  readonly size: number;
  readonly west: number;
  readonly south: number;
  /** Cells a degree of longitude and latitude. */
  readonly scaleX: number;
  readonly scaleY: number;
  /** Number of the region of each cell, line by line from the south; -1 for none, -2 where a border may run through. */
  readonly cells: Int32Array;
}

/** Finds the region of a place. */
export class RegionGrid {
  readonly #regions: readonly RingIndex[];
  readonly #size: number;
  readonly #west: number;
  readonly #south: number;
  /** Cells a degree. */
  readonly #scaleX: number;
  readonly #scaleY: number;
  readonly #cells: Int32Array;

  /**
   * @param regions Polygons, one region a row; other rows hold nothing.
   * @param places About so many places will be asked for; fewer need no fine grid.
   */
  constructor(regions: Geometry, places: number) {
    this.#regions = regionIndexes(regions);
    const used = this.#regions.filter(({ edges }) => edges.length > 0);
    const box = used.reduce(([w, s, e, n], one) => [Math.min(w, one.west), Math.min(s, one.south), Math.max(e, one.east), Math.max(n, one.north)] as const, [Infinity, Infinity, -Infinity, -Infinity] as const);
    const [west, south, east, north] = box;
    this.#size = used.length === 0 ? 0 : Math.max(1, Math.min(MOST_CELLS, Math.floor(Math.sqrt(places / 4))));
    this.#west = west;
    this.#south = south;
    this.#scaleX = east > west ? this.#size / (east - west) : 0;
    this.#scaleY = north > south ? this.#size / (north - south) : 0;
    this.#cells = new Int32Array(this.#size ** 2).fill(NONE);
    for (const region of used) this.#markBorder(region);
    for (let cell = 0; cell < this.#cells.length; cell++) if (this.#cells[cell] !== MIXED) this.#cells[cell] = this.#test(...this.#middle(cell));
  }

  get grid(): RegionCells {
    return { size: this.#size, west: this.#west, south: this.#south, scaleX: this.#scaleX, scaleY: this.#scaleY, cells: this.#cells };
  }

  /** Number of the first region that holds a place, -1 for none. */
  at(lon: number, lat: number): number {
    const size = this.#size;
    const x = (lon - this.#west) * this.#scaleX;
    const y = (lat - this.#south) * this.#scaleY;
    // Also false for places without numbers.
    if (!(x >= 0 && y >= 0 && x <= size && y <= size) || size === 0) return NONE;
    const cell = this.#cells[Math.min(size - 1, Math.floor(y)) * size + Math.min(size - 1, Math.floor(x))] as number;
    return cell === MIXED ? this.#test(lon, lat) : cell;
  }

  #test(lon: number, lat: number): number {
    for (let region = 0; region < this.#regions.length; region++) if (ringsHold(this.#regions[region] as RingIndex, lon, lat)) return region;
    return NONE;
  }

  #middle(cell: number): readonly [lon: number, lat: number] {
    const x = (cell % this.#size) + 0.5;
    const y = Math.floor(cell / this.#size) + 0.5;
    return [this.#west + (this.#scaleX > 0 ? x / this.#scaleX : 0), this.#south + (this.#scaleY > 0 ? y / this.#scaleY : 0)];
  }

  #markBorder({ coordinates: c, edges }: RingIndex): void {
    for (let i = 0; i < edges.length; i++) {
      const v = 2 * (edges[i] as number);
      this.#markEdge((c[v] as number) - this.#west, (c[v + 1] as number) - this.#south, (c[v + 2] as number) - this.#west, (c[v + 3] as number) - this.#south);
    }
  }

  /** Marks the cells an edge runs through, row by row; corners are degrees from the south-west corner of the grid. */
  #markEdge(x1: number, y1: number, x2: number, y2: number): void {
    const [scaleX, scaleY] = [this.#scaleX, this.#scaleY];
    const [low, high] = y1 <= y2 ? [y1 * scaleY, y2 * scaleY] : [y2 * scaleY, y1 * scaleY];
    const slope = y2 === y1 ? 0 : (x2 - x1) / (y2 - y1);
    for (let row = this.#clamp(low - MARGIN); row <= this.#clamp(high + MARGIN); row++) {
      const at = (y: number): number => (slope === 0 ? x1 : x1 + slope * (Math.min(high, Math.max(low, y)) / scaleY - y1)) * scaleX;
      const ends = slope === 0 ? [x1 * scaleX, x2 * scaleX] : [at(row), at(row + 1)];
      const [from, to] = [this.#clamp(Math.min(...ends) - MARGIN), this.#clamp(Math.max(...ends) + MARGIN)];
      this.#cells.fill(MIXED, row * this.#size + from, row * this.#size + to + 1);
    }
  }

  #clamp(cell: number): number {
    return Math.max(0, Math.min(this.#size - 1, Math.floor(cell)));
  }
}

function regionIndexes(regions: Geometry): readonly RingIndex[] {
  if (regions.kind !== 'shape') return [];
  const { types, partStart, ringStart, vertexStart, coordinates } = regions;
  return Array.from(types, (type, row) => {
    const firstRing = ringStart[partStart[row] as number] as number;
    const endRing = type === 3 ? (ringStart[partStart[row + 1] as number] as number) : firstRing;
    return ringIndex({ vertexStart, coordinates, firstRing, endRing });
  });
}
