/** One class a category: colours of the standard where it has some, else the categorical colours of the theme, most frequent first. */
import type { Text } from '@yizhangtu/base/locale';
import { categoryWords } from '../words/row-text.js';
import type { DatasetLike } from '../model/dataset-like.js';
import type { Dataset } from '../model/dataset.js';
import { countCodes } from '../model/aggregate.js';
import { codeEntry, codeScheme } from '../model/codes.js';
import type { Grouping } from '../model/grouping.js';
import { compareKeys } from '../model/order.js';
import { NO_DATA } from '../model/text.js';
import type { Filter, Group } from '../model/query-types.js';
import { atOnce, SLICED_FROM, type Steps } from '../steps/drive.js';
import { inParts } from '../steps/in-parts.js';
import type { SymbolClass } from './types.js';

/** Colours the theme has for categories. */
const TOKENS = 8;
/** Class numbers are bytes and 255 means none; one more is kept for 其他, one for 无数据. */
const MAX_CLASSES = 252;
/** More keys than these are not put in order: nobody reads a legend of them. */
const MANY_KEYS = 10_000;
const OTHER: Text = { zh: '其他', en: 'Other' };

type Key = NonNullable<Group['key']>;

/** Classes, and which category of the field each has; −1 for those that are no category. */
export interface CategoryClasses {
  readonly classes: readonly SymbolClass[];
  readonly codes: readonly number[];
}

/** All classes of a field over all rows, filtered or not, so that colours never change with a filter. */
export function classesOf(dataset: Dataset, field: string): CategoryClasses {
  const grouping = dataset.groupingOf(field);
  return madeClasses(dataset, field, grouping.keys, atOnce(frequencySteps(grouping)));
}

/** True where the classes of a field are work for several frames and still to be done. */
export function classesAreLate(dataset: Dataset, field: string): boolean {
  if (dataset.rowCount < SLICED_FROM || !dataset.column(field)) return false;
  const grouping = dataset.groupingOf(field);
  return grouping.keys.length > MANY_KEYS && !found.has(grouping);
}

/** Counts the rows of all categories of a field in steps, and finds the most frequent. */
export function* classesAhead(dataset: Dataset, field: string): Steps<void> {
  if (dataset.column(field)) yield* frequencySteps(dataset.groupingOf(field));
}

/**
 * The same from the values of a field.
 * @param counts Rows of each value, and last of those without one.
 */
export function classesOfKeys(dataset: DatasetLike, field: string, keys: ArrayLike<Group['key']>, counts: Uint32Array): CategoryClasses {
  return madeClasses(dataset, field, keys, atOnce(frequencyOf(keys, counts)));
}

function madeClasses(dataset: DatasetLike, field: string, keys: ArrayLike<Group['key']>, { counts, used, first }: Frequency): CategoryClasses {
  const schema = dataset.field(field);
  const keyOf = (code: number): Key => keys[code] as Key;
  const standard = schema.codes !== undefined && used.some((code) => codeEntry(schema, keyOf(code))?.color);
  const room = standard ? MAX_CLASSES : TOKENS;
  const order = standard ? inStandardOrder(dataset, field, used, keyOf) : first ?? byFrequency(used, keyOf, counts);
  const own = Array.from(order.length > room ? order.subarray(0, room) : order);
  const classes = own.map((code, index) => categoryClass(dataset, field, keyOf(code), index));
  if (used.length > own.length) classes.push(otherClass(field, () => others(order, used, own).map(keyOf)));
  if ((counts[keys.length] as number) > 0) classes.push(missingClass(field));
  return { classes, codes: classes.map((_, index) => own[index] ?? -1) };
}

/** How often each category of a field occurs. */
interface Frequency {
  /** Rows of each, and last of those without one. */
  readonly counts: Uint32Array;
  /** Categories that occur. */
  readonly used: Uint32Array;
  /** Of very many the most frequent, which get a colour. */
  readonly first: Uint32Array | undefined;
}

/** Of very many categories: counted once for all views. */
const found = new WeakMap<Grouping, Frequency>();

function* frequencySteps(grouping: Grouping): Steps<Frequency> {
  const kept = found.get(grouping);
  if (kept) return kept;
  const { codes, keys } = grouping;
  const counts = new Uint32Array(keys.length + 1);
  yield* inParts(codes.length, (from, to) => countCodes(counts, codes, from, to));
  const frequency = yield* frequencyOf(keys, counts);
  if (frequency.first) found.set(grouping, frequency);
  return frequency;
}

function* frequencyOf(keys: ArrayLike<Group['key']>, counts: Uint32Array): Steps<Frequency> {
  const used = new Uint32Array(keys.length);
  let length = 0;
  yield* inParts(keys.length, (from, to) => {
    for (let code = from; code < to; code++) if (counts[code] !== 0) used[length++] = code;
  });
  const frequency = { counts, used: used.subarray(0, length), first: undefined };
  return length > MANY_KEYS ? { ...frequency, first: yield* mostFrequent(frequency, (code) => keys[code] as Key) } : frequency;
}

/** Categories without a class of their own, in order; of very many only the first were put in order, and the others are as they come. */
function others(order: Uint32Array, used: Uint32Array, own: readonly number[]): number[] {
  if (order.length === used.length) return Array.from(order.subarray(own.length));
  const taken = new Set(own);
  return Array.from(used).filter((code) => !taken.has(code));
}

/** The class of all others. Its words are looked for when somebody filters by it: there may be a million. */
function otherClass(field: string, values: () => Key[]): SymbolClass {
  let filter: Filter | undefined;
  return {
    key: undefined,
    label: OTHER,
    color: 'token:data-other',
    get filter() {
      filter ??= holds(field, values());
      return filter;
    },
  };
}

/** The class of missing values. */
export function missingClass(field: string): SymbolClass {
  return { key: null, label: NO_DATA, color: 'token:data-none', filter: holds(field, [null]) };
}

function holds(field: string, values: readonly Group['key'][]): Filter {
  return { kind: 'in', field, values };
}

type KeyOf = (code: number) => Key;

function byFrequency(used: Uint32Array, keyOf: KeyOf, counts: Uint32Array): Uint32Array {
  return used.slice().sort((a, b) => (counts[b] as number) - (counts[a] as number) || compareKeys(keyOf(a), keyOf(b)));
}

/** The most frequent of very many: only these get a colour. Equal ones by their letters' numbers, as in an answer of so many groups. */
function* mostFrequent({ counts, used }: Pick<Frequency, 'counts' | 'used'>, keyOf: KeyOf): Steps<Uint32Array> {
  const before = (a: number, b: number): boolean => counts[a] !== counts[b] ? (counts[a] as number) > (counts[b] as number) : keyOf(a) < keyOf(b);
  const first: number[] = [];
  yield* inParts(used.length, (from, to) => {
    for (let place = from; place < to; place++) {
      const code = used[place] as number;
      if (first.length === TOKENS && !before(code, first[TOKENS - 1] as number)) continue;
      let at = Math.min(first.length, TOKENS - 1);
      for (; at > 0 && before(code, first[at - 1] as number); at--) first[at] = first[at - 1] as number;
      first[at] = code;
    }
  });
  return Uint32Array.from(first);
}

function inStandardOrder(dataset: DatasetLike, field: string, used: Uint32Array, keyOf: KeyOf): Uint32Array {
  const place = new Map((codeScheme(dataset.field(field))?.entries ?? []).map((entry, index) => [entry.code, index]));
  const placeOf = (key: Key): number => place.get(codeEntry(dataset.field(field), key)?.entry.code ?? '') ?? Infinity;
  return used.slice().sort((a, b) => {
    const [x, y] = [placeOf(keyOf(a)), placeOf(keyOf(b))];
    return x === y ? compareKeys(keyOf(a), keyOf(b)) : x - y;
  });
}

function categoryClass(dataset: DatasetLike, field: string, key: Key, index: number): SymbolClass {
  const found = codeEntry(dataset.field(field), key);
  const theme = index < TOKENS ? `token:data-${index + 1}` : 'token:data-other';
  return {
    key,
    label: { zh: categoryWords(dataset, field, key, 'zh-CN'), en: categoryWords(dataset, field, key, 'en') },
    // Within a standard, a code without a colour must not borrow one that looks like another class.
    color: found?.color ?? (codeScheme(dataset.field(field))?.entries.some((entry) => entry.color) ? 'token:data-other' : theme),
    ...(found?.entry.outline && { outline: found.entry.outline }),
    ...(found?.entry.pattern && { pattern: found.entry.pattern }),
    ...(found?.glyph && { glyph: found.glyph }),
    filter: holds(field, [key]),
  };
}
