/** Lattices of equal cells and the cell of every point. Pure. */
import { atOnce, inParts, type Steps } from '@yizhangtu/data/steps';

export type LatticeKind = 'square' | 'hexagon';

/** Cells about the origin. */
export interface Lattice {
  readonly kind: LatticeKind;
  /** Side of a square; distance between opposite sides of a hexagon, which is also that between neighbouring middles. */
  readonly size: number;
}

/** Points sorted into cells. Only cells with a point have a number. */
export interface Cells {
  readonly lattice: Lattice;
  readonly count: number;
  readonly columns: Int32Array;
  readonly lines: Int32Array;
  /** Point → cell, −1 for none. */
  readonly of: Int32Array;
  /** The cell at a place, −1 where no point lies in it. */
  at(x: number, y: number): number;
  /** The cell of a column and line, −1 for none. */
  find(column: number, line: number): number;
}

const ROOT3 = Math.sqrt(3);
/** Height between the lines of a hexagonal lattice, of size 1. */
const HEX_LINE = ROOT3 / 2;
/** A cell so far from the origin is no place on Earth. */
const FAR = 2 ** 29;

/** Column and line of the cell at a place. Neighbouring cells share their border; it belongs to one of them. */
export function cellAt({ kind, size }: Lattice, x: number, y: number): [column: number, line: number] {
  if (kind === 'square') return [Math.floor(x / size), Math.floor(y / size)];
  const v = y / (size * HEX_LINE);
  const line = Math.round(v);
  const u = x / size - (line & 1) / 2;
  const column = Math.round(u);
  const dv = v - line;
  // Only a third from the line's middle another line can be nearer.
  if (Math.abs(dv) * 3 <= 1) return [column, line];
  const du = u - column;
  const otherLine = line + (dv > 0 ? 1 : -1);
  const otherColumn = Math.round(x / size - (otherLine & 1) / 2);
  const du2 = x / size - (otherLine & 1) / 2 - otherColumn;
  const dv2 = v - otherLine;
  return du * du + dv * dv * HEX_LINE ** 2 > du2 * du2 + dv2 * dv2 * HEX_LINE ** 2 ? [otherColumn, otherLine] : [column, line];
}

/** Middle of a cell. */
export function middleOfCell({ kind, size }: Lattice, column: number, line: number): [x: number, y: number] {
  if (kind === 'square') return [(column + 0.5) * size, (line + 0.5) * size];
  return [(column + (line & 1) / 2) * size, line * size * HEX_LINE];
}

/** Corners of a cell about its middle, x and y in turn, anticlockwise with y upwards. */
export function cornersOf({ kind, size }: Lattice): readonly number[] {
  const half = size / 2;
  if (kind === 'square') return [-half, -half, half, -half, half, half, -half, half];
  const tip = size / ROOT3;
  return [0, -tip, half, -tip / 2, half, tip / 2, 0, tip, -half, tip / 2, -half, -tip / 2];
}

/** Area of a cell in the square of its unit. */
export function areaOfCell({ kind, size }: Lattice): number {
  return kind === 'square' ? size * size : HEX_LINE * size * size;
}

/** Numbers cells in the order they are met: open addressing over typed arrays. */
class CellNumbers {
  count = 0;
  columns = new Int32Array(1024);
  lines = new Int32Array(1024);
  #slots = new Int32Array(4096).fill(-1);

  #slotOf(column: number, line: number): number {
    const mask = this.#slots.length - 1;
    let slot = (Math.imul(column, 0x9e3779b1) ^ Math.imul(line, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    for (;;) {
      const cell = this.#slots[slot] as number;
      if (cell < 0 || (this.columns[cell] === column && this.lines[cell] === line)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  find(column: number, line: number): number {
    return this.#slots[this.#slotOf(column, line)] as number;
  }

  add(column: number, line: number): number {
    const slot = this.#slotOf(column, line);
    const known = this.#slots[slot] as number;
    if (known >= 0) return known;
    const cell = this.count++;
    if (cell === this.columns.length) this.#growList();
    this.columns[cell] = column;
    this.lines[cell] = line;
    this.#slots[slot] = cell;
    return cell;
  }

  /** Makes room for so many more, in steps: a table of half a million takes longer than a frame to be made larger. Needed before any is added. */
  *room(more: number): Steps<void> {
    while ((this.count + more) * 2 > this.#slots.length) {
      this.#slots = new Int32Array(this.#slots.length * 4).fill(-1);
      yield* inParts(this.count, (from, to) => {
        for (let cell = from; cell < to; cell++) this.#slots[this.#slotOf(this.columns[cell] as number, this.lines[cell] as number)] = cell;
      });
    }
  }

  #growList(): void {
    for (const name of ['columns', 'lines'] as const) {
      const grown = new Int32Array(this[name].length * 2);
      grown.set(this[name]);
      this[name] = grown;
    }
  }
}

/** Points to be put into cells, as a point set has them: numbers of a unit from a place. */
export interface CellPoints {
  readonly xy: Float32Array | Float64Array | Int32Array;
  readonly unit?: number;
  readonly x0?: number;
  readonly y0?: number;
  /** Point → where its cell is told, where each of them has another; the point's own number when absent. */
  readonly rows?: Uint32Array | undefined;
}

/** Points looked at between two pauses. */
const STEP = 16_384;

/** Columns and lines of some points, as `cellAt` has them but without a pair a point. A column of `FAR` means none. */
function fillPlaces({ kind, size }: Lattice, { xy, unit = 1, x0 = 0, y0 = 0 }: CellPoints, from: number, to: number, columns: Int32Array, lines: Int32Array): void {
  const [perX, perY] = [1 / size, 1 / (size * HEX_LINE)];
  for (let i = from; i < to; i++) {
    const x = (xy[2 * i] as number) * unit + x0;
    const y = (xy[2 * i + 1] as number) * unit + y0;
    let column: number;
    let line: number;
    if (kind === 'square') {
      column = Math.floor(x / size);
      line = Math.floor(y / size);
    } else {
      const u = x * perX;
      const v = y * perY;
      line = Math.round(v);
      column = Math.round(u - (line & 1) / 2);
      const dv = v - line;
      if (dv * 3 > 1 || dv * 3 < -1) {
        const other = dv > 0 ? line + 1 : line - 1;
        const otherColumn = Math.round(u - (other & 1) / 2);
        const du = u - (line & 1) / 2 - column;
        const du2 = u - (other & 1) / 2 - otherColumn;
        const dv2 = v - other;
        if (du * du + dv * dv * HEX_LINE ** 2 > du2 * du2 + dv2 * dv2 * HEX_LINE ** 2) {
          column = otherColumn;
          line = other;
        }
      }
    }
    const isPlace = column < FAR && column > -FAR && line < FAR && line > -FAR;
    columns[i - from] = isPlace ? column : FAR;
    lines[i - from] = isPlace ? line : 0;
  }
}

/** Numbers the cells of some points. */
function number(numbers: CellNumbers, columns: Int32Array, lines: Int32Array, from: number, to: number, of: Int32Array, rows: Uint32Array | undefined): void {
  let [lastColumn, lastLine, last] = [FAR, 0, -1];
  for (let i = from; i < to; i++) {
    const column = columns[i - from] as number;
    const line = lines[i - from] as number;
    // Neighbours in memory are mostly neighbours on the ground.
    if (column !== lastColumn || line !== lastLine) {
      last = column === FAR ? -1 : numbers.add(column, line);
      lastColumn = column;
      lastLine = line;
    }
    of[rows ? (rows[i] as number) : i] = last;
  }
}

/** The cell of every point. Points that are NaN have none. */
export function cellsOf(lattice: Lattice, xy: CellPoints['xy']): Cells {
  return atOnce(cellSteps(lattice, { xy }));
}

/** The same in steps. @param count Points, or rows where the points have some. */
export function* cellSteps(lattice: Lattice, points: CellPoints, count = points.xy.length / 2): Steps<Cells> {
  const numbers = new CellNumbers();
  const length = points.xy.length / 2;
  const of = new Int32Array(count).fill(-1);
  const [columns, lines] = [new Int32Array(Math.min(STEP, length)), new Int32Array(Math.min(STEP, length))];
  for (let from = 0; from < length; from += STEP) {
    const to = Math.min(length, from + STEP);
    yield* numbers.room(to - from);
    fillPlaces(lattice, points, from, to, columns, lines);
    number(numbers, columns, lines, from, to, of, points.rows);
    yield from / length;
  }
  return found(lattice, numbers, of);
}

/** Cells that somebody else has counted points in; which points is not known. */
export function cellsAs(lattice: Lattice, columns: Int32Array, lines: Int32Array): Cells {
  const numbers = new CellNumbers();
  atOnce(numbers.room(columns.length));
  columns.forEach((column, index) => numbers.add(column, lines[index] as number));
  return found(lattice, numbers, new Int32Array(0));
}

function found(lattice: Lattice, numbers: CellNumbers, of: Int32Array): Cells {
  const { count } = numbers;
  const find = (column: number, line: number): number => (Math.abs(column) < FAR && Math.abs(line) < FAR ? numbers.find(column, line) : -1);
  const at = (x: number, y: number): number => find(...cellAt(lattice, x, y));
  return { lattice, count, columns: numbers.columns.slice(0, count), lines: numbers.lines.slice(0, count), of, at, find };
}
