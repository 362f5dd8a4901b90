/** Words of classes between limits: 「10 以下」「10–20」「20 以上」, whole numbers 「9 及以下」「10–19」「20 及以上」. */
import type { Locale, Text } from '@yizhangtu/base/locale';

/** How the limits of a class are written. */
export interface LimitWriting {
  /** A limit, with its unit where it stands last. */
  readonly write: (value: number, last: boolean, locale: Locale) => string;
  /** Only whole numbers occur: the classes are said without overlap. */
  readonly whole?: boolean;
  /** The limits are instants. */
  readonly dates?: boolean;
}

const ALL: Text = { zh: '全部', en: 'All' };

/**
 * A class `min ≤ value < max` in words; an end that is undefined is open. 以上 holds its number and 以下 does not, as 「上限不在内」 has it in
 * grouped statistics; of whole numbers the words hold both numbers (及以上, 及以下), so that nothing has to be known.
 */
export function classWords(min: number | undefined, max: number | undefined, writing: LimitWriting): Text {
  if (min === undefined && max === undefined) return ALL;
  const words = writing.dates ? dateWords : writing.whole ? wholeWords : numberWords;
  return { zh: words(min, max, writing, 'zh-CN'), en: words(min, max, writing, 'en') };
}

type Words = (min: number | undefined, max: number | undefined, writing: LimitWriting, locale: Locale) => string;

const numberWords: Words = (min, max, { write }, locale) => {
  const english = locale === 'en';
  if (min === undefined) return english ? `under ${write(max as number, true, locale)}` : joined(write(max as number, true, locale), '以下');
  if (max === undefined) return english ? `${write(min, true, locale)} and over` : joined(write(min, true, locale), '以上');
  return between(min, write(min, false, locale), write(max, true, locale), locale);
};

const wholeWords: Words = (min, max, { write }, locale) => {
  const english = locale === 'en';
  const first = min === undefined ? undefined : Math.ceil(min);
  const last = max === undefined ? undefined : Math.ceil(max) - 1;
  if (first === undefined) return english ? `up to ${write(last as number, true, locale)}` : joined(write(last as number, true, locale), '及以下');
  if (last === undefined) return english ? `${write(first, true, locale)} and over` : joined(write(first, true, locale), '及以上');
  // A class between two limits that no whole number lies between is empty; its limits say so best.
  if (first > last) return numberWords(min, max, { write }, locale);
  return first === last ? write(first, true, locale) : between(first, write(first, false, locale), write(last, true, locale), locale);
};

const dateWords: Words = (min, max, { write }, locale) => {
  const english = locale === 'en';
  if (min === undefined) return english ? `before ${write(max as number, true, locale)}` : `${write(max as number, true, locale)}前`;
  if (max === undefined) return english ? `from ${write(min, true, locale)}` : `${write(min, true, locale)}起`;
  const [from, to] = [write(min, false, locale), write(max, true, locale)];
  return english ? `${from} to before ${to}` : `${from}起，${to}前`;
};

/** Han characters stand close to each other, and apart from digits and signs: 「20 以上」「20 公顷以上」. */
function joined(limit: string, word: string): string {
  return /[\u4e00-\u9fff]$/.test(limit) ? limit + word : `${limit} ${word}`;
}

/** A dash beside a minus cannot be read. */
function between(min: number, from: string, to: string, locale: Locale): string {
  if (min >= 0) return `${from}–${to}`;
  return locale === 'en' ? `${from} to ${to}` : `${from} 至 ${to}`;
}
