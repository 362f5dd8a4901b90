/** Pure logic: the labels under a time track. They never touch each other and never stick out. */
import { shanghaiParts } from '@yizhangtu/base/dates';
import type { Locale } from '@yizhangtu/base/locale';
import { timeStep, timeTexts, timeTicks, type TimeStep, type TimeTickText } from '@yizhangtu/charts/marks';
import { wordsWidth } from '../shared/words-width.js';

/** One label. */
export interface TimeLabel {
  readonly text: string;
  /** Its instant as a part of the track, 0 to 1: where its mark stands. */
  readonly place: number;
  /** Left edge of the words, px from the left of the track. */
  readonly left: number;
}

/** Least room between two labels, px. */
const GAP = 12;

function joined({ text, part }: TimeTickText, unit: TimeStep['unit'], locale: Locale): string {
  if (part === undefined) return text;
  if (locale !== 'en') return unit === 'hour' || unit === 'minute' ? `${part} ${text}` : part + text;
  return unit === 'hour' || unit === 'minute' ? `${part}, ${text}` : `${text} ${part}`;
}

/** Days within one year: the words of the slider say which year it is. */
function withoutYear(tick: TimeTickText, unit: TimeStep['unit']): TimeTickText {
  if (tick.part === undefined || unit === 'month') return tick;
  return { ...tick, part: tick.part.replace(/^\d{4}年(?=\d)| \d{4}$/, '') };
}

function placed(from: number, to: number, step: TimeStep, width: number, size: number, locale: Locale): TimeLabel[] {
  const ticks = timeTicks(from, to, step);
  const oneYear = shanghaiParts(from).year === shanghaiParts(to).year;
  return timeTexts(ticks, step.unit, locale).map((tick, index) => {
    const text = joined(oneYear ? withoutYear(tick, step.unit) : tick, step.unit, locale);
    const place = ((ticks[index] as number) - from) / (to - from);
    const wide = wordsWidth(text, size);
    return { text, place, left: Math.max(0, Math.min(width - wide, place * width - wide / 2)) };
  });
}

/** Whether all labels have room, beside each other and within the track. */
function fits(labels: readonly TimeLabel[], width: number, size: number): boolean {
  return labels.every((label, index) => {
    const end = label.left + wordsWidth(label.text, size);
    const next = labels[index + 1];
    return next ? end + GAP <= next.left : end <= width + 0.01;
  });
}

/**
 * Labels at round times of the calendar, as many as have room.
 * @param width Width of the track, px.
 * @param size Size of type, px.
 */
export function timeLabels(from: number, to: number, width: number, size: number, locale: Locale): TimeLabel[] {
  if (!(to > from) || !(width > 0)) return [];
  let before: TimeStep | undefined;
  for (let most = Math.max(1, Math.floor(width / (size * 2))); most >= 1; most--) {
    const step = timeStep(from, to, most);
    if (before?.unit === step.unit && before.count === step.count) continue;
    before = step;
    const labels = placed(from, to, step, width, size, locale);
    if (labels.length > 0 && fits(labels, width, size)) return labels;
  }
  // Less than one round time, or no room for two: the first that there is.
  const [first] = before ? placed(from, to, before, width, size, locale) : [];
  return first && wordsWidth(first.text, size) <= width ? [first] : [];
}
