/** Columns and places under a mask. They are worked out when somebody asks for all of them, or in steps; single cells without the others. */
import { degreesBetween, pointCount } from '../points/degrees.js';
import { atOnce, type Steps } from '../steps/drive.js';
import { cellOf, columnLength } from './columns.js';
import { groupingSteps } from './grouping.js';
import { masked, type Mask } from './masks.js';
import { wordsOf } from './packed-text.js';
import type { Key } from './query-types.js';
import { NO_CODE, type CellValue, type Column, type NumberColumn, type PointGeometry, type ShapeGeometry, type TextColumn } from './types.js';
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
  const found = new WordCodes();
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

/** Numbers with few digits. */
export class CoarseNumbers implements NumberColumn {
  readonly kind = 'number';
  readonly name: string;
  readonly #source: Column;
  readonly #digits: number;
  #values?: Float64Array;

  constructor(source: Column, digits: number) {
    this.name = source.name;
    this.#source = source;
    this.#digits = digits;
  }

  get values(): Float64Array {
    this.#values ??= rounded(numbersIn(this.#source), this.#digits);
    return this.#values;
  }
}

/** Numbers of a column; words count as what they read as. */
function numbersIn(column: Column): ArrayLike<number> {
  if (column.kind === 'boolean') return Float64Array.from(column.values, (value) => (value > 1 ? Number.NaN : value));
  if (column.kind !== 'text') return column.values;
  const { codes, dictionary } = column;
  const numbers = Float64Array.from(dictionary, (word) => (word.trim() === '' ? Number.NaN : Number(word)));
  const values = new Float64Array(codes.length);
  for (let row = 0; row < values.length; row++) values[row] = numbers[codes[row] as number] ?? Number.NaN;
  return values;
}

/** Points with few digits of degrees. */
export class CoarsePoints implements PointGeometry {
  readonly kind = 'point';
  readonly count: number;
  readonly #source: PointGeometry;
  readonly #digits: number;
  #coordinates?: Float64Array;

  constructor(source: PointGeometry, digits: number) {
    this.count = pointCount(source);
    this.#source = source;
    this.#digits = digits;
  }

  get coordinates(): Float64Array {
    this.#coordinates ??= this.degrees(0, 2 * this.count);
    return this.#coordinates;
  }

  /** Numbers `from` to `to` (exclusive) of the coordinates, without the others. */
  degrees(from: number, to: number): Float64Array {
    return this.#coordinates ? this.#coordinates.subarray(from, to) : rounded(degreesBetween(this.#source, from, to), this.#digits);
  }
}

/** Shapes with few digits of degrees. */
export function coarseShapes(source: ShapeGeometry, digits: number): ShapeGeometry {
  let coordinates: Float64Array | undefined;
  return {
    ...source,
    get coordinates() {
      coordinates ??= rounded(source.coordinates, digits);
      return coordinates;
    },
  };
}

function rounded(values: ArrayLike<number>, digits: number): Float64Array {
  const scale = 10 ** Math.max(0, Math.round(digits));
  const result = new Float64Array(values.length);
  for (let i = 0; i < result.length; i++) result[i] = Math.round((values[i] as number) * scale) / scale;
  return result;
}
