import type { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { formatCompact } from '@yizhangtu/base/number-format';
import type { DatasetLike, Group, GroupKey } from '@yizhangtu/data/model';
import { groupWords } from '@yizhangtu/data/words';
import { html, type nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ChartElement } from '../chart/chart-element.js';
import type { ChartTable } from '../chart/chart-table.js';
import type { TipWords } from '../chart/chart-tip.js';
import { CHART_WORDS } from '../chart/chart-words.js';
import { partialNote, Periods } from '../chart/periods.js';
import { GroupChartElement } from '../chart/group-chart-element.js';
import type { ChartRow } from '../chart/group-rows.js';
import { seriesLegend } from '../chart/series-legend.js';
import { legendOf, seriesOfData, splitSeries, toggleSeries, type Series } from '../chart/series.js';
import type { AxisTick } from '../marks/axis.js';
import { cycleTicks, edgeTicks, timeBinTicks, type BinPlaces } from '../marks/bin-ticks.js';
import { barChartStyles } from './bar-chart.styles.js';
import type { BarScene } from './bar-scene.js';
import { barSegments, type BarLayout } from './bar-segments.js';
import { seriesColumns, seriesSentence, seriesTip } from './bar-words.js';
import { brokenRest } from './broken-rest.js';
import { lyingBars } from './lying-bars.js';
import { standingBars } from './standing-bars.js';

/** Series that are told apart by colour; more come together as 其他. */
const MOST_SERIES = 8;

/**
 * Bars of the groups of a dataset, standing or lying, one for each value of a field, each bin of numbers or each part of a calendar,
 * and divided into series where `split-by` names a field. A click or Enter on a bar filters all views of the dataset by its group. Where all
 * other groups (其他) come to more than four times the longest bar, theirs is drawn broken, with its value.
 *
 * @tag yzt-bar-chart
 * @summary Bar chart, linked to a dataset.
 * @csspart base - The whole chart.
 * @csspart header - Title, unit and switch.
 * @csspart label - The title.
 * @csspart unit - The unit beside the title.
 * @csspart toggle - The switch between chart and table.
 * @csspart export - The button that opens the export menu.
 * @csspart legend - The row of series.
 * @csspart plot - The box of the bars.
 * @csspart table - The table twin.
 * @csspart tooltip - The tooltip.
 * @csspart source - The line that names the source.
 * @cssproperty [--yzt-bar-chart-height=14em] - Least height of standing bars.
 * @cssproperty [--yzt-chart-row-height=2] - Height of a lying bar with its gap: a length, or a multiple of the type size.
 * @cssproperty --yzt-chart-color - Colour of bars that have none from the symbology. Default: the accent.
 */
export class YztBarChart extends GroupChartElement {
  static override styles: CSSResultGroup = [ChartElement.styles, barChartStyles];

  /** Standing or lying bars. */
  @property({ reflect: true }) orientation: 'vertical' | 'horizontal' = 'vertical';
  /** Groups by bins instead of single values: `month`, `day`, `hour:6`, `day-of-week`, `20`, `width:500`, `breaks:0,100,500`. */
  @property() bin?: string;
  /** Field that divides each bar into series, in the colours of the map. Its filter is switched in the legend. */
  @property({ attribute: 'split-by' }) splitBy?: string;
  /** Last day of the data, or a moment: `2026-06-30`. A bin of time that ends later is drawn as still running, and says up to when it goes. */
  @property({ attribute: 'complete-to' }) completeTo?: string;
  /** How series stand: on each other, beside each other, or as shares of 100 %. Measures that do not add up stand beside each other. */
  @property() layout: 'stacked' | 'grouped' | 'share' = 'stacked';
  /** A value to compare with, drawn as a line. */
  @property({ type: Number }) target?: number;
  /** What the line is: 全市平均. Unset: 目标. */
  @property({ attribute: 'target-label' }) targetLabel?: string;

  readonly #periods = new Periods(this);
  #series: readonly Series[] = [];

  protected override willUpdate(changed: PropertyValues): void {
    this.#periods.read(changed);
    super.willUpdate(changed);
    this.#series = this.#currentSeries();
  }

  protected override get problem(): YztError | undefined {
    return this.#periods.error ?? super.problem;
  }

  protected override get groupKey(): string | GroupKey | undefined {
    return this.#periods.keyOf(this.groupBy);
  }

  protected override get splitKey(): string | undefined {
    return this.splitBy === '' ? undefined : this.splitBy;
  }

  protected override get mostSplits(): number {
    return MOST_SERIES;
  }

  protected override get mostGroups(): number | undefined {
    return this.#periods.bin ? this.limit : super.mostGroups;
  }

  protected override get colorSpec(): string | undefined {
    return this.symbology ?? (this.splitKey === undefined ? undefined : `class:${this.splitKey}`);
  }

  protected override get ownFilters(): readonly string[] {
    return [...super.ownFilters, ...(this.splitKey === undefined ? [] : [this.splitKey])];
  }

  protected override isPartial(group: Pick<Group, 'end'>): boolean {
    return this.#periods.isPartial(group);
  }

  protected override groupName(dataset: DatasetLike, key: string | GroupKey, group: Pick<Group, 'key' | 'end'>): string {
    return this.#periods.words(super.groupName(dataset, key, group), group, this.locale);
  }

  protected override renderFoot(): TemplateResult | typeof nothing {
    return partialNote(this.rows.find(({ partial }) => partial)?.label, this.locale);
  }

  protected override plainLabel(key: ChartRow['key']): string | undefined {
    const bin = this.#periods.bin;
    return bin && typeof key === 'number' ? groupWords(undefined, { field: '', bin }, { key }, this.locale) : undefined;
  }

  protected override renderMarks(width: number, height: number): TemplateResult {
    if (width === 0) return html`<svg width="0" height="0" aria-hidden="true"></svg>`;
    const scene = this.#scene(width, height);
    return this.orientation === 'horizontal' ? lyingBars(scene) : standingBars(scene);
  }

  protected override renderLead(): TemplateResult | typeof nothing {
    const { splitKey } = this;
    const choose = this.interactive && splitKey !== undefined ? (index: number) => toggleSeries(this.askedDataset, splitKey, this.#series[index]) : undefined;
    const label = splitKey === undefined ? '' : (this.askedDataset?.label(splitKey, this.locale) ?? '');
    return seriesLegend(legendOf(this.#series), label, choose);
  }

  protected override tipWords(index: number): TipWords | undefined {
    const row = this.rows[index];
    const words = super.tipWords(index);
    return row?.parts && words ? seriesTip(words, row, this.#words) : words;
  }

  protected override markName(row: ChartRow): string {
    const name = super.markName(row);
    if (!row.parts) return name;
    const parts = this.#series.map(({ label }, index) => `${label} ${this.withUnit(row.parts?.[index] ?? Number.NaN)}`);
    return this.locale === 'en' ? `${name}: ${parts.join(', ')}` : `${name}：${parts.join('，')}`;
  }

  protected override get table(): ChartTable {
    const table = super.table;
    return this.#series.length === 0 ? table : seriesColumns(table, this.rows, this.#words);
  }

  protected override get summary(): Text {
    return this.#series.length === 0 ? super.summary : seriesSentence(super.summary, this.#series);
  }

  get #words() {
    const { additive } = this;
    return {
      series: this.#series,
      additive,
      share: this.#layout === 'share',
      locale: this.locale,
      total: this.say(CHART_WORDS.total),
      figure: (value: number) => this.figure(value),
      withUnit: (value: number) => this.withUnit(value),
    };
  }

  get #layout(): BarLayout {
    const known: BarLayout = this.layout === 'grouped' || this.layout === 'share' ? this.layout : 'stacked';
    return this.additive || this.data ? known : 'grouped';
  }

  #scene(width: number, height: number): BarScene {
    const { rows, fontSize, rowHeight, measureText: measure, locale, label, whole } = this;
    const layout = this.#layout;
    const digits = this.digits === undefined ? {} : { digits: this.digits };
    return {
      ...{ width, height, fontSize, rowHeight, measure, locale, label, rows, layout, whole, series: this.#series },
      ...brokenRest(rows.map((row) => barSegments(row, layout)), rows, layout),
      target: this.#target(layout),
      figure: (value) => this.figure(value),
      short: (value) => formatCompact(value, { maxDigits: 1, ...digits }, locale).text,
      binTicks: this.#binTicks(),
      mark: (row, index, area, marks) => this.renderMark(row, index, area, marks),
    };
  }

  #target(layout: BarLayout): BarScene['target'] {
    if (this.target === undefined || !Number.isFinite(this.target) || layout === 'share') return undefined;
    const name = this.targetLabel ?? this.say({ zh: '目标', en: 'Target' });
    return { value: this.target, name, figure: this.withUnit(this.target) };
  }

  #binTicks(): BarScene['binTicks'] {
    const bin = this.#periods.bin;
    if (!bin) return undefined;
    const writing = { locale: this.locale, measure: this.measureText };
    return (places: BinPlaces): readonly AxisTick[] => {
      if (bin.kind === 'time') return timeBinTicks(places, bin, writing);
      if (bin.kind === 'number') return edgeTicks(places, writing);
      const names = this.rows.filter(({ key }) => typeof key === 'number').map(({ label }) => label);
      return cycleTicks(names, (index) => places.centre(index), writing.measure);
    };
  }

  #currentSeries(): readonly Series[] {
    const { data, splitKey: field, answer, askedDataset: dataset, locale } = this;
    if (data) return seriesOfData(data);
    if (!dataset || !answer || field === undefined) return [];
    const restLabel = this.say(CHART_WORDS.rest);
    return splitSeries({ dataset, answer, field, locale, restLabel, color: (name, key) => this.colorOf(name, key) });
  }
}
