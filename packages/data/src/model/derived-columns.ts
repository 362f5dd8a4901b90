/** Columns that are worked out from others, and stay true when the rows change. */
import { asYztError, isAbort, type YztError } from '@yizhangtu/base/errors';
import { atOnce, drive, type Steps } from '../steps/drive.js';
import type { Column, FieldSchema, Geometry, Table } from './types.js';

/** Rows as whoever works out a column sees them: masked, with the derived columns that were defined before. */
export interface RowSource {
  readonly rowCount: number;
  readonly geometry: Geometry;
  column(name: string): Column | undefined;
  field(name: string): FieldSchema;
}

/** Regions to join rows to: polygons, and what each is called. */
export interface RegionSet {
  readonly geometry: Geometry;
  /** One a row of the geometry: code or name; null for a region that does not count. Regions of the same key are one. */
  readonly keys: readonly (string | number | null)[];
}

/** A value for each key in another field; what has no key, and by `otherwise` a key that has none, is missing. */
export interface FarLookup {
  /** Field of the rows that holds the key. */
  readonly by: string;
  /** Values by the key as a word: numbers, dates in ms, words, truths. NaN is missing. */
  readonly values: ReadonlyMap<string, number | string | boolean>;
  /** Number of a key that has none. */
  readonly otherwise?: number;
}

/** How a column is worked out, in words that an engine with rows of its own understands. */
export type FarColumn = { readonly expression: string; readonly now: () => number } | FarLookup | { readonly regions: RegionSet };

/** How a column is worked out. Made by `regionColumn`, `valueColumn` and `expressionColumn`. */
export interface DerivedColumn {
  /** Name, and how the field is shown. */
  readonly field: FieldSchema;
  /** Names of all fields it looks at. Absent where it does not say: then it may look at any. */
  readonly uses?: readonly string[];
  /** Kind of the column over these rows, known before it is worked out. @throws YztError if it cannot be worked out at all. */
  kind(rows: RowSource): Column['kind'];
  /** Works it out. Its rows are those of the source, its name is that of the field. */
  steps(rows: RowSource): Steps<Column>;
  /** The same for rows that stay elsewhere. Absent for what only rows in the page can have. */
  far?(): FarColumn;
}

/** Tables of fewer rows get their columns at once. */
const SMALL = 20_000;
/** Milliseconds of work between two pauses. */
const SLICE_MS = 8;

interface Entry {
  readonly derived: DerivedColumn;
  column?: Column | undefined;
  error?: YztError | undefined;
}

/** The derived columns of a dataset, in the order in which they were defined; each may use those before it. */
export class DerivedColumns {
  readonly #entries = new Map<string, Entry>();
  readonly #changed: () => void;
  readonly #small: number;
  #base: Table | undefined;
  #field: (name: string) => FieldSchema = (name) => ({ name });
  #work?: { readonly stop: AbortController; readonly done: Promise<void> } | undefined;

  /** @param changed Called when columns that took longer are there. */
  constructor(changed: () => void, small = SMALL) {
    this.#changed = changed;
    this.#small = small;
  }

  /** The columns over the table given last: missing values only, while a column is being worked out. */
  get columns(): readonly Column[] {
    return [...this.#entries.values()].flatMap(({ column }) => column ?? []);
  }

  /** A table with the derived columns, each in the place of one of its name. */
  shown(base: Table): Table {
    const { columns } = this;
    const own = new Set(columns.map(({ name }) => name));
    return columns.length === 0 ? base : { ...base, columns: [...base.columns.filter(({ name }) => !own.has(name)), ...columns] };
  }

  /** Resolves when all columns are worked out; undefined if they are. */
  get pending(): Promise<void> | undefined {
    return this.#work?.done;
  }

  /** How a derived field is shown; undefined if there is none of this name. */
  field(name: string): FieldSchema | undefined {
    return this.#entries.get(name)?.derived.field;
  }

  /** Why a column is not there. */
  error(name: string): YztError | undefined {
    return this.#entries.get(name)?.error;
  }

  /** Defines a column, or defines it anew, and works it out with those after it. */
  set(derived: DerivedColumn): void {
    const { name } = derived.field;
    const later = this.#entries.has(name);
    this.#entries.set(name, { derived });
    this.#workOut(later ? [...this.#entries.keys()].slice([...this.#entries.keys()].indexOf(name)) : [name]);
  }

  /** Takes a column away. False if there was none. */
  delete(name: string): boolean {
    const names = [...this.#entries.keys()];
    if (!this.#entries.delete(name)) return false;
    this.#workOut(names.slice(names.indexOf(name) + 1));
    return true;
  }

  /** Works all columns out over another table. */
  over(base: Table, field: (name: string) => FieldSchema): void {
    this.#base = base;
    this.#field = field;
    // Before there are rows there is nothing to work out, and nothing to be wrong with.
    if (base.rowCount === 0 && base.columns.length === 0) this.#forget();
    else this.#workOut([...this.#entries.keys()]);
  }

  #forget(): void {
    this.#work?.stop.abort();
    this.#work = undefined;
    this.#base = undefined;
    for (const entry of this.#entries.values()) [entry.column, entry.error] = [undefined, undefined];
  }

  #workOut(names: readonly string[]): void {
    // What is not done yet has to be done as well.
    const unfinished = this.#work ? [...this.#entries.keys()] : names;
    this.#work?.stop.abort();
    this.#work = undefined;
    const base = this.#base;
    if (!base || unfinished.length === 0) return;
    const ready = unfinished.filter((name) => this.#begin(name, base));
    if (ready.length > 0) this.#later(ready, base);
  }

  /** Works a column out if that is quick. True if it takes longer; then it has missing values only until it is there. */
  #begin(name: string, base: Table): boolean {
    const entry = this.#entries.get(name) as Entry;
    try {
      const rows = this.#rowsBefore(name, base);
      entry.error = undefined;
      entry.column = undefined;
      if (base.rowCount < this.#small) entry.column = atOnce(entry.derived.steps(rows));
      else entry.column = blankColumn(entry.derived.kind(rows), name, base.rowCount);
      return base.rowCount >= this.#small;
    } catch (reason) {
      entry.error = wrong(reason, name);
      return false;
    }
  }

  #later(names: readonly string[], base: Table): void {
    const stop = new AbortController();
    const done = this.#run(names, base, stop.signal).then((finished) => {
      if (finished) this.#work = undefined;
    });
    this.#work = { stop, done };
  }

  async #run(names: readonly string[], base: Table, signal: AbortSignal): Promise<boolean> {
    for (const name of names) {
      const entry = this.#entries.get(name);
      if (!entry) continue;
      try {
        entry.column = await drive(entry.derived.steps(this.#rowsBefore(name, base)), { signal, sliceMs: SLICE_MS });
      } catch (reason) {
        if (isAbort(reason)) return false;
        entry.column = undefined;
        entry.error = wrong(reason, name);
      }
      this.#changed();
    }
    return !signal.aborted;
  }

  #rowsBefore(name: string, base: Table): RowSource {
    const columns = new Map(base.columns.map((column) => [column.name, column]));
    for (const [other, { column }] of this.#entries) {
      if (other === name) break;
      if (column) columns.set(other, column);
    }
    return { rowCount: base.rowCount, geometry: base.geometry, column: (field) => columns.get(field), field: this.#field };
  }
}

function wrong(reason: unknown, name: string): YztError {
  return asYztError(reason, 'bad-argument', { zh: `字段「${name}」无法计算。`, en: `Field "${name}" cannot be worked out.` });
}

/** A column without a single value. */
export function blankColumn(kind: Column['kind'], name: string, rowCount: number): Column {
  if (kind === 'text') return { kind, name, dictionary: [], codes: new Uint32Array(rowCount).fill(0xffffffff) };
  if (kind === 'boolean') return { kind, name, values: new Uint8Array(rowCount).fill(2) };
  return { kind, name, values: new Float64Array(rowCount).fill(Number.NaN) };
}
