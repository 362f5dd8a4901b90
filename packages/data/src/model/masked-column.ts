/** Columns and places under a mask. They are worked out when somebody asks for all of them, or in steps; single cells without the others. */
import { degreesBetween, pointCount } from '../points/degrees.js';
import { atOnce, type Steps } from '../steps/drive.js';
import { cellOf, columnLength } from './columns.js';
import { groupingOf, groupingSteps } from './grouping.js';
import { masked, type Mask } from './masks.js';
import { wordsOf } from './packed-text.js';
import type { Key } from './query-types.js';
import { NO_CODE, type CellValue, type Column, type Geometry, type NoGeometry, type NumberColumn, type PointGeometry, type ShapeGeometry, type TextColumn } from './types.js';
import { WordCodes } from './word-codes.js';

/** Words between two pauses. */
const WORD_STEP = 1 << 12;
/** Rows between two pauses. */
const ROW_STEP = 1 << 18;

type Shown = Pick<TextColumn, 'dictionary' | 'codes'>;

/** Masked words. What is masked is nowhere to be had from it: not even another thread gets more than the name. */
export class MaskedText implements TextColumn {
  readonly kind = 'text';
  readonly name: string;
  readonly #source: Column;
  readonly #mask: Mask;
  #work?: Steps<Shown> | undefined;
  #shown?: Shown;

  constructor(source: Column, mask: Mask) {
    this.name = source.name;
    this.#source = source;
    this.#mask = mask;
  }

  get dictionary(): readonly string[] {
    return this.#all().dictionary;
  }

  get codes(): TextColumn['codes'] {
    return this.#all().codes;
  }

  /** Words there are at most. */
  get wordCount(): number {
    return this.#source.kind === 'text' ? wordsOf(this.#source) : columnLength(this.#source);
  }

  /** The word of a row, without the others. */
  wordOf(row: number): string | undefined {
    if (this.#shown) return this.#shown.dictionary[this.#shown.codes[row] ?? NO_CODE];
    const value = cellOf(this.#source, row);
    return value === null ? undefined : shownWord(value, this.#mask);
  }

  /** Masks all words in steps. Whoever comes meanwhile goes on with the same work. */
  *decode(): Steps<void> {
    while (!this.#shown) {
      this.#work ??= maskedSteps(this.#source, this.#mask);
      const step = this.#work.next();
      if (!step.done) yield step.value;
      else [this.#shown, this.#work] = [step.value, undefined];
    }
  }

  #all(): Shown {
    if (!this.#shown) atOnce(this.decode());
    return this.#shown as Shown;
  }
}

/** Different words that look the same masked become one word, so that not even their number tells them apart. */
function* maskedSteps(source: Column, mask: Mask): Steps<Shown> {
  const { codes, keys } = yield* groupingSteps(source);
  const found = new WordCodes(keys.length);
  const codeOf = new Uint32Array(keys.length);
  for (let key = 0; key < keys.length; key++) {
    const value = keys[key] as NonNullable<Key>;
    codeOf[key] = found.codeOf(shownWord(source.kind === 'date' ? new Date(value as number) : value, mask));
    if (key % WORD_STEP === WORD_STEP - 1) yield (0.9 * key) / keys.length;
  }
  const shown = new Uint32Array(codes.length);
  for (let row = 0; row < shown.length; row++) {
    const code = codes[row] as number;
    shown[row] = code < codeOf.length ? (codeOf[code] as number) : NO_CODE;
    if (row % ROW_STEP === ROW_STEP - 1) yield 0.9;
  }
  return { dictionary: found.words, codes: shown };
}

/** A blank is no datum; it is shown as one, as a missing value is. */
function shownWord(value: NonNullable<CellValue>, mask: Mask): string {
  return value === '' ? '' : masked(value instanceof Date ? value.toISOString() : String(value), mask);
}

/** A thing without one of its arrays, which is made when somebody asks for it. */
function later<T extends object, K extends keyof T>(rest: Omit<T, K>, key: K, make: () => T[K]): T {
  let made: T[K] | undefined;
  return Object.defineProperty({ ...rest } as T, key, { enumerable: true, get: () => (made ??= make()) });
}

/** Numbers with few digits. */
export function coarseNumbers(column: Column, digits: number): NumberColumn {
  return later<NumberColumn, 'values'>({ kind: 'number', name: column.name }, 'values', () => rounded(numbersIn(column), digits));
}

/** Numbers of a column; words count as what they read as. */
function numbersIn(column: Column): ArrayLike<number> {
  if (column.kind === 'number' || column.kind === 'date') return column.values;
  const { codes, keys } = groupingOf(column);
  const numbers = keys.map((key) => (typeof key === 'string' && key.trim() === '' ? Number.NaN : Number(key)));
  return Float64Array.from(codes, (code) => numbers[code] ?? Number.NaN);
}

/** Places with few digits of degrees. */
export function coarsePlaces(geometry: Exclude<Geometry, NoGeometry>, digits: number): Geometry {
  if (geometry.kind === 'shape') return later<ShapeGeometry, 'coordinates'>(geometry, 'coordinates', () => rounded(geometry.coordinates, digits));
  const count = pointCount(geometry);
  return later<PointGeometry, 'coordinates'>({ kind: 'point', count }, 'coordinates', () => rounded(degreesBetween(geometry, 0, 2 * count), digits));
}

function rounded(values: ArrayLike<number>, digits: number): Float64Array {
  const scale = 10 ** Math.max(0, Math.round(digits));
  const result = new Float64Array(values.length);
  for (let i = 0; i < result.length; i++) result[i] = Math.round((values[i] as number) * scale) / scale;
  return result;
}
