/** Filters from text that somebody may have written or cut off. */
import { YztError } from '@yizhangtu/base/errors';
import type { Filter } from '../model/query-types.js';

type Json = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const isWord: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isKey: Check = (value) => value === null || typeof value === 'boolean' || isWord(value) || isNumber(value);
const isFlag: Check = (value) => typeof value === 'boolean';
const listOf = (check: Check): Check => (value) => Array.isArray(value) && value.every(check);
const maybe = (check: Check): Check => (value) => value === undefined || check(value);
const oneOf = (...words: readonly string[]): Check => (value) => words.includes(value as string);
const isCorner: Check = (value) => Array.isArray(value) && value.length === 2 && value.every(isNumber);
const isText: Check = (value) => isObject(value) && isWord(value['zh']) && isWord(value['en']);

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether an object has members of the right kind and no others. */
const shape = (members: Readonly<Record<string, Check>>): Check => (value) =>
  isObject(value) && Object.entries(members).every(([name, check]) => check(value[name])) && Object.keys(value).every((name) => Object.prototype.hasOwnProperty.call(members, name));

const isDomain = maybe((value) => isCorner(value));
const BINS: Readonly<Record<string, Check>> = {
  number: shape({ kind: isWord, count: maybe(isNumber), width: maybe(isNumber), origin: maybe(isNumber), breaks: maybe(listOf(isNumber)), domain: isDomain }),
  time: shape({ kind: isWord, unit: oneOf('minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'), step: maybe(isNumber), domain: isDomain }),
  cycle: shape({ kind: isWord, unit: oneOf('hour-of-day', 'day-of-week', 'month-of-year') }),
};
const isBin: Check = (value) => isObject(value) && (checkOf(BINS, value['kind'])?.(value) ?? false);
const isFilter: Check = (value) => isObject(value) && (checkOf(FILTERS, value['kind'])?.(value) ?? false);

const FILTERS: Readonly<Record<Filter['kind'], Check>> = {
  in: shape({ kind: isWord, field: isWord, values: listOf(isKey), label: maybe(isText) }),
  range: shape({ kind: isWord, field: isWord, min: maybe(isNumber), max: maybe(isNumber), minExclusive: maybe(isFlag), maxExclusive: maybe(isFlag) }),
  text: shape({ kind: isWord, fields: maybe(listOf(isWord)), contains: isWord }),
  compare: shape({ kind: isWord, field: isWord, operator: oneOf('starts-with', 'ends-with'), value: isWord }),
  bounds: shape({ kind: isWord, west: isNumber, south: isNumber, east: isNumber, north: isNumber }),
  shape: shape({ kind: isWord, rings: listOf(listOf(isCorner)), label: maybe(isText) }),
  selected: shape({ kind: isWord }),
  ids: shape({ kind: isWord, ids: listOf((value) => isWord(value) || isNumber(value)) }),
  group: shape({ kind: isWord, by: shape({ field: isWord, bin: maybe(isBin) }), keys: listOf(isKey) }),
  any: shape({ kind: isWord, filters: listOf((value) => isFilter(value)) }),
  all: shape({ kind: isWord, filters: listOf((value) => isFilter(value)) }),
  not: shape({ kind: isWord, filter: (value) => isFilter(value) }),
};

function checkOf(checks: Readonly<Record<string, Check>>, kind: unknown): Check | undefined {
  return typeof kind === 'string' && Object.prototype.hasOwnProperty.call(checks, kind) ? checks[kind] : undefined;
}

/** A filter as it is. @throws YztError `bad-state` naming its key if it is none. */
export function checkedFilter(value: unknown, key: string): Filter {
  if (isFilter(value)) return value as Filter;
  const shown = (JSON.stringify(value) ?? 'undefined').slice(0, 120);
  throw new YztError('bad-state', {
    zh: `保存的状态里，「${key}」不是可用的筛选：${shown}。状态没有套用，现有筛选保持不变。`,
    en: `In the saved state "${key}" is no filter: ${shown}. Nothing was applied; the filters are as they were.`,
  });
}
