/** One class a category: colours of the standard where it has some, else the categorical colours of the theme, most frequent first. */
import type { Text } from '@yizhangtu/base/locale';
import { categoryWords } from '../words/row-text.js';
import type { DatasetLike } from '../model/dataset-like.js';
import type { Dataset } from '../model/dataset.js';
import { countCodes } from '../model/aggregate.js';
import { codeEntry, codeScheme } from '../model/codes.js';
import { compareKeys } from '../model/order.js';
import { NO_DATA } from '../model/text.js';
import type { Filter, Group } from '../model/query-types.js';
import type { Steps } from '../steps/drive.js';
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
export function* classesOf(dataset: Dataset, field: string): Steps<CategoryClasses> {
  const { codes, keys } = dataset.groupingOf(field);
  const counts = new Uint32Array(keys.length + 1);
  yield* inParts(codes.length, (from, to) => countCodes(counts, codes, from, to));
  return yield* classesOfKeys(dataset, field, keys, counts);
}

/**
 * The same from the values of a field.
 * @param counts Rows of each value, and last of those without one.
 */
export function* classesOfKeys(dataset: DatasetLike, field: string, keys: ArrayLike<Group['key']>, counts: Uint32Array): Steps<CategoryClasses> {
  const used = usedCodes(counts, keys.length);
  const schema = dataset.field(field);
  const keyOf = (code: number): Key => keys[code] as Key;
  const standard = schema.codes !== undefined && used.some((code) => codeEntry(schema, keyOf(code))?.color);
  const room = standard ? MAX_CLASSES : TOKENS;
  const order = standard ? inStandardOrder(dataset, field, used, keyOf) : used.length > MANY_KEYS ? yield* mostFrequent(used, keyOf, counts) : byFrequency(used, keyOf, counts);
  const own = Array.from(order.length > room ? order.subarray(0, room) : order);
  const classes = own.map((code, index) => categoryClass(dataset, field, keyOf(code), index));
  if (used.length > own.length) classes.push(otherClass(field, () => others(order, used, own).map(keyOf)));
  if ((counts[keys.length] as number) > 0) classes.push(missingClass(field));
  return { classes, codes: classes.map((_, index) => own[index] ?? -1) };
}

/** Categories that occur. */
function usedCodes(counts: Uint32Array, size: number): Uint32Array {
  const used = new Uint32Array(size);
  let length = 0;
  for (let code = 0; code < size; code++) if (counts[code] !== 0) used[length++] = code;
  return used.subarray(0, length);
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
function* mostFrequent(used: Uint32Array, keyOf: KeyOf, counts: Uint32Array): Steps<Uint32Array> {
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
