/**
 * Where a grid reaches a level: areas and lines by marching squares, in steps. d3-contour traces the same areas, but treats what is missing as
 * very low: its rings run along holes and edges, and nothing tells those parts from true isolines. Here a square with a missing corner is
 * nothing at all – just where a value between the places is missing too – and each part knows whether it is a level or an edge. Pure.
 */
import type { Steps } from '@yizhangtu/data/steps';

/** The numbers of a grid at places that reach to its edges: those of the cells, and around them the outermost ones again. */
export interface Lattice {
  /** Places a row, two more than the grid has columns. */
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
  /** 1 where all four corners of the square right below a place are there. */
  readonly whole: Uint8Array;
}

/** Areas at or above a level. Coordinates are cells of the grid from its top left corner. */
export interface TracedLevel {
  readonly xy: Float64Array;
  /** Ring → first vertex; one more entry than there are rings. First and last vertex of a ring are equal. */
  readonly start: Uint32Array;
  /** 1 where the way from a vertex to the next one is a line of equal value, 0 along an edge of the grid or of a hole. */
  readonly level: Uint8Array;
}

/** Rows or vertices between two pauses. */
const ROWS = 48;
const VERTICES = 8192;

/** The lattice of a grid. */
export function latticeOf(numbers: Float32Array, columns: number, rows: number): Lattice {
  const [width, height] = [columns + 2, rows + 2];
  const values = new Float32Array(width * height);
  for (let j = 0; j < height; j++) {
    const row = Math.min(rows - 1, Math.max(0, j - 1)) * columns;
    for (let i = 0; i < width; i++) values[j * width + i] = numbers[row + Math.min(columns - 1, Math.max(0, i - 1))] as number;
  }
  const whole = new Uint8Array(width * height);
  for (let j = 0; j < height - 1; j++)
    for (let i = 0; i < width - 1; i++) {
      const at = j * width + i;
      const sum = (values[at] as number) + (values[at + 1] as number) + (values[at + width] as number) + (values[at + width + 1] as number);
      // NaN makes the sum NaN.
      whole[at] = sum === sum ? 1 : 0;
    }
  return { width, height, values, whole };
}

/** Place of a column or row of the lattice in cells. */
function placeOf(index: number, count: number): number {
  return index === 0 ? 0 : index === count - 1 ? count - 2 : index - 0.5;
}

/** Ways from point to point, each beginning once, but where areas touch in a corner. Points are crossings of the edges of squares, or places. */
class Ways {
  readonly next: Int32Array;
  /** 1 where the way from a point is along an edge. */
  readonly edge: Uint8Array;
  readonly begins: number[] = [];
  readonly #others = new Map<number, number>();

  constructor(points: number) {
    this.next = new Int32Array(points).fill(-1);
    this.edge = new Uint8Array(points);
  }

  add(from: number, to: number, edge: 0 | 1): void {
    this.begins.push(from);
    if (this.next[from] !== -1) {
      this.#others.set(from, to);
      return;
    }
    this.next[from] = to;
    this.edge[from] = edge;
  }

  /** Takes the way from a point; −1 where there is none left. */
  take(from: number): number {
    const to = this.next[from] as number;
    // Two ways from one place are both along edges.
    this.next[from] = this.#others.get(from) ?? -1;
    this.#others.delete(from);
    return to;
  }
}

/** Traces one level. −Infinity gives all there is. */
export function* traceLevel(lattice: Lattice, limit: number): Steps<TracedLevel> {
  const { width, height } = lattice;
  const ways = new Ways(3 * width * height);
  const square = new Square(lattice, limit, ways);
  for (let j = 0; j < height - 1; j++) {
    if (j % ROWS === ROWS - 1) yield (0.7 * j) / height;
    for (let i = 0; i < width - 1; i++) square.add(i, j);
  }
  return yield* rings(lattice, limit, ways);
}

/** One square at a time: corners clockwise from the top left, sides clockwise from the top. The area lies to the right of each way. */
class Square {
  readonly #lattice: Lattice;
  readonly #limit: number;
  readonly #ways: Ways;
  readonly #size: number;

  constructor(lattice: Lattice, limit: number, ways: Ways) {
    this.#lattice = lattice;
    this.#limit = limit;
    this.#ways = ways;
    this.#size = lattice.width * lattice.height;
  }

  add(i: number, j: number): void {
    const { width, values, whole } = this.#lattice;
    const at = j * width + i;
    if (whole[at] === 0) return;
    const limit = this.#limit;
    const [a, b, c, d] = [values[at] as number, values[at + 1] as number, values[at + width + 1] as number, values[at + width] as number];
    const inside = (a >= limit ? 1 : 0) | (b >= limit ? 2 : 0) | (c >= limit ? 4 : 0) | (d >= limit ? 8 : 0);
    if (inside === 0) return;
    if (inside !== 15) this.#across(at, inside, () => (a * c - b * d) / (a + c - b - d));
    // Between two whole squares there is no edge.
    if (j === 0 || whole[at - width] === 0) this.#along(at, at + 1, at, inside & 1, inside & 2);
    if (whole[at + 1] === 0) this.#along(at + 1, at + width + 1, this.#size + at + 1, inside & 2, inside & 4);
    if (whole[at + width] === 0) this.#along(at + width + 1, at + width, at + width, inside & 4, inside & 8);
    if (i === 0 || whole[at - 1] === 0) this.#along(at + width, at, this.#size + at, inside & 8, inside & 1);
  }

  /** Lines of the level, from a side where the area is left to one where it is entered. */
  #across(at: number, inside: number, saddle: () => number): void {
    const { width } = this.#lattice;
    const sides = [at, this.#size + at + 1, at + width, this.#size + at];
    const is = (corner: number): boolean => (inside & (1 << (corner & 3))) !== 0;
    // Two corners across from each other: the value in the middle, as bilinear as all others, says whether they are one area.
    const joined = (inside === 5 || inside === 10) && saddle() >= this.#limit;
    for (let side = 0; side < 4; side++) {
      if (!is(side) || is(side + 1)) continue;
      let entry = joined || (inside !== 5 && inside !== 10) ? side + 1 : side + 3;
      while (is(entry) || !is(entry + 1)) entry++;
      this.#ways.add(sides[side] as number, sides[entry & 3] as number, 0);
    }
  }

  /** The part of a side that is in the area, where nothing lies beyond it. */
  #along(from: number, to: number, crossing: number, leaves: number, enters: number): void {
    if (leaves === 0 && enters === 0) return;
    const place = 2 * this.#size;
    this.#ways.add(leaves === 0 ? crossing : place + from, enters === 0 ? crossing : place + to, 1);
  }
}

function* rings({ width, height, values }: Lattice, limit: number, ways: Ways): Steps<TracedLevel> {
  const size = width * height;
  const [xy, level, start]: [number[], number[], number[]] = [[], [], [0]];
  const put = (point: number): void => {
    const at = point % size;
    const [i, j] = [at % width, Math.floor(at / width)];
    let [x, y] = [placeOf(i, width), placeOf(j, height)];
    if (point < size) x += (placeOf(i + 1, width) - x) * part(values, at, at + 1, limit);
    else if (point < 2 * size) y += (placeOf(j + 1, height) - y) * part(values, at, at + width, limit);
    xy.push(x, y);
  };
  let paused = 0;
  for (const begin of ways.begins) {
    if (ways.next[begin] === -1) continue;
    for (let point = begin; ; ) {
      put(point);
      const edge = ways.edge[point] as number;
      const next = ways.take(point);
      level.push(next === -1 || edge === 1 ? 0 : 1);
      if (next === -1) break;
      point = next;
    }
    start.push(level.length);
    if (level.length - paused > VERTICES) {
      paused = level.length;
      yield 0.7 + (0.3 * level.length) / (ways.begins.length + 1);
    }
  }
  return { xy: Float64Array.from(xy), start: Uint32Array.from(start), level: Uint8Array.from(level) };
}

function part(values: Float32Array, from: number, to: number, limit: number): number {
  const [a, b] = [values[from] as number, values[to] as number];
  return (limit - a) / (b - a);
}
