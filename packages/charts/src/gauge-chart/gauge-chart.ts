import { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import type { Text } from '@yizhangtu/base/locale';
import { setStyle } from '@yizhangtu/base/set-style';
import { QueryController, type QueryNeed } from '@yizhangtu/data/link';
import { parsedMeasure, type Measure } from '@yizhangtu/data/model';
import { html, nothing, svg, type CSSResultGroup, type PropertyValues, type SVGTemplateResult, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ChartElement } from '../chart/chart-element.js';
import type { ChartTable } from '../chart/chart-table.js';
import { NO_WORDS, parsedAttribute, type ParsedAttribute } from '../chart/parsed-attribute.js';
import { parsedThresholds, thresholdColor, type Threshold } from '../chart/thresholds.js';
import { indicatorFigure, indicatorValue, readShare, targetState, type ShareOf } from '../indicator/indicator-figures.js';
import { targetLine, targetLineStyles, type Target } from '../indicator/target-line.js';
import { gaugeChartStyles } from './gauge-chart.styles.js';
import { gaugeLayout, type GaugeLayout } from './gauge-layout.js';
import { gaugeScale, reachedThreshold } from './gauge-scale.js';
import { beyondWords, gaugeSummary, gaugeTable, type GaugeWords } from './gauge-words.js';

/**
 * One figure on a scale with an end: how full a reservoir is, how far a year's plan has come. Half a ring, bands that mean something,
 * a mark at the target. Given as a value, or measured in a dataset, following its filters.
 *
 * @tag yzt-gauge-chart
 * @summary Figure on a scale with bands and a target.
 * @csspart base - The whole chart.
 * @csspart header - Title and switch.
 * @csspart label - The title.
 * @csspart toggle - The switch between chart and table.
 * @csspart export - The button that opens the export menu.
 * @csspart plot - The box of the ring.
 * @csspart value - The figure with its unit.
 * @csspart band - The name of the band the figure is in.
 * @csspart target - The target and whether it is reached.
 * @csspart table - The table twin.
 * @csspart source - The line that names the source.
 * @cssproperty --yzt-chart-color - Colour of the ring where no band gives one. Default: the accent.
 */
export class YztGaugeChart extends ChartElement {
  static override styles: CSSResultGroup = [ChartElement.styles, targetLineStyles, gaugeChartStyles];

  /** The figure, when it does not come from a dataset. */
  @property({ type: Number }) value?: number;
  /** What is measured: `count`, `sum:areaM2`, … */
  @property() measure = 'count';
  /** Shows the part that one value has, in percent: `open=true`. The scale then ends at 100. */
  @property() share?: string;
  /** Divides the measure: number of residents, for a figure per head. */
  @property({ type: Number }) per?: number;
  /** The figure of the whole dataset, whatever is filtered. */
  @property({ type: Boolean, attribute: 'ignore-filters' }) ignoreFilters = false;
  /** Start of the scale. */
  @property({ type: Number }) min = 0;
  /** End of the scale. Needed, but for a share and for the unit %, whose scale ends at 100. */
  @property({ type: Number }) max?: number;
  /** Bands of the scale by the values they begin at, in words: `良=60:blue; 优=85:token:color-success`. */
  @property() thresholds?: string;
  /** The value to reach. */
  @property({ type: Number }) target?: number;
  /** Percent of the target that the figure may miss and still be called near it. Unset: none. */
  @property({ type: Number }) near?: number;
  /** The target is an upper limit: less is better. */
  @property({ type: Boolean, attribute: 'lower-is-better' }) lowerIsBetter = false;
  /** Shortens to 万 and 亿 (K and M in English). */
  @property({ type: Boolean }) compact = false;

  #asked: ParsedAttribute<Measure> = NO_WORDS;
  #share: ParsedAttribute<ShareOf> = NO_WORDS;
  #levels: ParsedAttribute<readonly Threshold[]> = NO_WORDS;
  #badScale?: YztError | undefined;
  readonly #query = new QueryController(this, () => this.#question());

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.hasUpdated || changed.has('measure')) this.#asked = parsedAttribute(this.measure || 'count', this, parsedMeasure);
    if (changed.has('share')) this.#share = parsedAttribute(this.share, this, readShare);
    if (changed.has('thresholds')) this.#levels = parsedAttribute(this.thresholds, this, parsedThresholds);
    this.#checkScale();
  }

  /** The figure as it is shown now; NaN where there is none. */
  get figureShown(): number {
    if (this.plain) return this.value ?? Number.NaN;
    const { answer } = this.#query;
    return answer ? indicatorValue(answer, this.#share.value, this.per) : Number.NaN;
  }

  protected override get plain(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  protected override get waiting(): boolean {
    return !this.#query.answer;
  }

  protected override get readsRows(): boolean {
    return false;
  }

  protected override get markCount(): number {
    return 0;
  }

  protected override get empty(): boolean {
    return !Number.isFinite(this.figureShown);
  }

  protected override get problem(): YztError | undefined {
    const wrong = this.#levels.error ?? this.#badScale;
    if (wrong || this.plain) return wrong;
    return this.#asked.error ?? this.#share.error ?? (this.#query.answer ? undefined : this.#query.error);
  }

  protected override get trouble(): YztError | undefined {
    return this.plain || !this.#query.answer ? undefined : this.#query.error;
  }

  protected override get unitText(): string {
    if (this.unit !== undefined && this.unit !== null) return this.unit;
    if (this.#share.value && !this.plain) return '%';
    const { kind, field } = this.#asked.value ?? { kind: 'count' };
    const counts = this.plain || kind === 'count' || kind === 'distinct' || field === undefined;
    return (counts ? undefined : this.askedDataset?.field(field).unit) ?? '';
  }

  /** The unit stands beside the figure. */
  protected override get unitLine(): Text {
    return { zh: '', en: '' };
  }

  protected override tipWords(): undefined {
    return undefined;
  }

  protected override get summary(): Text {
    return gaugeSummary(this.#words);
  }

  protected override get table(): ChartTable {
    return gaugeTable(this.#words, this.figureShown, this.locale);
  }

  protected override renderMarks(width: number, height: number): TemplateResult {
    if (width === 0) return html`<svg width="0" height="0" aria-hidden="true"></svg>`;
    const value = this.figureShown;
    const { fontSize, target } = this;
    const scale = gaugeScale(this.#start, this.#end, this.#levels.value ?? []);
    const { number, unit } = this.#written(value);
    const ends = [this.#endWords(scale.min, unit), this.#endWords(scale.max, unit)] as const;
    const layoutOf = (room: number): GaugeLayout =>
      gaugeLayout({ width, height: room, fontSize, number, unit, ends }, scale, value, target ?? undefined, this.measureText);
    const least = layoutOf(0).height;
    const layout = layoutOf(Math.max(height, least));
    const words = this.#words;
    return html`<div class="space" ${setStyle({ height: `${least}px` })}></div>
      <svg
        width=${width}
        height=${layout.height}
        role="meter"
        aria-label=${this.label || this.say({ zh: '仪表', en: 'Gauge' })}
        aria-valuemin=${scale.min}
        aria-valuemax=${scale.max}
        aria-valuenow=${Math.min(scale.max, Math.max(scale.min, value))}
        aria-valuetext=${words.value}
      >
        ${this.#ring(layout, value)} ${this.#figures(layout, { number, unit, ends })}
      </svg>`;
  }

  protected override renderFoot(): TemplateResult {
    const words = this.#words;
    const beyond = beyondWords(words);
    const band = words.band ? html`<p class="now" part="band"><span class="key" ${setStyle({ '--yzt-chart-color': this.#color(this.figureShown) })}></span>${words.band}</p>` : nothing;
    return html`<div class="foot">
      ${band} ${words.target ? targetLine(words.target, this.locale) : nothing}
      ${beyond ? html`<p class="beyond">${this.say(beyond)}</p>` : nothing}
    </div>`;
  }

  #ring({ x, y, track, value: path, bands, target }: GaugeLayout, value: number): SVGTemplateResult {
    const levels = this.#levels.value ?? [];
    const colorOf = (index: number): string | undefined => (levels[index] ? (thresholdColor(levels[index]) ?? 'var(--yzt-color-text-muted)') : undefined);
    return svg`<g transform=${`translate(${x},${y})`} aria-hidden="true">
      <path class="track" d=${track}></path>
      <path class="mark" d=${path} ${setStyle({ '--yzt-chart-color': this.#color(value) })}></path>
      ${bands.map((band) => svg`<path class="band" d=${band.path} ${setStyle({ '--yzt-chart-color': colorOf(band.index) })}></path>`)}
      ${target ? svg`<path class="goal under" d=${target}></path><path class="goal" d=${target}></path>` : nothing}
    </g>`;
  }

  #figures(layout: GaugeLayout, { number, unit, ends }: { readonly number: string; readonly unit: string; readonly ends: readonly [string, string] }): SVGTemplateResult {
    const { x, y, endsX, endsY, figureY, numberSize, unitSize } = layout;
    const small = unit === '' ? nothing : svg`<tspan class="unit" dx="3" font-size=${unitSize}>${unit}</tspan>`;
    return svg`<g aria-hidden="true">
      <text class="figure" part="value" x=${x} y=${y + figureY} text-anchor="middle" font-size=${numberSize}>${number}${small}</text>
      <text class="muted" x=${x - endsX} y=${y + endsY} text-anchor="middle">${ends[0]}</text>
      <text class="muted" x=${x + endsX} y=${y + endsY} text-anchor="middle">${ends[1]}</text>
    </g>`;
  }

  /** The colour of the band a value is in; undefined for the accent. */
  #color(value: number): string | undefined {
    const reached = reachedThreshold(value, this.#levels.value ?? []);
    return reached && thresholdColor(reached);
  }

  #written(value: number): { readonly number: string; readonly unit: string; readonly text: string } {
    return indicatorFigure(value, { unit: this.unitText, digits: this.digits ?? undefined, compact: this.compact }, this.locale);
  }

  /** An end of the scale; the unit is not said again where it is that of the figure. */
  #endWords(value: number, unit: string): string {
    const written = this.#written(value);
    return plainEnd(value === 0 || written.unit === unit ? written.number : written.text);
  }

  get #words(): GaugeWords {
    const value = this.figureShown;
    const [min, max] = [this.#start, this.#end];
    return {
      label: this.label,
      value: this.#written(value).text,
      min: plainEnd(this.#written(min).text),
      max: plainEnd(this.#written(max).text),
      target: this.#targetOf(value),
      band: reachedThreshold(value, this.#levels.value ?? [])?.label,
      beyond: value > max ? 'max' : value < min ? 'min' : undefined,
    };
  }

  #targetOf(value: number): Target | undefined {
    const { target, lowerIsBetter, near } = this;
    if (target === undefined || target === null) return undefined;
    const state = targetState(value, target, lowerIsBetter, this.digits ?? undefined, near ?? undefined);
    return state && { goal: this.#written(target).text, state, lowerIsBetter, hasNear: near !== undefined && near !== null };
  }

  /** Start of the scale. An attribute that was taken off leaves null. */
  get #start(): number {
    return this.min ?? 0;
  }

  /** End of the scale; NaN where nothing says it. */
  get #end(): number {
    if (this.max !== undefined && this.max !== null) return this.max;
    return this.unitText === '%' ? 100 : Number.NaN;
  }

  /** Tells the author of the page once that the scale has no end, or ends where it begins. */
  #checkScale(): void {
    const [tag, min, end] = [this.localName, this.#start, this.#end];
    // The unit of a field is known when its dataset is.
    const shown = this.plain || this.#query.answer !== undefined;
    const wrong = !shown || end > min ? undefined : Number.isNaN(end) ? noEnd(tag) : emptyScale(tag, min, end);
    if (wrong?.message === this.#badScale?.message) return;
    this.#badScale = wrong;
    if (wrong) hint(wrong.code, wrong.text, this);
  }

  #question(): QueryNeed {
    const measure = this.#asked.value;
    const dataset = this.plain || !measure || this.#share.error ? undefined : this.askedDataset;
    const ignore = this.ignoreFilters && dataset ? [...dataset.filters.keys()] : [];
    const groupBy = this.#share.value?.field;
    return { dataset, query: { measures: measure ? [measure] : [], ignore, ...(groupBy !== undefined && { groupBy }) } };
  }
}

/** Digits that say nothing are left out: an end of the scale is set, not measured. */
function plainEnd(text: string): string {
  return text.replace(/\.0+(?!\d)/, '');
}

function noEnd(tag: string): YztError {
  return new YztError('bad-attribute', {
    zh: `<${tag}>：没有写 max，刻度没有终点。请写 max="数值"；百分比（share 或 unit="%"）不用写。`,
    en: `<${tag}>: max is not set, so the scale has no end. Write max="a number"; percentages (share, or unit="%") need none.`,
  });
}

function emptyScale(tag: string, min: number, max: number): YztError {
  return new YztError('bad-attribute', {
    zh: `<${tag}>：min="${min}" 不小于 max="${max}"，刻度没有长度。请让 min 小于 max。`,
    en: `<${tag}>: min="${min}" is not below max="${max}", so the scale has no length. Make min smaller than max.`,
  });
}
