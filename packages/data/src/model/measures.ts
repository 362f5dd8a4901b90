/** Measures in words, as attributes write them. */
import { YztError } from '@yizhangtu/base/errors';
import type { Measure, MeasureKind } from './query-types.js';

const FIELDS: readonly MeasureKind[] = ['sum', 'mean', 'min', 'max', 'distinct', 'median', 'stdev'];
/** `p90`, `p2.5`: the value that so many per cent of the values lie below. */
const PERCENTILE = /^p(\d{1,2}(?:\.\d+)?|100)$/;

/** A measure in words: `count`, `sum:areaM2`, `mean:price`, `median:price`, `p90:price`, `stdev:price`; undefined for words that are none. */
export function measureFrom(words: string): Measure | undefined {
  const [first = '', ...rest] = words.trim().split(':');
  const word = first.trim();
  const field = rest.join(':').trim();
  if (word === 'count') return field === '' ? { kind: word } : { kind: word, field };
  if (field === '') return undefined;
  const percent = PERCENTILE.exec(word)?.[1];
  if (percent !== undefined) return { kind: 'quantile', field, p: Number(percent) / 100 };
  const kind = FIELDS.find((one) => one === word);
  return kind && { kind, field };
}

/**
 * A measure as the attributes of an element write it.
 * @throws YztError `bad-attribute`, naming the tag, for an unknown kind, or a kind that needs a field and has none.
 */
export function parsedMeasure(text: string, tag: string): Measure {
  const measure = measureFrom(text);
  if (measure) return measure;
  throw new YztError('bad-attribute', {
    zh: `<${tag}>:measure="${text}" 无法识别。可用 count，或 sum、mean、min、max、distinct、median、p90、stdev 加字段名，例如 sum:areaM2。`,
    en: `<${tag}>: measure="${text}" is not understood. Use count, or sum, mean, min, max, distinct, median, p90, stdev with a field: sum:areaM2.`,
  });
}

/** The words of a measure, as `measureFrom` reads them. */
export function measureWords({ kind, field, p = 0.5 }: Measure): string {
  const word = kind === 'quantile' ? `p${Number((100 * p).toPrecision(12))}` : kind;
  return field === undefined ? word : `${word}:${field}`;
}

/** True when parts add up to the whole, so that shares make sense. */
export function isAdditive(measure: Measure): boolean {
  return measure.kind === 'count' || measure.kind === 'sum';
}
