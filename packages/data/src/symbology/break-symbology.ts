/** Classes of a number by limits. */
import { YztError } from '@yizhangtu/base/errors';
import { categoryWords } from '../words/row-text.js';
import type { Locale, Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import { formatQuantity } from '@yizhangtu/base/units';
import { ramp } from '@yizhangtu/standards/ramps';
import type { Dataset } from '../model/dataset.js';
import type { Column } from '../model/types.js';
import { breaksOf, sortedNumbers } from './breaks.js';
import { missingClass } from './class-symbology.js';
import type { SymbologySpec } from './spec.js';
import type { SymbolClass } from './types.js';

type BreaksSpec = Extract<SymbologySpec, { kind: 'breaks' }>;

/** Numbers of a column; NaN for missing. Text that reads as a number counts. @throws YztError `bad-attribute` for booleans. */
export function numbersOf(column: Column): ArrayLike<number> {
  if (column.kind === 'number' || column.kind === 'date') return column.values;
  if (column.kind === 'boolean') {
    throw new YztError('bad-attribute', {
      zh: `字段「${column.name}」是布尔值，不能分级；请用 class:${column.name}。`,
      en: `Field "${column.name}" is true or false and cannot be cut into classes; use class:${column.name}.`,
    });
  }
  const words = column.dictionary.map((word) => (word.trim() === '' ? Number.NaN : Number(word)));
  return Float64Array.from(column.codes, (code) => words[code] ?? Number.NaN);
}

/** Classes and the class of each row. */
export function breakClasses(dataset: Dataset, spec: BreaksSpec, column: Column): { classes: readonly SymbolClass[]; classOf: Uint8Array } {
  const values = numbersOf(column);
  // Numbers are put in order only where limits are to be found among them.
  const limits = spec.edges ?? breaksOf(sortedNumbers(values), spec.count, spec.method === 'manual' ? 'equal' : spec.method);
  const classOf = new Uint8Array(values.length);
  let known = 0;
  for (let row = 0; row < classOf.length; row++) {
    const value = values[row] as number;
    const isKnown = value - value === 0;
    if (isKnown) known++;
    classOf[row] = isKnown ? placeIn(limits, value) : 255;
  }
  const classes = known > 0 ? limitedClasses(dataset, spec, limits) : [];
  const missing = known < values.length;
  if (missing) for (let row = 0; row < classOf.length; row++) if (classOf[row] === 255) classOf[row] = classes.length;
  return { classes: missing ? [...classes, missingClass(spec.field)] : classes, classOf };
}

/** Number of limits that are not above the value. There are at most eleven, so a loop beats a search. */
function placeIn(limits: readonly number[], value: number): number {
  let place = 0;
  while (place < limits.length && (limits[place] as number) <= value) place++;
  return place;
}

function limitedClasses(dataset: Dataset, spec: BreaksSpec, limits: readonly number[]): SymbolClass[] {
  const colors = ramp(spec.ramp, limits.length + 1);
  return colors.map((color, index) => {
    const min = limits[index - 1];
    const max = limits[index];
    return {
      key: undefined,
      label: { zh: classLabel(dataset, spec.field, min, max, 'zh-CN'), en: classLabel(dataset, spec.field, min, max, 'en') },
      color,
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
      filter: {
        kind: 'range',
        field: spec.field,
        ...(min !== undefined && { min }),
        ...(max !== undefined && { max, maxExclusive: true }),
      },
    };
  });
}

const AND: Text = { zh: ' 且 ', en: ' and ' };
/** Limits are shown as they are; the breaks themselves are already short. */
const LIMIT_DIGITS = 12;
const ALL: Text = { zh: '全部', en: 'All' };

/** «≥ 500 且 < 1,000 ㎡»: the unit stands once, at the end. */
function classLabel(dataset: Dataset, field: string, min: number | undefined, max: number | undefined, locale: Locale): string {
  if (min === undefined && max === undefined) return locale === 'en' ? ALL.en : ALL.zh;
  const isDate = dataset.column(field)?.kind === 'date';
  const unit = isDate ? undefined : dataset.field(field).unit;
  const last = (value: number): string => {
    if (isDate) return categoryWords(dataset, field, value, locale);
    return unit ? formatQuantity(value, unit, { maxDigits: LIMIT_DIGITS }, locale).text : formatNumber(value, { maxDigits: LIMIT_DIGITS });
  };
  if (max === undefined) return `≥ ${last(min as number)}`;
  if (min === undefined) return `< ${last(max)}`;
  const first = isDate ? last(min) : formatNumber(min, { maxDigits: LIMIT_DIGITS });
  return `≥ ${first}${locale === 'en' ? AND.en : AND.zh}< ${last(max)}`;
}
