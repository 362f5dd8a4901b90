/** What the legend says of bands and isolines. Pure. */
import { formatNumber } from '@yizhangtu/base/number-format';
import type { Symbology, SymbolClass } from '@yizhangtu/data/symbology';
import type { ValueGrid } from '@yizhangtu/data/value-grid';
import type { BreaksSpec } from '../surface/classes.js';
import { notesOf } from '../value-grid/grid-code.js';

/** More classes than this are a scale. */
const MOST_CLASSES = 12;
const TICKS = 5;

/** The model of a legend. @param classes One a band, the lowest first, or one a line. */
export function contourModel(grid: ValueGrid, limits: readonly number[], classes: readonly SymbolClass[], form: string, spec: BreaksSpec): Symbology {
  const { label = { zh: '数值', en: 'Value' }, unit } = grid;
  const common = {
    spec: `contour:${spec.count}`,
    label,
    ...(unit !== undefined && { unit }),
    classOf: new Uint8Array(0),
    counts: [],
    notes: notesOf(grid),
  } as const;
  if (classes.length <= MOST_CLASSES) return { ...common, kind: 'breaks', classes, shape: form === 'lines' ? 'line' : 'polygon' };
  const step = Math.ceil(limits.length / TICKS);
  // A limit lies between two bands, and in the middle of its own line.
  const placeOf = (at: number): number => (form === 'lines' ? at / (limits.length - 1) : (at + 1) / classes.length);
  return {
    ...common,
    kind: 'ramp',
    classes: [],
    ramp: {
      colors: classes.map(({ color }) => color),
      ticks: limits.flatMap((limit, at) => (at % step === Math.floor(step / 2) ? [{ place: placeOf(at), label: formatNumber(limit, { maxDigits: 6 }) }] : [])),
      low: { zh: '低', en: 'Low' },
      high: { zh: '高', en: 'High' },
    },
  };
}
