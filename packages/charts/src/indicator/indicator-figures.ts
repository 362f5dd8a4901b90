import { YztError } from '@yizhangtu/base/errors';
import type { Locale } from '@yizhangtu/base/locale';
import { formatCompact, formatNumber, roundTo, type FormattedNumber } from '@yizhangtu/base/number-format';
import type { Answer, Measure } from '@yizhangtu/data/model';
import { shownUnit, type ShownUnit } from '../chart/unit-choice.js';

/** A share as attributes write it: `open=true` is the rows whose field has that value, as a part of all. */
export interface ShareOf {
  readonly field: string;
  /** Compared as text, so that `true`, `3` and words can be written. */
  readonly value: string;
}

/** Reads `field=value`; undefined when it is something else. */
export function parsedShare(text: string): ShareOf | undefined {
  const at = text.indexOf('=');
  const field = text.slice(0, Math.max(0, at)).trim();
  return field === '' ? undefined : { field, value: text.slice(at + 1).trim() };
}

/**
 * A share as the attribute of an element writes it.
 * @throws YztError `bad-attribute`, naming the tag.
 */
export function readShare(text: string, tag: string): ShareOf {
  const share = parsedShare(text);
  if (share) return share;
  throw new YztError('bad-attribute', {
    zh: `<${tag}>:share="${text}" 无法识别。写成 字段=值，例如 share="open=true"。`,
    en: `<${tag}>: share="${text}" is not understood. Write field=value, such as share="open=true".`,
  });
}

/**
 * The figure of an answer: its total, or in percent the part of the groups that a share names.
 * @param per Divides the total: people, for a figure per head.
 */
export function indicatorValue(answer: Answer, share: ShareOf | undefined, per: number | undefined): number {
  const total = answer.total.values[0] ?? Number.NaN;
  if (!share) return per === undefined ? total : total / per;
  if (!(total > 0)) return Number.NaN;
  const part = answer.groups
    .filter((group) => String(group.key) === share.value)
    .reduce((sum, group) => sum + (group.values[0] ?? 0), 0);
  return (part / total) * 100;
}

/** What the unit of a measured figure follows from. */
export interface UnitScene {
  readonly measure: Measure;
  /** True for a figure in percent. */
  readonly share: boolean;
  /** Unit of the measured field. */
  readonly given: string | undefined;
  /** Unit that the page asks for. */
  readonly wanted: string | undefined;
  /** The figure in the unit of the data. */
  readonly size: number;
}

/**
 * The unit of a measured figure, and what its numbers are multiplied by: 6 000 ㎡ asked for in 公顷 are 0.6. Shares are written in %; numbers of rows
 * and of distinct values have the unit that the page says.
 */
export function measuredUnit({ measure, share, given, wanted, size }: UnitScene, locale: Locale): ShownUnit {
  if (share) return { text: wanted ?? '%', per: 1 };
  const counted = measure.kind === 'count' || measure.kind === 'distinct';
  return shownUnit(counted ? undefined : given, wanted, Math.abs(size), locale);
}

/** The relative change from an earlier value, 0.12 for +12 %; undefined where there is nothing to compare with. */
export function changeFrom(value: number, previous: number | undefined): number | undefined {
  if (previous === undefined || !Number.isFinite(value) || !Number.isFinite(previous) || previous === 0) return undefined;
  return (value - previous) / Math.abs(previous);
}

/** How far a target is reached: a traffic light, always with its word. */
export interface TargetState {
  readonly reached: boolean;
  /** `near` only where a margin is given. */
  readonly light: 'reached' | 'near' | 'missed';
  /** 0–1, for the bar. */
  readonly progress: number;
}

/**
 * Compares with a target, as the figures are shown: 2.597 written as 2.60 reaches 2.60, so that card and words never contradict.
 * @param lower True when less is better: the target is an upper limit.
 * @param digits Digits that are shown; unset: two.
 * @param near Percent of the target that a figure may miss and still be near it; unset: there is no «near».
 */
export function targetState(exact: number, target: number, lower: boolean, digits = 2, near?: number): TargetState | undefined {
  const value = roundTo(exact, digits);
  if (!Number.isFinite(value) || !Number.isFinite(target)) return undefined;
  const progress = target > 0 ? Math.min(1, Math.max(0, value / target)) : 1;
  const reached = lower ? value <= target : value >= target;
  const missedBy = (Math.abs(value - target) / Math.abs(target)) * 100;
  const light = reached ? 'reached' : near !== undefined && missedBy <= near + 1e-9 ? 'near' : 'missed';
  return { reached, light, progress };
}

/** How the figure of an indicator is written. */
export interface FigureOptions {
  readonly unit: string;
  readonly digits: number | undefined;
  readonly compact: boolean;
}

/** What a unit that begins with it counts in, in either language. */
const POWERS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, '×10K ': 1e4, '×100M ': 1e8 };

/** The figure in two parts, so that the unit is set smaller: `1,284` `处`, `62.3` `万㎡`. English does not count in 万: 12.4 万元 are 124 K CNY there. */
export function indicatorFigure(value: number, options: FigureOptions, locale: Locale): FormattedNumber {
  const digits = options.digits === undefined ? { maxDigits: 2 } : { digits: options.digits };
  // 5,167 万 of 万元 is 51.67 亿元, never 万万元; in English 5.17 B CNY, never M ×10K CNY.
  const [, power = '', base = ''] = /^([万亿]|×10K |×100M |)(.*)$/.exec(options.unit) ?? [];
  if (!options.compact && !power.startsWith('×')) {
    const number = formatNumber(value, digits);
    return { number, unit: options.unit, text: options.unit === '' ? number : `${number} ${options.unit}` };
  }
  const short = formatCompact(value * (POWERS[power] ?? 1), digits, locale);
  const unit = locale === 'en' && short.unit !== '' && base !== '' ? `${short.unit} ${base}` : short.unit + base;
  return { number: short.number, unit, text: unit === '' ? short.number : `${short.number} ${unit}` };
}
