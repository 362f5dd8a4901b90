import { YztElement } from '@yizhangtu/base/element';
import { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import { inWords } from '@yizhangtu/base/locale';
import { formatChange } from '@yizhangtu/base/number-format';
import { setStyle } from '@yizhangtu/base/set-style';
import { hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import { DatasetLikeController, QueryController, speaks, type QueryNeed } from '@yizhangtu/data/link';
import { parsedMeasure, type Answer, type DatasetLike, type Measure } from '@yizhangtu/data/model';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ShownUnit } from '../chart/unit-choice.js';
import '../sparkline/index.js';
import { changeFrom, indicatorFigure, indicatorValue, measuredUnit, readShare, targetState, type ShareOf } from './indicator-figures.js';
import { lastInstant, periodFigures, periodQuery, PERIODS, periodWords, timesFactor, type Period, type PeriodFigures } from './indicator-periods.js';
import { indicatorStyles } from './indicator.styles.js';
import { lightOf, targetLine, targetLineStyles, type Target } from './target-line.js';

/**
 * One figure with what makes it readable: unit, change on the year and on the period before, target with a light and its word, course.
 * Given as a value, or measured in a dataset, following its filters; with a field of the time it compares by itself.
 *
 * @tag yzt-indicator
 * @summary Indicator card.
 * @csspart base - The card.
 * @csspart label - The name of the figure.
 * @csspart value - Number and unit.
 * @csspart change - A change: on the year before, on the period before.
 * @csspart target - The target and whether it is reached.
 * @csspart note - The small line at the end.
 * @cssproperty --yzt-indicator-size - Type size of the number.
 */
export class YztIndicator extends YztElement {
  static override styles: CSSResultGroup = [hostStyles, hiddenTextStyles, targetLineStyles, indicatorStyles];

  /** Name of the figure. */
  @property() label = '';
  /** The figure, when it does not come from a dataset. */
  @property({ type: Number }) value?: number;
  /** The dataset to measure: its id, or a `Dataset`. */
  @property() override dataset: string | DatasetLike | undefined;
  /** What is measured: `count`, `sum:areaM2`, … */
  @property() measure = 'count';
  /** Shows the part that one value has, in percent: `open=true`. */
  @property() share?: string;
  /** Divides the measure: number of residents, for a figure per head. */
  @property({ type: Number }) per?: number;
  /** The figure of the whole dataset, whatever is filtered. */
  @property({ type: Boolean, attribute: 'ignore-filters' }) ignoreFilters = false;
  /**
   * Unit behind the number. Unset: % for a share, else that of the measured field. Another unit of the same quantity converts: `公顷` or `亩` for a
   * field in ㎡, `auto` for the everyday unit of the figure. Target and earlier figures are in the unit that is shown.
   */
  @property() unit?: string;
  /** Digits after the decimal point. Unset: at most two. */
  @property({ type: Number }) digits?: number;
  /** Shortens to 万 and 亿 (K and M in English). */
  @property({ type: Boolean }) compact = false;
  /**
   * Field of the time: the figure is then that of the latest `period` in the data, compared with the period before (环比) and the same one a
   * year earlier (同比), with its course. Where a filter of the time ends, there the latest period is.
   */
  @property({ attribute: 'time-field' }) timeField?: string;
  /** Length of a period with `time-field`, by the calendar of China: `day`, `week`, `month`, `quarter` or `year`. */
  @property() period: Period = 'month';
  /** The figure of the period before, to compare with (环比). Not shown while a filter narrows the dataset. */
  @property({ type: Number, attribute: 'previous-period' }) previousPeriod?: number;
  /** The figure a year earlier, to compare with. Not shown while a filter narrows the dataset. */
  @property({ type: Number }) previous?: number;
  /** Change on the year before in percent, when it is known and the earlier figure is not: 3.2 for +3.2 %. Not shown while a filter narrows the dataset. */
  @property({ type: Number }) change?: number;
  /** The value to reach. */
  @property({ type: Number }) target?: number;
  /** Percent of the target that the figure may miss and still be called near it: a yellow light between green and red. Unset: none. */
  @property({ type: Number }) near?: number;
  /** The target is an upper limit: less is better. */
  @property({ type: Boolean, attribute: 'lower-is-better' }) lowerIsBetter = false;
  /** Course of the figure, evenly spaced in time; NaN is a gap. */
  @property({ attribute: false }) series?: readonly number[];
  /** Colour of the number, when it carries a judgement. Say it in words too. */
  @property({ reflect: true }) tone: 'neutral' | 'accent' | 'success' | 'warning' | 'danger' = 'neutral';
  /** A small line at the end: what is counted, as of when. */
  @property() note = '';

  #measure: Measure = { kind: 'count' };
  #share?: ShareOf;
  #problem?: YztError;
  #kept?: { readonly answer: Answer; readonly key: string; readonly figures: PeriodFigures };
  #scaled?: { readonly from: PeriodFigures; readonly per: number; readonly figures: PeriodFigures };
  readonly #link = new DatasetLikeController(this, { changes: ['data', 'filter'] });
  readonly #query = new QueryController(this, () => this.#question());

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.hasUpdated || changed.has('measure') || changed.has('share') || changed.has('period')) this.#readMarkup();
  }

  /** The figure as it is shown now; NaN where there is none. */
  get figure(): number {
    if (this.value !== undefined) return this.value;
    return this.#raw * this.#unit.per;
  }

  /** The measured figure in the unit of the data. */
  get #raw(): number {
    const answer = this.#query.answer;
    if (!answer) return Number.NaN;
    return this.#rawPeriods?.value ?? indicatorValue(answer, this.#share, this.per);
  }

  /** The figures over time in the unit that is shown; undefined without a field of the time. */
  get #periods(): PeriodFigures | undefined {
    const from = this.#rawPeriods;
    if (!from) return undefined;
    const { per } = this.#unit;
    // The same course stays the same array, so that its sparkline is not drawn again.
    if (this.#scaled?.from !== from || this.#scaled.per !== per) this.#scaled = { from, per, figures: timesFactor(from, per) };
    return this.#scaled.figures;
  }

  get #rawPeriods(): PeriodFigures | undefined {
    const { answer } = this.#query;
    const { timeField, period, per } = this;
    if (!answer || !timeField || this.value !== undefined || this.#problem) return undefined;
    const until = this.ignoreFilters ? Infinity : lastInstant(this.#link.dataset?.filters.get(timeField));
    const key = `${period} ${per} ${until} ${this.share}`;
    if (this.#kept?.answer !== answer || this.#kept.key !== key) {
      this.#kept = { answer, key, figures: periodFigures(answer, period, { share: this.#share, per, until }) };
    }
    return this.#kept.figures;
  }

  #readMarkup(): void {
    this.#problem = undefined;
    try {
      this.#measure = parsedMeasure(this.measure, this.localName);
      this.#share = this.share === undefined ? undefined : readShare(this.share, this.localName);
      if (!PERIODS.includes(this.period ?? 'month')) throw this.#badPeriod();
    } catch (error) {
      if (!(error instanceof YztError)) throw error;
      this.#problem = error;
      hint(error.code, error.text, this);
    }
  }

  #badPeriod(): YztError {
    const { period } = this;
    return new YztError('bad-attribute', {
      zh: `<yzt-indicator>:period="${period}" 无法识别。可用：${PERIODS.join('、')}。`,
      en: `<yzt-indicator>: period="${period}" is not understood. Use ${PERIODS.join(', ')}.`,
    });
  }

  #question(): QueryNeed {
    const dataset = this.value !== undefined || this.#problem ? undefined : this.#link.dataset;
    const ignore = this.ignoreFilters && dataset ? [...dataset.filters.keys()] : [];
    const query = { measures: [this.#measure], ignore };
    if (this.timeField) return { dataset, query: periodQuery(query, this.timeField, this.period ?? 'month', this.#share) };
    const groupBy = this.#share?.field;
    return { dataset, query: { ...query, ...(groupBy !== undefined && { groupBy }) } };
  }

  get #unit(): ShownUnit {
    // An attribute that was taken off leaves null.
    const wanted = this.unit ?? undefined;
    const { kind, field } = this.#measure;
    const given = kind === 'count' || field === undefined ? undefined : this.#link.dataset?.field(field).unit;
    if (this.value !== undefined) return { text: wanted ?? (this.#share ? '%' : (given ?? '')), per: 1 };
    return measuredUnit({ measure: this.#measure, share: this.#share !== undefined, given, wanted, size: this.#raw }, this.locale);
  }

  /** A filter counts now: the change on the year before is that of the whole and would be wrong beside the part. */
  get #narrowed(): boolean {
    return this.value === undefined && !this.ignoreFilters && (this.#link.dataset?.filters.size ?? 0) > 0;
  }

  get #loading(): boolean {
    const awaited = this.#link.dataset !== undefined || this.hasAttribute('dataset');
    return this.value === undefined && awaited && !this.#wrong && (this.#link.loading || !this.#query.answer);
  }

  get #wrong(): YztError | undefined {
    return this.#problem ?? (this.value === undefined ? (this.#link.error ?? (this.#query.answer ? undefined : this.#query.error)) : undefined);
  }

  /** Why the figure is out of date, where no new answer came. */
  get #trouble(): YztError | undefined {
    return this.value === undefined && this.#query.answer ? this.#query.error : undefined;
  }

  override render(): TemplateResult {
    const wrong = this.#wrong;
    const value = this.figure;
    return html`<div class="card" part="base" role="group" aria-label=${this.label}>
      <span class="label" part="label">${this.label}</span>
      ${
        wrong
          ? this.#sentence(wrong)
          : html`${this.#figureLine(value)} ${this.#changeLine(value)} ${this.#targetLine(value)} ${this.#course()}
            ${this.#trouble ? this.#sentence(this.#trouble) : nothing}`
      }
      ${this.#note === '' ? nothing : html`<p class="note" part="note">${this.#note}</p>`}
    </div>`;
  }

  /** Which period the figure is of, and what the page says. */
  get #note(): string {
    const start = this.#periods?.start;
    const when = start === undefined ? '' : periodWords(start, this.period ?? 'month', this.locale);
    return [when, this.note].filter((words) => words !== '').join(this.say({ zh: '，', en: ', ' }));
  }

  #sentence(error: YztError): TemplateResult {
    return html`<p class="wrong" role=${speaks(error, this) ? 'alert' : nothing}>${inWords(error.text, this.locale)}</p>`;
  }

  #figureLine(value: number): TemplateResult {
    if (this.#loading) {
      const words = this.say({ zh: '正在读取数据', en: 'Reading data' });
      return html`<p class="figure" role="status">
        <span class="hidden-text">${words}</span><span class="number"><i class="skeleton"></i></span>
      </p>`;
    }
    const { number, unit } = indicatorFigure(
      value,
      { unit: this.#unit.text, digits: this.digits, compact: this.compact },
      this.locale,
    );
    return html`<p class="figure" part="value">
      <span class="number">${number}</span>${unit === '' ? nothing : html`<span class="unit">${unit}</span>`}
    </p>`;
  }

  /** Changes on the period before and on the year before, as far as they are known. */
  #changeLine(value: number): TemplateResult | typeof nothing {
    const periods = this.#periods;
    // Both sides of a comparison over time are filtered alike; figures that a page gives are those of the whole.
    if (this.#narrowed && !periods) return nothing;
    const years = this.change === undefined ? (periods?.yearBefore ?? this.previous) : undefined;
    const year = this.change === undefined ? this.#changeFrom(value, years) : this.change / 100;
    const period = this.#changeFrom(value, periods ? periods.before : this.previousPeriod);
    const lines = [this.#changeWords(year, 'year'), this.#changeWords(period, 'period')].filter((line) => line !== undefined);
    return lines.length === 0 ? nothing : html`<p class="changes">${lines}</p>`;
  }

  /** A share changes by points of a percent: from 60 % to 66 % are six points, not a tenth. */
  #changeFrom(value: number, before: number | undefined): number | undefined {
    return this.#share && before !== undefined ? (value - before) / 100 : changeFrom(value, before);
  }

  #changeWords(ratio: number | undefined, basis: 'year' | 'period'): TemplateResult | undefined {
    if (ratio === undefined || !Number.isFinite(ratio)) return undefined;
    const points = this.#share && this.change === undefined ? { as: 'points' as const } : {};
    const { direction, text } = formatChange(ratio, { basis, ...points }, this.locale);
    const sign = direction === 'up' ? '▲' : direction === 'down' ? '▼' : '';
    return html`<span class="change ${direction}" part="change"><span class="sign" aria-hidden="true">${sign}</span>${text}</span>`;
  }

  #targetLine(value: number): TemplateResult | typeof nothing {
    if (this.target === undefined || this.#loading) return nothing;
    const state = targetState(value, this.target, this.lowerIsBetter, this.digits, this.near);
    if (!state) return nothing;
    const goal = indicatorFigure(this.target, { unit: this.#unit.text, digits: this.digits, compact: false }, this.locale).text;
    const target: Target = { goal, state, lowerIsBetter: this.lowerIsBetter, hasNear: this.near !== undefined };
    return html`<div class="bar ${lightOf(target)}" aria-hidden="true"><i ${setStyle({ width: `${state.progress * 100}%` })}></i></div>
      ${targetLine(target, this.locale)}`;
  }

  #course(): TemplateResult | typeof nothing {
    const series = this.series ?? this.#periods?.series ?? [];
    if (series.length < 2) return nothing;
    return html`<yzt-sparkline .series=${series} .label=${this.label} .digits=${this.digits}></yzt-sparkline>`;
  }
}
