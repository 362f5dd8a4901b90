/** Pure logic: what stands under the columns. */
import { measureFrom, type Answer, type FieldSchema, type Measure, type MeasureKind } from '@yizhangtu/data/model';
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
  median: { zh: '中位数', en: 'Median' },
  quantile: { zh: '分位数', en: 'Quantile' },
  stdev: { zh: '标准差', en: 'Std. dev.' },
};

/** Measures as the attribute has them: `sum:areaM2 mean:price`. What is no measure of a field is left out. */
export function footerMeasures(words: string | undefined): Measure[] {
  return (words ?? '').split(/\s+/).flatMap((word) => {
    const measure = measureFrom(word);
    return measure?.field ? [measure] : [];
  });
}

/** What lies between the numbers of a column gets one digit more than they have. */
function digitsOf(kind: MeasureKind, written: FieldSchema): number | undefined {
  if (kind === 'count' || kind === 'distinct') return 0;
  return (kind === 'mean' || kind === 'stdev') && written.digits !== undefined ? written.digits + 1 : written.digits;
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
  measures.forEach(({ kind, field, p = 0.5 }, index) => {
    const as = field === undefined ? undefined : written(field);
    if (field === undefined || !as || sums.has(field)) return;
    const value = answer?.total.values[index] ?? Number.NaN;
    const digits = digitsOf(kind, as);
    sums.set(field, {
      word: kind === 'quantile' ? `P${Number((100 * p).toPrecision(12))}` : inWords(WORDS[kind], locale),
      text: formatNumber(value, digits === undefined ? {} : { digits }),
    });
  });
  return sums;
}
