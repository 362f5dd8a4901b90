/** Lattices of equal cells and the cell of every point. Pure. */

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
    if (this.count * 2 > this.#slots.length) this.#growSlots();
    return cell;
  }

  #growList(): void {
    for (const name of ['columns', 'lines'] as const) {
      const grown = new Int32Array(this[name].length * 2);
      grown.set(this[name]);
      this[name] = grown;
    }
  }

  #growSlots(): void {
    this.#slots = new Int32Array(this.#slots.length * 4).fill(-1);
    for (let cell = 0; cell < this.count; cell++) this.#slots[this.#slotOf(this.columns[cell] as number, this.lines[cell] as number)] = cell;
  }
}

/**
 * Column and line of many points, as `cellAt` has them but without a pair a point. A column of `FAR` means none.
 */
function placesIn({ kind, size }: Lattice, xy: Float32Array | Float64Array): { columns: Int32Array; lines: Int32Array } {
  const points = xy.length / 2;
  const columns = new Int32Array(points);
  const lines = new Int32Array(points);
  const [perX, perY] = [1 / size, 1 / (size * HEX_LINE)];
  for (let i = 0; i < points; i++) {
    const x = xy[2 * i] as number;
    const y = xy[2 * i + 1] as number;
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
    columns[i] = isPlace ? column : FAR;
    lines[i] = isPlace ? line : 0;
  }
  return { columns, lines };
}

/** The cell of every point. Points that are NaN have none. */
export function cellsOf(lattice: Lattice, xy: Float32Array | Float64Array): Cells {
  const numbers = new CellNumbers();
  const { columns, lines } = placesIn(lattice, xy);
  const of = new Int32Array(columns.length);
  for (let i = 0; i < of.length; i++) {
    const column = columns[i] as number;
    of[i] = column === FAR ? -1 : numbers.add(column, lines[i] as number);
  }
  return found(lattice, numbers, of);
}

/** Cells that somebody else has counted points in; which points is not known. */
export function cellsAs(lattice: Lattice, columns: Int32Array, lines: Int32Array): Cells {
  const numbers = new CellNumbers();
  columns.forEach((column, index) => numbers.add(column, lines[index] as number));
  return found(lattice, numbers, new Int32Array(0));
}

function found(lattice: Lattice, numbers: CellNumbers, of: Int32Array): Cells {
  const { count } = numbers;
  const find = (column: number, line: number): number => (Math.abs(column) < FAR && Math.abs(line) < FAR ? numbers.find(column, line) : -1);
  const at = (x: number, y: number): number => find(...cellAt(lattice, x, y));
  return { lattice, count, columns: numbers.columns.slice(0, count), lines: numbers.lines.slice(0, count), of, at, find };
}
