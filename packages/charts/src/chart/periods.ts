/** Bins of a chart, and the last period that is still running: it holds less than the others and must not be read as a fall. */
import { formatDate, parseInstant } from '@yizhangtu/base/dates';
import type { YztElement } from '@yizhangtu/base/element';
import { YztError } from '@yizhangtu/base/errors';
import type { Locale } from '@yizhangtu/base/locale';
import { parsedBin, type Bin, type Group, type GroupKey } from '@yizhangtu/data/model';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { NO_WORDS, parsedAttribute, type ParsedAttribute } from './parsed-attribute.js';

const DAY = /^\s*\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?\s*$/;
const DAY_MS = 86_400_000;
/** Asia/Shanghai, which has had no summer time since 1991. */
const SHANGHAI_MS = 8 * 3_600_000;

/**
 * Up to when data are complete, as the attribute writes it: a day, which counts whole, or a moment. ISO 8601, Asia/Shanghai where it names no zone.
 * @returns The instant in ms.
 * @throws YztError `bad-attribute`, naming the tag.
 */
export function parsedCompleteTo(words: string, tag: string): number {
  const instant = parseInstant(words, 'shanghai');
  if (Number.isFinite(instant)) return DAY.test(words) ? instant + DAY_MS : instant;
  throw new YztError('bad-attribute', {
    zh: `<${tag}>:complete-to="${words}" 不是日期。写成 2026-06-30 或 2026-06-30T08:00。`,
    en: `<${tag}>: complete-to="${words}" is no date. Write 2026-06-30 or 2026-06-30T08:00.`,
  });
}

/** True for a bin of time that ends after the data do. Bins that come round again have no end. */
export function isPartial({ end }: Pick<Group, 'end'>, bin: Bin | undefined, completeTo: number | undefined): boolean {
  return bin?.kind === 'time' && end !== undefined && completeTo !== undefined && end > completeTo;
}

/** A period in words with the last day, or moment, that is in it: «2026年（截至2026年6月30日）». */
export function partialWords(period: string, completeTo: number, locale: Locale): string {
  const atMidnight = (completeTo + SHANGHAI_MS) % DAY_MS === 0;
  const day = atMidnight ? formatDate(completeTo - 1, { style: 'date' }, locale) : formatDate(completeTo, {}, locale);
  return locale === 'en' ? `${period} (up to ${day})` : `${period}（截至${day}）`;
}

/** What a dashed period is, under the chart. @param name Words of the period; undefined where none is dashed. */
export function partialNote(name: string | undefined, locale: Locale): TemplateResult | typeof nothing {
  return name === undefined ? nothing : html`<p class="note">${locale === 'en' ? 'Dashed: ' : '虚线：'}${name}</p>`;
}

/** Attributes of a chart along time. */
export interface PeriodHost extends YztElement {
  readonly bin?: string;
  readonly completeTo?: string;
}

/** The attributes `bin` and `complete-to` of a chart, read. */
export class Periods {
  #bin: ParsedAttribute<Bin> = NO_WORDS;
  #completeTo: ParsedAttribute<number> = NO_WORDS;
  readonly #host: PeriodHost;

  constructor(host: PeriodHost) {
    this.#host = host;
  }

  /** Reads what changed; to be called before an update. */
  read(changed: PropertyValues): void {
    const { bin, completeTo } = this.#host;
    if (changed.has('bin')) this.#bin = parsedAttribute(bin, this.#host, parsedBin);
    if (changed.has('completeTo')) this.#completeTo = parsedAttribute(completeTo, this.#host, parsedCompleteTo);
  }

  get error(): YztError | undefined {
    return this.#bin.error ?? this.#completeTo.error;
  }

  get bin(): Bin | undefined {
    return this.#bin.value;
  }

  /** What rows are grouped by. */
  keyOf(field: string | undefined): string | GroupKey | undefined {
    const { bin } = this;
    return field !== undefined && bin ? { field, bin } : field;
  }

  isPartial(group: Pick<Group, 'end'>): boolean {
    return isPartial(group, this.bin, this.#completeTo.value);
  }

  /** The name of a period, with the last day of one that is still running. */
  words(name: string, group: Pick<Group, 'end'>, locale: Locale): string {
    return this.isPartial(group) ? partialWords(name, this.#completeTo.value ?? 0, locale) : name;
  }
}
