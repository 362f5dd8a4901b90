import { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import type { Locale } from '@yizhangtu/base/locale';
import { isAdditive, parsedMeasure, type FieldSchema, type Measure } from '@yizhangtu/data/model';
import { figure } from './figures.js';
import { shownUnit, usefulDigits, type ShownUnit } from './unit-choice.js';

/** What a chart knows of its numbers when it is about to draw. */
export interface MeasureScene {
  /** Schema of the measured field; undefined for counts and plain data. */
  readonly field: FieldSchema | undefined;
  /** Unit the page asks for. */
  readonly unit: string | undefined;
  readonly digits: number | undefined;
  /** The largest number that is shown, in the unit of the data. */
  readonly size: number;
  readonly locale: Locale;
}

/** Digits behind the point of what is worked out from values: one more than nothing. */
const WORKED_OUT: ReadonlySet<string> = new Set(['mean', 'median', 'quantile', 'stdev']);

/** The measure of a chart in words, and the one unit and the digits its numbers are written in. */
export class ChartMeasure {
  measure: Measure = { kind: 'count' };
  /** Why there is no such measure. */
  problem?: YztError | undefined;
  #unit: ShownUnit = { text: '', per: 1 };
  #digits: number | undefined;

  /** The measured field; undefined for counts. */
  get field(): string | undefined {
    return this.measure.kind === 'count' ? undefined : this.measure.field;
  }

  /** True when values are whole numbers of things. */
  get whole(): boolean {
    return this.measure.kind === 'count' || this.measure.kind === 'distinct';
  }

  /**
   * Reads the words of the attribute, and tells the author of the page what is wrong with them.
   * @param refuse What else the chart cannot draw; its sentence, or undefined.
   */
  read(words: string, host: Element, refuse: (measure: Measure) => YztError | undefined = () => undefined): void {
    this.problem = undefined;
    try {
      this.measure = parsedMeasure(words, host.localName);
      this.problem = refuse(this.measure);
    } catch (error) {
      if (!(error instanceof YztError)) throw error;
      this.problem = error;
    }
    if (this.problem) hint(this.problem.code, this.problem.text, host);
  }

  /** Chooses unit and digits for one drawing. */
  set({ field, unit, digits, size, locale }: MeasureScene): void {
    // An attribute that was taken off leaves null.
    this.#unit = shownUnit(field?.unit, unit ?? undefined, size, locale);
    const own = field?.digits ?? (WORKED_OUT.has(this.measure.kind) ? 1 : undefined);
    this.#digits = digits ?? (this.#unit.per === 1 ? own : usefulDigits(size * this.#unit.per));
  }

  /** Unit of the numbers; empty for none. */
  get unitText(): string {
    return this.#unit.text;
  }

  /** A value of the data in the unit that is shown. */
  shown(value: number): number {
    return value * this.#unit.per;
  }

  /** A value of the data as text in the unit that is shown, without its name. */
  figure(value: number): string {
    return figure(this.shown(value), this.#digits);
  }
}

/** The sentence for a measure whose parts make no whole; undefined for one whose parts do. */
export function onlyAdditive(measure: Measure, words: string, tag: string): YztError | undefined {
  if (isAdditive(measure)) return undefined;
  return new YztError('bad-attribute', {
    zh: `<${tag}>：measure="${words}" 的各部分加起来不是整体，不能画成面积。请用 count 或 sum:字段。`,
    en: `<${tag}>: parts of measure="${words}" do not add up to a whole. Use count or sum:field.`,
  });
}
