/** Pure logic of the feature list: order of rows, choices of order, and what the keys do. */
import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';
import type { DatasetLike, RowsQuery } from '@yizhangtu/data/model';

/** One entry of the order menu: `areaM2` or `-areaM2`, empty for the order of the source. */
export interface SortChoice {
  readonly sort: string;
  readonly label: string;
}

/** The field and direction of an order as an attribute has it: `-areaM2` is largest first. */
export function sortOf(words: string | undefined): { field: string; descending: boolean } | undefined {
  const text = (words ?? '').trim();
  if (text === '' || text === '-') return undefined;
  return text.startsWith('-') ? { field: text.slice(1), descending: true } : { field: text, descending: false };
}

const ORDERS: Readonly<Record<'text' | 'number' | 'date' | 'boolean', readonly [up: Text, down: Text]>> = {
  number: [
    { zh: '从小到大', en: 'low to high' },
    { zh: '从大到小', en: 'high to low' },
  ],
  date: [
    { zh: '从早到晚', en: 'oldest first' },
    { zh: '从晚到早', en: 'newest first' },
  ],
  text: [
    { zh: '升序', en: 'A to Z' },
    { zh: '降序', en: 'Z to A' },
  ],
  boolean: [
    { zh: '否在前', en: 'no first' },
    { zh: '是在前', en: 'yes first' },
  ],
};

/** The order of a list as a question has it; that of the source for a field that is not there. */
export function sortQuery(dataset: DatasetLike, sort: string): Pick<RowsQuery, 'orderBy' | 'descending'> {
  const by = sortOf(sort);
  return by && dataset.column(by.field) ? { orderBy: by.field, descending: by.descending } : {};
}

/** The orders a reader may choose: that of the source, and both directions of each field shown. */
export function sortChoices(dataset: DatasetLike, fields: readonly string[], locale: Locale): SortChoice[] {
  const choices: SortChoice[] = [{ sort: '', label: inWords({ zh: '默认顺序', en: 'Default order' }, locale) }];
  const space = locale === 'en' ? ', ' : ' ';
  for (const field of new Set(fields)) {
    const kind = dataset.column(field)?.kind;
    if (!kind) continue;
    const [up, down] = ORDERS[kind];
    const label = dataset.label(field, locale);
    choices.push(
      { sort: field, label: `${label}${space}${inWords(up, locale)}` },
      { sort: `-${field}`, label: `${label}${space}${inWords(down, locale)}` },
    );
  }
  return choices;
}

/** Place in the list after a key, undefined for a key the list does not know. −1 is «no row yet». @param perLine Rows in a line. */
export function movedIndex(key: string, index: number, total: number, page: number, perLine = 1): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: index < 0 ? 0 : index + perLine,
    ArrowUp: index < 0 ? total - 1 : index - perLine,
    ...(perLine > 1 && { ArrowRight: index + 1, ArrowLeft: index < 0 ? total - 1 : index - 1 }),
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: total - 1,
  };
  const next = Object.prototype.hasOwnProperty.call(steps, key) ? steps[key] : undefined;
  return next === undefined || total === 0 ? undefined : Math.min(total - 1, Math.max(0, next));
}
