/** Pure logic: a filter in words. */
import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';
import type { DatasetLike, Filter } from '@yizhangtu/data/model';
import { categoryWords, groupWords } from '@yizhangtu/data/words';
import { rangeText } from './filter-model.js';

type Range = Extract<Filter, { kind: 'range' }>;

const WORDS = {
  from: (value: string, open: boolean): Text => ({
    zh: open ? `大于${value}` : `${value}以上`,
    en: `${open ? 'above' : 'from'} ${value}`,
  }),
  to: (value: string, open: boolean): Text => ({
    zh: open ? `不到${value}` : `${value}以下`,
    en: `${open ? 'below' : 'up to'} ${value}`,
  }),
  below: (low: string, high: string): Text => ({ zh: `${low}至${high}（不含）`, en: `${low} to below ${high}` }),
  before: (first: string, end: string): Text => ({ zh: `${first}起，${end}之前`, en: `from ${first}, before ${end}` }),
  all: { zh: '全部', en: 'all' },
  text: { zh: '搜索', en: 'Search' },
  view: { zh: '地图范围内', en: 'In the map view' },
  area: { zh: '范围内', en: 'In an area' },
  begins: (words: string): Text => ({ zh: `以“${words}”开头`, en: `begins with "${words}"` }),
  ends: (words: string): Text => ({ zh: `以“${words}”结尾`, en: `ends with "${words}"` }),
  selected: { zh: '已选中', en: 'Selected' },
  chosen: (count: number): Text => ({ zh: `选定 ${count} 条`, en: `${count} chosen` }),
  not: (words: string): Text => ({ zh: `不满足（${words}）`, en: `not (${words})` }),
  isNot: (words: string): Text => ({ zh: `不是 ${words}`, en: `not ${words}` }),
  empty: { zh: '为空', en: 'is empty' },
  filled: { zh: '不为空', en: 'is not empty' },
  contains: (words: string): Text => ({ zh: `含“${words}”`, en: `contains "${words}"` }),
  lacks: (words: string): Text => ({ zh: `不含“${words}”`, en: `does not contain "${words}"` }),
} as const;

function rangeWords(dataset: DatasetLike, filter: Range, locale: Locale): string {
  const text = (value: number): string => rangeText(dataset, filter.field, value, locale);
  const { min, max } = filter;
  if (min !== undefined && max !== undefined) {
    if (!filter.maxExclusive) return `${text(min)} – ${text(max)}`;
    const words = dataset.column(filter.field)?.kind === 'date' ? WORDS.before : WORDS.below;
    return inWords(words(text(min), text(max)), locale);
  }
  if (min !== undefined) return inWords(WORDS.from(text(min), filter.minExclusive === true), locale);
  return max === undefined ? inWords(WORDS.all, locale) : inWords(WORDS.to(text(max), filter.maxExclusive === true), locale);
}

/** A filter in words: «场馆类型:足球场、游泳馆», «面积:500 – 1,000 ㎡», «搜索:体育场», «地图范围内». */
export function filterWords(dataset: DatasetLike, key: string, filter: Filter, locale: Locale): string {
  const colon = locale === 'en' ? ': ' : '：';
  switch (filter.kind) {
    case 'bounds':
      return inWords(key === 'view' ? WORDS.view : WORDS.area, locale);
    case 'text':
      return textWords(dataset, filter, locale);
    case 'any':
    case 'all':
      return joinedWords(dataset, key, filter, locale);
    case 'not':
      return notWords(dataset, key, filter.filter, locale);
    case 'shape':
      return inWords(filter.label ?? WORDS.area, locale);
    case 'selected':
      return inWords(WORDS.selected, locale);
    case 'ids':
      return inWords(WORDS.chosen(filter.ids.length), locale);
    case 'compare': {
      const words = inWords(filter.operator === 'starts-with' ? WORDS.begins(filter.value) : WORDS.ends(filter.value), locale);
      return `${dataset.label(filter.field, locale)}${colon}${words}`;
    }
    case 'group':
      return `${dataset.label(filter.by.field, locale)}${colon}${shortened(
        filter.keys.map((one) => groupWords(dataset, filter.by, { key: one }, locale)),
        locale,
      )}`;
    case 'range':
      return `${dataset.label(filter.field, locale)}${colon}${rangeWords(dataset, filter, locale)}`;
    case 'in':
      if (filter.label) return inWords(filter.label, locale);
      return `${dataset.label(filter.field, locale)}${colon}${valueWords(dataset, filter, locale)}`;
  }
}

function textWords(dataset: DatasetLike, { fields = [], contains }: Extract<Filter, { kind: 'text' }>, locale: Locale): string {
  const colon = locale === 'en' ? ': ' : '：';
  if (fields.length === 0) return `${inWords(WORDS.text, locale)}${colon}${contains}`;
  const names = fields.map((field) => dataset.label(field, locale)).join(locale === 'en' ? ', ' : '、');
  return `${names}${colon}${inWords(WORDS.contains(contains), locale)}`;
}

/** Whether the values of a condition are those of an empty cell. */
function areEmpty(values: readonly unknown[]): boolean {
  return values.includes(null) && values.every((value) => value === null || value === '');
}

function valueWords(dataset: DatasetLike, { field, values }: Extract<Filter, { kind: 'in' }>, locale: Locale): string {
  if (areEmpty(values) && values.length > 1) return inWords(WORDS.empty, locale);
  return shortened(
    values.map((value) => categoryWords(dataset, field, value, locale)),
    locale,
  );
}

/** Several conditions in one sentence; a group within a group stands in brackets. */
function joinedWords(
  dataset: DatasetLike,
  key: string,
  filter: Extract<Filter, { kind: 'any' | 'all' }>,
  locale: Locale,
): string {
  const [open, close] = locale === 'en' ? ['(', ')'] : ['（', '）'];
  const word = inWords(filter.kind === 'any' ? { zh: ' 或 ', en: ' or ' } : { zh: ' 且 ', en: ' and ' }, locale);
  const parts = filter.filters.map((one) => {
    const words = filterWords(dataset, key, one, locale);
    const grouped = (one.kind === 'any' || one.kind === 'all') && one.filters.length > 1 && one.kind !== filter.kind;
    return grouped ? open + words + close : words;
  });
  return parts.join(word);
}

/** The opposite of a condition, in the words people use for it. */
function notWords(dataset: DatasetLike, key: string, filter: Filter, locale: Locale): string {
  const colon = locale === 'en' ? ': ' : '：';
  if (filter.kind === 'in') {
    const words = areEmpty(filter.values) ? WORDS.filled : WORDS.isNot(valueWords(dataset, filter, locale));
    return `${dataset.label(filter.field, locale)}${colon}${inWords(words, locale)}`;
  }
  const [field] = filter.kind === 'text' ? (filter.fields ?? []) : [];
  if (filter.kind === 'text' && field)
    return `${dataset.label(field, locale)}${colon}${inWords(WORDS.lacks(filter.contains), locale)}`;
  return inWords(WORDS.not(filterWords(dataset, key, filter, locale)), locale);
}

/** The first three words of a list and how many there are: «足球场、游泳馆、健身房等 7 项». */
function shortened(words: readonly string[], locale: Locale): string {
  const separator = locale === 'en' ? ', ' : '、';
  const first = words.slice(0, 3).join(separator);
  if (words.length <= 3) return first;
  return locale === 'en' ? `${first} and ${words.length - 3} more` : `${first}等 ${words.length} 项`;
}
