/** Points counted in cells for hot spots: how many take part of those that are there, and the mean of what they have. Pure. */
import { atOnce, type Steps } from '@yizhangtu/data/steps';

/** Cells with at least one point. */
export interface CellCounts {
  /** lon, lat, … in degrees: the middle of each cell. */
  readonly centers: Float64Array;
  /** Points that take part, by cell; 0 where there are points but none of them takes part. */
  readonly counts: Float64Array;
  /** Points altogether, by cell. */
  readonly all: Float64Array;
  /** Mean of the values of those that take part, by cell; NaN where none of them has one. All NaN without values. */
  readonly means: Float64Array;
  /** Width and height of every cell, degrees. */
  readonly size: readonly [lon: number, lat: number];
}

/** Metres of a degree of latitude on the sphere of mean radius 6371008.8 m. */
const DEGREE = 111_195.08;

/** What is counted. */
export interface CellQuestion {
  /** lon, lat, … in degrees; points with NaN are not counted. */
  readonly places: Float64Array;
  /** 1 for points that take part. */
  readonly takesPart: ArrayLike<number>;
  /** Side of a cell in metres, above 0. */
  readonly meters: number;
  /** A number a point, NaN for none. */
  readonly values?: ArrayLike<number> | undefined;
}

/** Points between two pauses. */
const SLICE = 1 << 15;

/**
 * Counts points in cells that are squares at the middle latitude of all points; a degree further north they are 1.3 % narrower at 36°. Cells without a
 * point are left out: where nobody is, nobody can be drawn from, and empty land would make every town a hot spot.
 */
export function cellCounts(question: CellQuestion): CellCounts {
  return atOnce(cellCountSteps(question));
}

/** The same in steps, for a page that must stay responsive: yields the part done, 0 to 1. */
export function* cellCountSteps({ places, takesPart, meters, values }: CellQuestion): Steps<CellCounts> {
  const points = Math.floor(places.length / 2);
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < points; i++) {
    if (i % SLICE === SLICE - 1) yield i / (2 * points);
    const lat = places[2 * i + 1] ?? NaN;
    if (lat < least) least = lat;
    if (lat > most) most = lat;
  }
  const tall = meters / DEGREE;
  const wide = tall / Math.cos((((least + most) / 2) * Math.PI) / 180);
  const tally = new Tally();
  for (let i = 0; i < points; i++) {
    if (i % SLICE === SLICE - 1) yield 0.5 + i / (2 * points);
    const [x, y] = [Math.floor((places[2 * i] ?? NaN) / wide), Math.floor((places[2 * i + 1] ?? NaN) / tall)];
    if (Number.isNaN(x + y)) continue;
    tally.add(tally.cellAt(x, y), takesPart[i] === 1, values?.[i] ?? NaN);
  }
  return tally.result(wide, tall);
}

/** What is known of the cells so far. */
class Tally {
  readonly #cells = new Map<number, number>();
  readonly #corners: number[] = [];
  readonly #counts: number[] = [];
  readonly #all: number[] = [];
  readonly #sums: number[] = [];
  readonly #known: number[] = [];

  /** Number of the cell in a column and a row of the lattice. */
  cellAt(x: number, y: number): number {
    const key = y * 2 ** 24 + x;
    const there = this.#cells.get(key);
    if (there !== undefined) return there;
    const cell = this.#counts.length;
    this.#cells.set(key, cell);
    this.#corners.push(x, y);
    for (const list of [this.#counts, this.#all, this.#sums, this.#known]) list.push(0);
    return cell;
  }

  add(cell: number, takesPart: boolean, value: number): void {
    this.#all[cell] = (this.#all[cell] ?? 0) + 1;
    if (!takesPart) return;
    this.#counts[cell] = (this.#counts[cell] ?? 0) + 1;
    if (Number.isNaN(value)) return;
    this.#sums[cell] = (this.#sums[cell] ?? 0) + value;
    this.#known[cell] = (this.#known[cell] ?? 0) + 1;
  }

  result(wide: number, tall: number): CellCounts {
    return {
      centers: Float64Array.from(this.#corners, (at, i) => (at + 0.5) * (i % 2 === 0 ? wide : tall)),
      counts: Float64Array.from(this.#counts),
      all: Float64Array.from(this.#all),
      means: Float64Array.from(this.#sums, (sum, cell) => (this.#known[cell] ? sum / (this.#known[cell] ?? 1) : NaN)),
      size: [wide, tall],
    };
  }
}

/** Code of the scheme `hot-spot` for a level of `hotSpots` of `@yizhangtu/analysis`, -3 to 3; undefined for 0. */
export function hotCode(level: number): string | undefined {
  const confidence = [undefined, '90', '95', '99'][Math.abs(level)];
  return confidence && `${level > 0 ? 'hot' : 'cold'}-${confidence}`;
}
