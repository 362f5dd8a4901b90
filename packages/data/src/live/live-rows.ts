/** The last position of each key, as rows that keep their order. Pure but for the clock that is handed in. */
import { tableFromColumns } from '../model/from-columns.js';
import type { Column, Table } from '../model/types.js';
import type { LivePosition } from './live-message.js';

interface Row extends LivePosition {
  readonly time: number;
}

/** How long positions count. Milliseconds; Infinity for ever. */
export interface LiveAges {
  readonly stale: number;
  readonly remove: number;
}

export class LiveRows {
  readonly #rows = new Map<string | number, Row>();
  /** Keys in the order of the table that was made last. */
  #shown: (string | number)[] = [];
  #kinds = new Map<string, 'number' | 'text' | 'boolean'>();

  /** Keys there are. */
  get size(): number {
    return this.#rows.size;
  }

  /** Takes a position. One that is older than what is known of its key is left out. */
  take(position: LivePosition, now: number): void {
    const before = this.#rows.get(position.key);
    // A clock that is ahead makes nothing younger than now.
    const time = Math.min(position.time ?? now, now);
    if (before && time < before.time) return;
    // A message may say some of it only.
    const values = before ? new Map([...before.values, ...position.values]) : position.values;
    this.#rows.set(position.key, { ...position, time, values });
  }

  /** Takes away what is too old, and of too many what has been silent longest. True if anything went. */
  expire(now: number, { remove }: Pick<LiveAges, 'remove'>, limit: number): boolean {
    const before = this.#rows.size;
    if (remove < Infinity) for (const [key, { time }] of this.#rows) if (now - time >= remove) this.#rows.delete(key);
    if (this.#rows.size > limit) {
      const oldest = [...this.#rows].sort(([, a], [, b]) => a.time - b.time).slice(0, this.#rows.size - limit);
      for (const [key] of oldest) this.#rows.delete(key);
    }
    return this.#rows.size < before;
  }

  /** Rows that have been silent for too long, 1 a row of the last table. */
  staleRows(now: number, { stale }: Pick<LiveAges, 'stale'>): Uint8Array {
    return Uint8Array.from(this.#shown, (key) => Number(now - (this.#rows.get(key)?.time ?? now) >= stale));
  }

  clear(): void {
    this.#rows.clear();
  }

  /** All rows as a table, and where those of the table before it are now. @param timeName Name of the column of times. */
  table(timeName: string, keyName: string): { readonly table: Table; readonly moved: (row: number) => number } {
    const before = this.#shown;
    const rows = [...this.#rows.values()];
    this.#shown = rows.map(({ key }) => key);
    const names = [...new Set(rows.flatMap(({ values }) => [...values.keys()]))].filter((name) => name !== timeName);
    const columns = names.map((name) => this.#column(name, rows));
    const time: Column = { kind: 'date', name: timeName, values: Float64Array.from(rows, (row) => row.time) };
    const base = tableFromColumns({ coordinates: Float64Array.from(rows.flatMap(({ lon, lat }) => [lon, lat])), ids: this.#shown });
    const own = names.includes(keyName) ? [] : [textColumn(keyName, rows.map(({ key }) => String(key)))];
    const index = new Map(this.#shown.map((key, row) => [key, row]));
    return { table: { ...base, columns: [...own, ...columns, time] }, moved: (row) => index.get(before[row] as string | number) ?? -1 };
  }

  /** A column of the kind its values have had since the first. What is of another is a word. */
  #column(name: string, rows: readonly Row[]): Column {
    const values = rows.map((row) => row.values.get(name) ?? null);
    const kinds = new Set(values.filter((value) => value !== null).map((value) => typeof value));
    const [only, other] = kinds;
    const known = this.#kinds.get(name);
    const kind = other !== undefined || known === 'text' ? 'text' : only === 'number' || only === 'boolean' ? only : only === undefined ? (known ?? 'text') : 'text';
    this.#kinds.set(name, known !== undefined && known !== kind && only !== undefined ? 'text' : kind);
    if (this.#kinds.get(name) === 'number') return { kind: 'number', name, values: Float64Array.from(values, (value) => (typeof value === 'number' ? value : Number.NaN)) };
    if (this.#kinds.get(name) === 'boolean') return { kind: 'boolean', name, values: Uint8Array.from(values, (value) => (value === null ? 2 : Number(value))) };
    return textColumn(name, values.map((value) => (value === null ? null : String(value as string | number | boolean))));
  }
}

function textColumn(name: string, words: readonly (string | null)[]): Column {
  const index = new Map<string, number>();
  const codes = Uint32Array.from(words, (word) => {
    if (word === null) return 0xffffffff;
    const code = index.get(word) ?? index.size;
    index.set(word, code);
    return code;
  });
  return { kind: 'text', name, dictionary: [...index.keys()], codes };
}
