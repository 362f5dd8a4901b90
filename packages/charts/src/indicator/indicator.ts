import { YztElement } from '@yizhangtu/base/element';
import { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import { inWords } from '@yizhangtu/base/locale';
import { formatChange } from '@yizhangtu/base/number-format';
import { setStyle } from '@yizhangtu/base/set-style';
import { hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import { DatasetLikeController, QueryController, speaks, type QueryNeed } from '@yizhangtu/data/link';
import { parsedMeasure, type DatasetLike, type Measure } from '@yizhangtu/data/model';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { figure } from '../chart/figures.js';
import '../sparkline/index.js';
import { changeFrom, indicatorFigure, indicatorValue, parsedShare, targetState, type ShareOf } from './indicator-figures.js';
import { indicatorStyles } from './indicator.styles.js';

/**
 * One figure with what makes it readable: unit, change on the year before, target, course. Given as a value, or measured in a
 * dataset, following its filters.
 *
 * @tag yzt-indicator
 * @summary Indicator card.
 * @csspart base - The card.
 * @csspart label - The name of the figure.
 * @csspart value - Number and unit.
 * @csspart change - The change on the year before.
 * @csspart target - The target and whether it is reached.
 * @csspart note - The small line at the end.
 * @cssproperty --yzt-indicator-size - Type size of the number.
 */
export class YztIndicator extends YztElement {
  static override styles: CSSResultGroup = [hostStyles, hiddenTextStyles, indicatorStyles];

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
  /** Unit behind the number. Unset: % for a share, else that of the measured field. */
  @property() unit?: string;
  /** Digits after the decimal point. Unset: at most two. */
  @property({ type: Number }) digits?: number;
  /** Shortens to 万 and 亿 (K and M in English). */
  @property({ type: Boolean }) compact = false;
  /** The figure a year earlier, to compare with. Not shown while a filter narrows the dataset. */
  @property({ type: Number }) previous?: number;
  /** Change on the year before in percent, when it is known and the earlier figure is not: 3.2 for +3.2 %. Not shown while a filter narrows the dataset. */
  @property({ type: Number }) change?: number;
  /** The value to reach. */
  @property({ type: Number }) target?: number;
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
  readonly #link = new DatasetLikeController(this, { changes: ['data', 'filter'] });
  readonly #query = new QueryController(this, () => this.#question());

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.hasUpdated || changed.has('measure') || changed.has('share')) this.#readMarkup();
  }

  /** The figure as it is shown now; NaN where there is none. */
  get figure(): number {
    if (this.value !== undefined) return this.value;
    const answer = this.#query.answer;
    return answer ? indicatorValue(answer, this.#share, this.per) : Number.NaN;
  }

  #readMarkup(): void {
    this.#problem = undefined;
    try {
      this.#measure = parsedMeasure(this.measure, this.localName);
      this.#share = this.share === undefined ? undefined : this.#readShare(this.share);
    } catch (error) {
      if (!(error instanceof YztError)) throw error;
      this.#problem = error;
      hint(error.code, error.text, this);
    }
  }

  #readShare(text: string): ShareOf {
    const share = parsedShare(text);
    if (share) return share;
    throw new YztError('bad-attribute', {
      zh: `<yzt-indicator>:share="${text}" 无法识别。写成 字段=值，例如 share="open=true"。`,
      en: `<yzt-indicator>: share="${text}" is not understood. Write field=value, such as share="open=true".`,
    });
  }

  #question(): QueryNeed {
    const dataset = this.value !== undefined || this.#problem ? undefined : this.#link.dataset;
    const ignore = this.ignoreFilters && dataset ? [...dataset.filters.keys()] : [];
    const groupBy = this.#share?.field;
    return { dataset, query: { measures: [this.#measure], ignore, ...(groupBy !== undefined && { groupBy }) } };
  }

  get #unit(): string {
    if (this.unit !== undefined) return this.unit;
    if (this.#share) return '%';
    const { kind, field } = this.#measure;
    return (kind === 'count' || field === undefined ? undefined : this.#link.dataset?.field(field).unit) ?? '';
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
      ${this.note === '' ? nothing : html`<p class="note" part="note">${this.note}</p>`}
    </div>`;
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
      { unit: this.#unit, digits: this.digits, compact: this.compact },
      this.locale,
    );
    return html`<p class="figure" part="value">
      <span class="number">${number}</span>${unit === '' ? nothing : html`<span class="unit">${unit}</span>`}
    </p>`;
  }

  #changeLine(value: number): TemplateResult | typeof nothing {
    if (this.#narrowed) return nothing;
    const ratio = this.change === undefined ? changeFrom(value, this.previous) : this.change / 100;
    if (ratio === undefined || !Number.isFinite(ratio)) return nothing;
    const { direction, text } = formatChange(ratio, { basis: 'year' }, this.locale);
    const sign = direction === 'up' ? '▲' : direction === 'down' ? '▼' : '';
    return html`<p class="change ${direction}" part="change"><span class="sign" aria-hidden="true">${sign}</span>${text}</p>`;
  }

  #targetLine(value: number): TemplateResult | typeof nothing {
    if (this.target === undefined || this.#loading) return nothing;
    const state = targetState(value, this.target, this.lowerIsBetter, this.digits);
    if (!state) return nothing;
    const goal = `${figure(this.target, this.digits)}${this.#unit === '' ? '' : ` ${this.#unit}`}`;
    const words = this.lowerIsBetter ? { zh: `上限 ${goal}`, en: `limit ${goal}` } : { zh: `目标 ${goal}`, en: `target ${goal}` };
    const verdict = this.say(state.reached ? { zh: '达标', en: 'reached' } : { zh: '未达标', en: 'not reached' });
    const reached = state.reached ? 'reached' : '';
    return html`<div class="bar ${reached}" aria-hidden="true"><i ${setStyle({ width: `${state.progress * 100}%` })}></i></div>
      <p class="target" part="target">${this.say(words)}<span class="verdict ${reached}">${verdict}</span></p>`;
  }

  #course(): TemplateResult | typeof nothing {
    if (!this.series || this.series.length === 0) return nothing;
    return html`<yzt-sparkline .series=${this.series} .label=${this.label} .digits=${this.digits}></yzt-sparkline>`;
  }
}
