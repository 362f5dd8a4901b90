/** One class a category: colours of the standard where it has some, else the categorical colours of the theme, most frequent first. */
import type { Text } from '@yizhangtu/base/locale';
import { categoryWords } from '../words/row-text.js';
import type { Dataset } from '../model/dataset.js';
import { codeEntry, codeScheme } from '../model/codes.js';
import { compareKeys } from '../model/order.js';
import { NO_DATA } from '../model/text.js';
import type { Filter, Group } from '../model/query-types.js';
import type { SymbolClass } from './types.js';

/** Colours the theme has for categories. */
const TOKENS = 8;
/** Class numbers are bytes and 255 means none; one more is kept for 其他, one for 无数据. */
const MAX_CLASSES = 252;
const OTHER: Text = { zh: '其他', en: 'Other' };

type Key = NonNullable<Group['key']>;

/** All classes of a field over all rows, filtered or not, so that colours never change with a filter. */
export function classesOf(dataset: Dataset, field: string): readonly SymbolClass[] {
  const frequent = new Map(dataset.allGroups(field));
  const missing = frequent.delete(null);
  const keys = [...frequent.keys()] as Key[];
  const standard = keys.some((key) => codeEntry(dataset.field(field), key)?.color);
  const order = standard ? inStandardOrder(dataset, field, keys) : byFrequency(frequent, keys);
  const room = standard ? MAX_CLASSES : TOKENS;
  const own = order.length > room ? order.slice(0, room) : order;
  const rest = order.slice(own.length);
  const classes = own.map((key, index) => categoryClass(dataset, field, key, index));
  if (rest.length > 0) classes.push({ key: undefined, label: OTHER, color: 'token:data-other', filter: holds(field, rest) });
  if (missing) classes.push(missingClass(field));
  return classes;
}

/** The class of missing values. */
export function missingClass(field: string): SymbolClass {
  return { key: null, label: NO_DATA, color: 'token:data-none', filter: holds(field, [null]) };
}

function holds(field: string, values: readonly Group['key'][]): Filter {
  return { kind: 'in', field, values };
}

function byFrequency(counts: ReadonlyMap<Group['key'], number>, keys: readonly Key[]): Key[] {
  return [...keys].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || compareKeys(a, b));
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
