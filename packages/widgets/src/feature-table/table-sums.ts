/** Pure logic: what stands under the columns. */
import type { Answer, FieldSchema, Measure, MeasureKind } from '@yizhangtu/data/model';
import { formatNumber } from '@yizhangtu/base/number-format';
import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';

/** One figure under a column. */
export interface TableSum {
  /** 合计, 平均 … */
  readonly word: string;
  readonly text: string;
}

const WORDS: Readonly<Record<MeasureKind, Text>> = {
  count: { zh: '有值', en: 'Filled' },
  sum: { zh: '合计', en: 'Sum' },
  mean: { zh: '平均', en: 'Mean' },
  min: { zh: '最小', en: 'Min' },
  max: { zh: '最大', en: 'Max' },
  distinct: { zh: '种数', en: 'Kinds' },
};

/** Measures as the attribute has them: `sum:areaM2 mean:price`. What is no measure of a field is left out. */
export function footerMeasures(words: string | undefined): Measure[] {
  return (words ?? '').split(/\s+/).flatMap((word) => {
    const [, kind, field] = /^(count|sum|mean|min|max|distinct):(.+)$/.exec(word) ?? [];
    return kind && field ? [{ kind: kind as MeasureKind, field }] : [];
  });
}

/** Digits of a mean: one more than its numbers have. */
function digitsOf(kind: MeasureKind, written: FieldSchema): number | undefined {
  if (kind === 'count' || kind === 'distinct') return 0;
  return kind === 'mean' && written.digits !== undefined ? written.digits + 1 : written.digits;
}

/**
 * The figures under the columns, by field. A field has one; of several measures of the same field the first counts.
 * @param written How the cells of a field are written.
 */
export function tableSums(
  measures: readonly Measure[],
  answer: Answer | undefined,
  written: (field: string) => FieldSchema | undefined,
  locale: Locale,
): Map<string, TableSum> {
  const sums = new Map<string, TableSum>();
  measures.forEach(({ kind, field }, index) => {
    const as = field === undefined ? undefined : written(field);
    if (field === undefined || !as || sums.has(field)) return;
    const value = answer?.total.values[index] ?? Number.NaN;
    const digits = digitsOf(kind, as);
    sums.set(field, { word: inWords(WORDS[kind], locale), text: formatNumber(value, digits === undefined ? {} : { digits }) });
  });
  return sums;
}
