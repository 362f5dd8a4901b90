/** One class a category: colours of the standard where it has some, else the categorical colours of the theme, most frequent first. */
import type { Text } from '@yizhangtu/base/locale';
import { categoryWords } from '../words/row-text.js';
import type { Dataset } from '../model/dataset.js';
import { countCodes } from '../model/aggregate.js';
import { codeEntry, codeScheme } from '../model/codes.js';
import { compareKeys } from '../model/order.js';
import { NO_DATA } from '../model/text.js';
import type { Filter, Group } from '../model/query-types.js';
import type { SymbolClass } from './types.js';

/** Colours the theme has for categories. */
const TOKENS = 8;
/** Class numbers are bytes and 255 means none; one more is kept for 其他, one for 无数据. */
const MAX_CLASSES = 252;
/** More keys than these are not put in order: nobody reads a legend of them. */
const MANY_KEYS = 10_000;
const OTHER: Text = { zh: '其他', en: 'Other' };

type Key = NonNullable<Group['key']>;

/** All classes of a field over all rows, filtered or not, so that colours never change with a filter. */
export function classesOf(dataset: Dataset, field: string): readonly SymbolClass[] {
  const { keys, counts, missing } = countedKeys(dataset, field);
  const schema = dataset.field(field);
  const standard = schema.codes !== undefined && keys.some((key) => codeEntry(schema, key)?.color);
  const room = standard ? MAX_CLASSES : TOKENS;
  const order = standard ? inStandardOrder(dataset, field, keys) : keys.length > MANY_KEYS ? mostFrequentFirst(keys, counts, room) : byFrequency(keys, counts);
  const own = order.length > room ? order.slice(0, room) : order;
  const rest = order.slice(own.length);
  const classes = own.map((key, index) => categoryClass(dataset, field, key, index));
  if (rest.length > 0) classes.push({ key: undefined, label: OTHER, color: 'token:data-other', filter: holds(field, rest) });
  if (missing) classes.push(missingClass(field));
  return classes;
}

/** The values of a field that occur, each with its number of rows. */
function countedKeys(dataset: Dataset, field: string): { readonly keys: Key[]; readonly counts: number[]; readonly missing: boolean } {
  const { codes, keys: all } = dataset.groupingOf(field);
  const ofCode = countCodes(codes, all.length + 1, dataset.rowCount);
  const [keys, counts]: [Key[], number[]] = [[], []];
  for (let code = 0; code < all.length; code++) {
    if (ofCode[code] === 0) continue;
    keys.push(all[code] as Key);
    counts.push(ofCode[code] as number);
  }
  return { keys, counts, missing: (ofCode[all.length] as number) > 0 };
}

/** The class of missing values. */
export function missingClass(field: string): SymbolClass {
  return { key: null, label: NO_DATA, color: 'token:data-none', filter: holds(field, [null]) };
}

function holds(field: string, values: readonly Group['key'][]): Filter {
  return { kind: 'in', field, values };
}

function byFrequency(keys: readonly Key[], counts: readonly number[]): Key[] {
  const order = [...keys.keys()].sort((a, b) => (counts[b] as number) - (counts[a] as number) || compareKeys(keys[a] as Key, keys[b] as Key));
  return order.map((place) => keys[place] as Key);
}

/** The most frequent of very many keys, then the others as they come: only the first get a colour. Equal ones by their letters' numbers, as in an answer of so many groups. */
function mostFrequentFirst(keys: readonly Key[], counts: readonly number[], room: number): Key[] {
  const before = (a: number, b: number): boolean => counts[a] !== counts[b] ? (counts[a] as number) > (counts[b] as number) : (keys[a] as Key) < (keys[b] as Key);
  const first: number[] = [];
  for (let place = 0; place < keys.length; place++) {
    if (first.length === room && !before(place, first[room - 1] as number)) continue;
    let at = Math.min(first.length, room - 1);
    for (; at > 0 && before(place, first[at - 1] as number); at--) first[at] = first[at - 1] as number;
    first[at] = place;
  }
  const taken = new Set(first);
  return [...first.map((place) => keys[place] as Key), ...keys.filter((_, place) => !taken.has(place))];
}

function inStandardOrder(dataset: Dataset, field: string, keys: readonly Key[]): Key[] {
  const place = new Map((codeScheme(dataset.field(field))?.entries ?? []).map((entry, index) => [entry.code, index]));
  const placeOf = (key: Key): number => place.get(codeEntry(dataset.field(field), key)?.entry.code ?? '') ?? Infinity;
  return [...keys].sort((a, b) => {
    const [x, y] = [placeOf(a), placeOf(b)];
    return x === y ? compareKeys(a, b) : x - y;
  });
}

function categoryClass(dataset: Dataset, field: string, key: Key, index: number): SymbolClass {
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
