/** Values of a field, row by row, to a column of the kind they have. */
import { NO_CODE, type Column, type TextColumn } from '../model/types.js';
import { Grow } from './geometry-builder.js';
import type { NoteBook } from './notes.js';
import { booleanOf, instantOf, isDay, numberOf } from './words.js';

export type Kind = Column['kind'];

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

  /** As a column of another kind; undefined if a word does not fit and there is no notebook. Words that do not fit are missing else, and noted. */
  as(kind: Exclude<Kind, 'text'>, name: string, notes: NoteBook | undefined): Column | undefined {
    return wordsColumn(kind, name, [...this.#index.keys()], this.#codes.result(), notes);
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

/** A column of another kind from words and their codes; see `WordColumn.as`. */
export function wordsColumn(
  kind: Exclude<Kind, 'text'>,
  name: string,
  words: readonly string[],
  rows: TextColumn['codes'],
  notes: NoteBook | undefined,
): Column | undefined {
  const values = valuesOfWords(kind, words, notes !== undefined);
  if (!values) return undefined;
  const missing = missingOf(kind);
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

function missingOf(kind: Kind): number {
  return kind === 'boolean' ? 2 : Number.NaN;
}

/** What each word means; undefined at the first that means nothing, or if all stand for nothing, unless `lenient` is set. */
function valuesOfWords(kind: Exclude<Kind, 'text'>, words: readonly string[], lenient: boolean): (number | undefined)[] | undefined {
  const read = kind === 'number' ? numberOf : kind === 'date' ? instantOf : booleanOf;
  const missing = missingOf(kind);
  const values: (number | undefined)[] = [];
  let any = lenient;
  for (const word of words) {
    const value = read(word);
    if (value === undefined && !lenient) return undefined;
    any ||= !Object.is(value, missing);
    values.push(value);
  }
  return any ? values : undefined;
}

/** Values of a field, one a row from the first, and the kinds among them. */
export interface FieldValues {
  readonly values: readonly unknown[];
  readonly kinds: ReadonlySet<string>;
}

/** A field of JSON values, any of any kind. */
class JsonField implements FieldValues {
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

/** A column of the kind the values have, or of the one that is wanted. */
export function columnOf(name: string, field: FieldValues, rowCount: number, wanted: Kind | undefined, notes: NoteBook, place: number): Column {
  const [only, second] = [...field.kinds];
  if (second === undefined && only === 'number' && (wanted === undefined || wanted === 'number')) return numberColumn(name, numbersOf(field, rowCount), notes);
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

function numbersOf({ values }: FieldValues, rowCount: number): Float64Array {
  const numbers = new Float64Array(rowCount).fill(Number.NaN);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (typeof value === 'number') numbers[row] = value;
  }
  return numbers;
}

/** Numbers as a column. 1e999 reads as infinite: no number to count with. Integers that may have lost digits are noted. */
export function numberColumn(name: string, values: Float64Array, notes: NoteBook): Column {
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    const size = value < 0 ? -value : value;
    if (size === Infinity) values[row] = Number.NaN;
    else if (size > Number.MAX_SAFE_INTEGER && size < 1e21 && Number.isInteger(value)) notes.add('big-number', row);
  }
  return { kind: 'number', name, values };
}

/** Values that are true, false or missing, as a column. */
export function booleanColumn(name: string, { values: cells }: FieldValues, rowCount: number): Column {
  const values = new Uint8Array(rowCount).fill(2);
  for (let row = 0; row < cells.length; row++) if (typeof cells[row] === 'boolean') values[row] = cells[row] === true ? 1 : 0;
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
