import { YztError } from '@yizhangtu/base/errors';
import type { Measure, MeasureKind } from '@yizhangtu/data/model';

const KINDS: readonly MeasureKind[] = ['count', 'sum', 'mean', 'min', 'max', 'distinct'];

/**
 * A measure as attributes write it: `count`, `sum:areaM2`, `mean:price`.
 * @throws YztError `bad-attribute` for an unknown kind, or a kind that needs a field and has none.
 */
export function parsedMeasure(text: string, tag: string): Measure {
  const [kind = '', ...rest] = text.trim().split(':');
  const field = rest.join(':').trim();
  const known = KINDS.find((one) => one === kind.trim());
  if (!known || (known !== 'count' && field === '')) {
    throw new YztError('bad-attribute', {
      zh: `<${tag}>:measure="${text}" 无法识别。可用 count，或 sum、mean、min、max、distinct 加字段名，例如 sum:areaM2。`,
      en: `<${tag}>: measure="${text}" is not understood. Use count, or sum, mean, min, max, distinct with a field: sum:areaM2.`,
    });
  }
  return field === '' ? { kind: known } : { kind: known, field };
}

/** True when parts add up to the whole, so that shares make sense. */
export function isAdditive(measure: Measure): boolean {
  return measure.kind === 'count' || measure.kind === 'sum';
}
