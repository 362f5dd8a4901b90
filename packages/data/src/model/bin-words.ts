/** Bins in words, as attributes write them. */
import { YztError } from '@yizhangtu/base/errors';
import type { Bin, CycleBin, TimeUnit } from './query-types.js';

const UNITS: readonly TimeUnit[] = ['minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'];
const CYCLES: readonly CycleBin['unit'][] = ['hour-of-day', 'day-of-week', 'month-of-year'];

/**
 * A bin in words: `month`, `hour:6` (six hours), `day-of-week`, `20` (about twenty round ones), `width:500`, `breaks:0,100,500`;
 * undefined for words that are none.
 */
export function binFrom(words: string): Bin | undefined {
  const [first = '', second, ...more] = words.trim().split(':').map((part) => part.trim());
  if (more.length > 0) return undefined;
  const cycle = CYCLES.find((one) => one === first);
  if (cycle) return second === undefined ? { kind: 'cycle', unit: cycle } : undefined;
  const unit = UNITS.find((one) => one === first);
  if (unit) return timeBin(unit, second);
  if (second === undefined) return /^[1-9]\d{0,3}$/.test(first) ? { kind: 'number', count: Number(first) } : undefined;
  if (first === 'width') return Number(second) > 0 ? { kind: 'number', width: Number(second) } : undefined;
  return first === 'breaks' ? breaksBin(second) : undefined;
}

function timeBin(unit: TimeUnit, step: string | undefined): Bin | undefined {
  if (step === undefined) return { kind: 'time', unit };
  return /^[1-9]\d*$/.test(step) ? { kind: 'time', unit, step: Number(step) } : undefined;
}

function breaksBin(text: string): Bin | undefined {
  const parts = text.split(',').map((part) => part.trim());
  const breaks = parts.map(Number);
  const rising = breaks.every((edge, i) => parts[i] !== '' && Number.isFinite(edge) && (i === 0 || edge > (breaks[i - 1] as number)));
  return rising && breaks.length >= 2 ? { kind: 'number', breaks } : undefined;
}

/**
 * Bins as the attributes of an element write them.
 * @throws YztError `bad-attribute`, naming the tag, for words that are no bins.
 */
export function parsedBin(text: string, tag: string): Bin {
  const bin = binFrom(text);
  if (bin) return bin;
  throw new YztError('bad-attribute', {
    zh: `<${tag}>:bin="${text}" 无法识别。时间写 day、month、hour:6 等，周期写 hour-of-day、day-of-week、month-of-year，数字写个数 20、width:500 或 breaks:0,100,500。`,
    en: `<${tag}>: bin="${text}" is not understood. Write time as day, month, hour:6 …, cycles as hour-of-day, day-of-week, month-of-year, numbers as a count 20, width:500 or breaks:0,100,500.`,
  });
}
