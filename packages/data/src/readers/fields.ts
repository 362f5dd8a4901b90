/** Values of a field, row by row, to a column of the kind they have. */
import { NO_CODE, type Column } from '../model/types.js';
import { Grow } from './geometry-builder.js';
import type { NoteBook } from './notes.js';
import { booleanOf, instantOf, isDay, numberOf } from './words.js';

type Kind = Column['kind'];

/** Words of a column, each kept once. */
export class WordColumn {
  readonly #index = new Map<string, number>();
  readonly #codes = new Grow((size) => new Uint32Array(size));

  /** Rows so far. */
  get length(): number {
    return this.#codes.length;
  }

  /** Adds a row; null is missing. */
  push(word: string | null): void {
    if (word === null) {
      this.#codes.push(NO_CODE);
      return;
    }
    let code = this.#index.get(word);
    if (code === undefined) {
      code = this.#index.size;
      this.#index.set(word, code);
    }
    this.#codes.push(code);
  }

  /** Rows are missing up to here. */
  padTo(rows: number): void {
    while (this.#codes.length < rows) this.#codes.push(NO_CODE);
  }

  /** As a column of text. */
  text(name: string): Column {
    return { kind: 'text', name, dictionary: [...this.#index.keys()], codes: this.#codes.result() };
  }

  /** As a column of another kind; undefined if a word does not fit and `strict` is set. Words that do not fit are missing else, and noted. */
  as(kind: Exclude<Kind, 'text'>, name: string, notes: NoteBook | undefined): Column | undefined {
    const read = kind === 'number' ? numberOf : kind === 'date' ? instantOf : booleanOf;
    const missing = kind === 'boolean' ? 2 : Number.NaN;
    const words = [...this.#index.keys()];
    const values = words.map(read);
    if (!notes && (words.length === 0 || values.includes(undefined) || values.every((value) => Object.is(value, missing)))) return undefined;
    const rows = this.#codes.result();
    const column = kind === 'boolean' ? new Uint8Array(rows.length) : new Float64Array(rows.length);
    for (let row = 0; row < rows.length; row++) {
      const code = rows[row] as number;
      const value = code === NO_CODE ? missing : values[code];
      if (value === undefined) notes?.add('bad-value', row);
      column[row] = value ?? missing;
    }
    if (kind === 'boolean') return { kind, name, values: column as Uint8Array };
    if (kind === 'number') return { kind, name, values: column };
    return { kind, name, values: column as Float64Array, ...(words.every((word) => isDay(word) || Number.isNaN(instantOf(word))) && { dateOnly: true }) };
  }

  /** As the kind all its words fit: one of `kinds` in turn, else text. */
  guessed(name: string, kinds: readonly Exclude<Kind, 'text'>[]): Column {
    for (const kind of kinds) {
      const column = this.as(kind, name, undefined);
      if (column) return column;
    }
    return this.text(name);
  }
}

/** A field of JSON values, any of any kind. */
class JsonField {
  readonly values: unknown[] = [];
  readonly kinds = new Set<string>();

  set(row: number, value: unknown): void {
    while (this.values.length < row) this.values.push(undefined);
    this.values.push(value);
    if (value !== null && value !== undefined) this.kinds.add(typeof value);
  }
}

/** All properties of a source, by name. A `Map`, because names such as `__proto__` and `constructor` are names like any other. */
export class JsonFields {
  readonly #fields = new Map<string, JsonField>();

  /** Adds what a feature has. */
  addRow(row: number, properties: object): void {
    for (const name of Object.keys(properties)) {
      let field = this.#fields.get(name);
      if (!field) {
        field = new JsonField();
        this.#fields.set(name, field);
      }
      field.set(row, (properties as Record<string, unknown>)[name]);
    }
  }

  /** Values of a field as they are, one a row. */
  valuesOf(name: string): readonly unknown[] | undefined {
    return this.#fields.get(name)?.values;
  }

  /** Names of all fields, in order of first appearance. */
  names(): readonly string[] {
    return [...this.#fields.keys()];
  }

  /** The columns, of the kinds the values have or `kinds` asks for. */
  columns(rowCount: number, kinds: ReadonlyMap<string, Kind>, notes: NoteBook, without: readonly string[] = []): Column[] {
    let place = 0;
    return [...this.#fields]
      .filter(([name]) => !without.includes(name))
      .map(([name, field]) => columnOf(name, field, rowCount, kinds.get(name), notes, place++));
  }
}

function columnOf(name: string, field: JsonField, rowCount: number, wanted: Kind | undefined, notes: NoteBook, place: number): Column {
  const [only, second] = [...field.kinds];
  if (second === undefined && only === 'number' && (wanted === undefined || wanted === 'number')) return numberColumn(name, field, rowCount, notes);
  if (second === undefined && only === 'boolean' && (wanted === undefined || wanted === 'boolean')) return booleanColumn(name, field, rowCount);
  const words = new WordColumn();
  for (const value of field.values) words.push(wordOf(value));
  words.padTo(rowCount);
  if (wanted === 'text') return words.text(name);
  if (wanted !== undefined) return words.as(wanted, name, notes) ?? words.text(name);
  if (only === 'string' && second === undefined) return words.guessed(name, ['date']);
  if (field.kinds.size === 2 && field.kinds.has('number') && field.kinds.has('string')) {
    const numbers = words.as('number', name, undefined);
    if (numbers && onlyMissingWords(field.values)) return numbers;
  }
  if (second !== undefined) notes.add('mixed-values', place);
  return words.text(name);
}

/** Numbers with words for «nothing» between them are numbers; numbers written as text are not. */
function onlyMissingWords(values: readonly unknown[]): boolean {
  return values.every((value) => typeof value !== 'string' || Number.isNaN(numberOf(value)));
}

function numberColumn(name: string, field: JsonField, rowCount: number, notes: NoteBook): Column {
  const values = new Float64Array(rowCount).fill(Number.NaN);
  for (let row = 0; row < field.values.length; row++) {
    const value = field.values[row];
    // 1e999 reads as infinite: no number to count with.
    if (typeof value !== 'number' || !Number.isFinite(value)) continue;
    values[row] = value;
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER && Number.isInteger(value) && Math.abs(value) < 1e21) notes.add('big-number', row);
  }
  return { kind: 'number', name, values };
}

function booleanColumn(name: string, field: JsonField, rowCount: number): Column {
  const values = new Uint8Array(rowCount).fill(2);
  field.values.forEach((value, row) => {
    if (typeof value === 'boolean') values[row] = value ? 1 : 0;
  });
  return { kind: 'boolean', name, values };
}

/** A value as a word: lists and objects as JSON. */
function wordOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  try {
    return JSON.stringify(value) ?? null;
  } catch {
    // Nested too deeply to be written down again.
    return '[…]';
  }
}
