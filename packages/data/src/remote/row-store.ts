/** The rows of an engine that have come to this page so far, under numbers of their own. */
import type { PointGeometry } from '../model/types.js';
import type { FieldInfo } from '../model/dataset-like.js';
import type { HeldRows, RemoteRow } from './types.js';

type Cell = string | number | boolean | null;

/** Rows kept with their values; a list that is scrolled for an hour must not fill the memory. */
const KEPT = 20_000;

/** Rows a page has when nobody says how many. */
export const PAGE = 100;

export class RowStore {
  readonly #numbers = new Map<string, number>();
  /** Values by row, the one looked at longest ago first. */
  readonly #values = new Map<number, Map<string, Cell>>();
  readonly #ids: (string | number | undefined)[] = [];
  readonly #held: Iterable<HeldRows>;
  #coordinates = new Float64Array(256);

  /** @param held Rows whose values others keep. */
  constructor(held: Iterable<HeldRows> = []) {
    this.#held = held;
  }

  /** Rows that have had a number. */
  get count(): number {
    return this.#ids.length;
  }

  /** Places of the rows, NaN for those without. */
  get geometry(): PointGeometry {
    return { kind: 'point', coordinates: this.#coordinates.subarray(0, 2 * this.count) };
  }

  /** Takes in a page of rows. The same row has the same number each time it comes, if the engine tells rows apart. */
  take(rows: readonly RemoteRow[], fields: readonly string[], pinned: ReadonlySet<number>): Uint32Array {
    const numbers = this.numbersOf(rows);
    rows.forEach(({ values }, at) => {
      const row = numbers[at] as number;
      const known = this.#values.get(row) ?? new Map<string, Cell>();
      fields.forEach((field, index) => known.set(field, values[index] ?? null));
      this.#values.delete(row);
      this.#values.set(row, known);
    });
    this.#forgetOld(pinned);
    return numbers;
  }

  /** Numbers of rows whose values somebody else keeps. */
  numbersOf(rows: readonly RemoteRow[]): Uint32Array {
    const met = new Map<string, number>();
    return Uint32Array.from(rows, ({ id, values, place }) => {
      const words = id === undefined ? JSON.stringify([values, place]) : `#${typeof id} ${id}`;
      const time = met.get(words) ?? 0;
      met.set(words, time + 1);
      const row = this.#numberOf(time === 0 ? words : `${words} ${time}`, id);
      this.#coordinates.set(place ?? [Number.NaN, Number.NaN], 2 * row);
      return row;
    });
  }

  /** Forgets the values of a field: it is another one now. */
  forget(field: string): void {
    for (const known of this.#values.values()) known.delete(field);
  }

  /** Takes over what others hold of rows. */
  keep(rows: Iterable<number>, fields: readonly FieldInfo[]): void {
    for (const row of rows) {
      const cells = fields.map(({ name }) => [name, this.#heldCell(row, name)] as const).filter(([, cell]) => cell !== null);
      if (cells.length > 0) this.#values.set(row, new Map([...(this.#values.get(row) ?? []), ...cells]));
    }
  }

  /** Value of a cell; null for a row that is not here. */
  value(row: number, field: string): Cell {
    return this.#values.get(row)?.get(field) ?? this.#heldCell(row, field);
  }

  /** What the engine tells a row by. */
  id(row: number): string | number | undefined {
    return this.#ids[row];
  }

  #heldCell(row: number, field: string): Cell {
    for (const held of this.#held) {
      const cell = held.cell(row, field);
      if (cell !== null) return cell;
    }
    return null;
  }

  #numberOf(key: string, id: string | number | undefined): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const row = this.count;
    this.#numbers.set(key, row);
    this.#ids.push(id);
    if (2 * row + 2 > this.#coordinates.length) {
      const grown = new Float64Array(2 * this.#coordinates.length);
      grown.set(this.#coordinates);
      this.#coordinates = grown;
    }
    return row;
  }

  #forgetOld(pinned: ReadonlySet<number>): void {
    for (const row of this.#values.keys()) {
      if (this.#values.size <= KEPT) return;
      if (!pinned.has(row)) this.#values.delete(row);
    }
  }
}
