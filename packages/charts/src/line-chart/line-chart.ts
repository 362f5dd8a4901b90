import type { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import type { Filter, GroupKey, Measure, Query } from '@yizhangtu/data/model';
import { html, type CSSResultGroup, type PropertyValues, type TemplateResult, type nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { brushStyles } from '../chart/brush.styles.js';
import { ChartElement } from '../chart/chart-element.js';
import type { ChartTable } from '../chart/chart-table.js';
import type { TipWords } from '../chart/chart-tip.js';
import { CHART_WORDS } from '../chart/chart-words.js';
import { partialNote, Periods } from '../chart/periods.js';
import { Memo } from '../chart/memo.js';
import { NO_WORDS, parsedAttribute, type ParsedAttribute } from '../chart/parsed-attribute.js';
import { RangeChartElement } from '../chart/range-chart-element.js';
import { seriesLegend } from '../chart/series-legend.js';
import { legendOf, toggleSeries, type Series } from '../chart/series.js';
import { nearestStop, type BrushRange } from '../marks/brush-steps.js';
import { HoverRows } from './hover-rows.js';
import { axisValue, leastStep, nearestLine, noteAt, placeOfValue, placeWords } from './line-axis.js';
import { bandMeasures, NO_LINES, type LineData, type LineDatum } from './line-data.js';
import { lineDrawing } from './line-drawing.js';
import { linePaths, type LinePath } from './line-paths.js';
import { rangeFilter, rangeOfFilter } from './line-range.js';
import { lineScene, type LineScene } from './line-scene.js';
import { LineWork } from './line-work.js';
import { lineSummary, lineTable, lineTip, placeSentence, type LineWords } from './line-words.js';
import { lineChartStyles } from './line-chart.styles.js';
import { parsedThresholds, type Threshold } from '../chart/thresholds.js';

/** Lines that are told apart by colour; more come together as 其他. */
const MOST_SERIES = 8;

/**
 * Lines of a measure over time, over numbers or over names in order: one, or one for each value of a field. Thresholds with words, a
 * forecast with its band, highest and lowest values, areas on top of each other; a drag over the chart filters all views of the dataset
 * by a range.
 *
 * @tag yzt-line-chart
 * @summary Line and area chart, linked to a dataset.
 * @csspart base - The whole chart.
 * @csspart header - Title, unit and switch.
 * @csspart label - The title.
 * @csspart unit - The unit beside the title.
 * @csspart toggle - The switch between chart and table.
 * @csspart export - The button that opens the export menu.
 * @csspart legend - The row of series, where their names have no room at their ends.
 * @csspart plot - The box of the lines.
 * @csspart table - The table twin.
 * @csspart tooltip - The tooltip.
 * @csspart source - The line that names the source.
 * @cssproperty [--yzt-line-chart-height=15em] - Least height of the plot.
 * @cssproperty --yzt-chart-color - Colour of a line that has none from the symbology. Default: the accent.
 */
export class YztLineChart extends RangeChartElement {
  static override styles: CSSResultGroup = [ChartElement.styles, brushStyles, lineChartStyles];

  /** Lines as plain data instead of a dataset. Keys are numbers, or names in order; with a `bin` of time numbers are instants in ms. */
  @property({ attribute: false }) override data?: readonly LineDatum[];
  /** Bins of the axis: `hour`, `day`, `month`, `hour:6`, `month-of-year`, `20`, `width:500`. Unset: each value of the field a place. */
  @property() bin?: string;
  /** Field that divides into lines, in the colours of the map. Its filter is switched in the legend. */
  @property({ attribute: 'split-by' }) splitBy?: string;
  /** Lines beside each other, with an area under each, areas on top of each other, or shares of 100 %. */
  @property() layout: 'lines' | 'area' | 'stacked' | 'share' = 'lines';
  /** Rounds the corners of lines. Values are still where they are, and no new extremes arise. */
  @property({ type: Boolean }) smooth = false;
  /** Heights that mean something, in words: `蓝色警戒=430:blue; 红色警戒=520:red`. */
  @property() thresholds?: string;
  /** From this date or number on, what is shown is a forecast: dashed. ISO 8601, Asia/Shanghai where it names no zone. */
  @property({ attribute: 'forecast-from' }) forecastFrom?: string;
  /** Last day of the data, or a moment: `2026-06-30`. A bin of time that ends later is drawn dashed as still running, and says up to when it goes. */
  @property({ attribute: 'complete-to' }) completeTo?: string;
  /** Field of the lower end of a band around the line. */
  @property({ attribute: 'band-low' }) bandLow?: string;
  /** Field of the upper end of a band around the line. */
  @property({ attribute: 'band-high' }) bandHigh?: string;
  /** Values that are written at lines: of none, of the highest and lowest place, or of every turn, as of high and low water. */
  @property() extremes: 'none' | 'ends' | 'turns' = 'none';
  /** Lower end of the value axis. Unset: a round number below the values. */
  @property({ type: Number }) min?: number;
  /** Upper end of the value axis. Unset: a round number above the values. */
  @property({ type: Number }) max?: number;
  /** More words of a place of the axis, by its number (an instant in ms) or name: in the tooltip and where the place is read out. */
  @property({ attribute: false }) placeNote?: (place: number | string) => string | undefined;
  /** Head of a column of the table with what `placeNote` says. Without it the table has no such column. */
  @property({ attribute: 'place-note-label' }) placeNoteLabel?: string;

  #levels: ParsedAttribute<readonly Threshold[]> = NO_WORDS;
  readonly #periods = new Periods(this);
  #lines: LineData = NO_LINES;
  #scene?: LineScene;
  #pointerY = Number.NaN;
  readonly #work = new LineWork(this, () => this.answerStale || (!this.plain && this.linkedDataset?.filtering !== undefined));
  readonly #stops = new Memo<readonly number[]>();
  readonly #scenes = new Memo<LineScene>();
  readonly #paths = new Memo<readonly LinePath[]>();
  readonly #rows = new HoverRows();

  protected override willUpdate(changed: PropertyValues): void {
    this.#periods.read(changed);
    if (changed.has('thresholds')) this.#levels = parsedAttribute(this.thresholds, this, parsedThresholds);
    super.willUpdate(changed);
    this.#lines = this.#currentLines();
  }

  protected override get problem(): YztError | undefined {
    return this.#periods.error ?? this.#levels.error ?? super.problem;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#work.done();
    return done && super.getUpdateComplete();
  }

  protected override get waiting(): boolean {
    return super.waiting || this.#work.pending;
  }

  protected override get markCount(): number {
    return this.#lines.xs.length;
  }

  protected override get groupKey(): string | GroupKey | undefined {
    return this.#periods.keyOf(this.groupBy);
  }

  protected override get moreMeasures(): readonly Measure[] {
    return bandMeasures(this.bandLow, this.bandHigh);
  }

  protected override get question(): Omit<Query, 'measures'> | undefined {
    const { groupKey: groupBy, groupBy: field, splitBy } = this;
    if (groupBy === undefined || field === undefined) return undefined;
    const split = splitBy ? { splitBy, splitLimit: MOST_SERIES } : {};
    // Bins come in order by themselves; told so, the splits would too, and not by their size.
    const order = this.#periods.bin ? {} : ({ order: 'key' } as const);
    return { groupBy, ...order, ignore: [field, ...(splitBy ? [splitBy] : [])], ...split };
  }

  protected override get colorSpec(): string | undefined {
    return this.symbology ?? (this.splitBy ? `class:${this.splitBy}` : undefined);
  }

  protected override renderMarks(width: number, height: number): TemplateResult {
    if (width === 0 || height === 0) return html`<svg width="0" height="0" aria-hidden="true"></svg>`;
    const scene = this.#sceneOf(width, height);
    this.#scene = scene;
    const [from, at] = [this.#forecast, this.focusIndex];
    const dashed = from ?? this.#lines.xs[this.#partial - 1];
    const paths = this.#paths.of([scene, dashed, this.smooth], () => linePaths(scene, dashed, this.smooth));
    const words = { past: this.say({ zh: '实况', en: 'Observed' }), future: this.say({ zh: '预报', en: 'Forecast' }) };
    return lineDrawing(scene, {
      label: this.label || this.say(CHART_WORDS.chart),
      paths,
      at: this.brush.active ? -1 : this.tipIndex,
      near: this.#near,
      extremes: this.extremes === 'ends' || this.extremes === 'turns' ? this.extremes : 'none',
      forecast: from === undefined ? undefined : { from, ...words },
      selected: this.selectedPlaces,
      brush: this.brush.render(),
      cursor: { at, count: this.markCount, words: placeSentence(this.#words, at, noteAt(this.#lines, at, this.placeNote)) },
      handlers: this.brush,
    });
  }

  protected override renderLead(): TemplateResult | typeof nothing {
    const { width, height } = this.plotSize;
    const shown = width > 0 && this.#sceneOf(width, height).legend ? this.#series : [];
    const { splitBy: field, askedDataset: dataset } = this;
    const choose = this.data || !dataset ? undefined : (index: number) => toggleSeries(dataset, field, this.#series[index]);
    return seriesLegend(legendOf(shown, true), field && dataset ? dataset.label(field, this.locale) : '', choose);
  }

  protected override renderFoot(): TemplateResult | typeof nothing {
    return partialNote(this.#partial < 1 ? undefined : this.#words.place(this.#partial), this.locale);
  }

  protected override markAt(x: number, y: number): number {
    const scene = this.#scene;
    if (!scene || this.brush.active) return -1;
    this.#pointerY = y;
    return nearestStop(scene.data.xs, scene.valueAt(x));
  }

  protected override markPlace(index: number): { readonly x: number; readonly y: number } | undefined {
    const scene = this.#scene;
    const value = scene?.data.xs[index];
    return scene && value !== undefined ? { x: scene.x(value), y: scene.top } : undefined;
  }

  protected override pointed(index: number): void {
    const { askedDataset: dataset, groupBy, splitBy } = this;
    if (!dataset || !groupBy || this.data || this.#periods.bin) return;
    const key = this.#lines.starts[index];
    const line = this.#series[nearestLine(this.#scene, index, this.#pointerY)];
    const [fields, keys] = splitBy ? [[groupBy, splitBy], [key ?? null, line?.key ?? null]] : [[groupBy], [key ?? null]];
    dataset.setHover(key === undefined ? -1 : this.#rows.rowOf(dataset, fields, keys));
  }

  protected override tipWords(index: number): TipWords {
    const from = this.#forecast;
    const future = from !== undefined && (this.#lines.xs[index] ?? Number.NaN) > from;
    return lineTip(this.#words, index, [...(future ? [this.say({ zh: '预报', en: 'forecast' })] : []), ...noteAt(this.#lines, index, this.placeNote)]);
  }

  protected override get table(): ChartTable {
    const { groupBy: field, askedDataset: dataset } = this;
    const named = field && dataset && !this.data ? dataset.label(field, this.locale) : this.say(CHART_WORDS.item);
    const words = this.#words;
    const { placeNoteLabel: head, placeNote } = this;
    const notes = head && placeNote ? { head, at: (at: number) => noteAt(words.data, at, placeNote) } : undefined;
    return lineTable(words, { place: named, value: this.say(CHART_WORDS.value), head: (name) => this.headWithUnit(name) }, notes);
  }

  protected override get summary(): Text {
    return lineSummary(this.label, this.#words);
  }

  get #words(): LineWords {
    const { locale, groupKey: by = '' } = this;
    const data = this.#lines;
    const place = placeWords(data, { dataset: this.data ? undefined : this.askedDataset, by, periods: this.#periods, locale });
    return { data, locale, place, figure: (value) => this.figure(value), withUnit: (value) => this.withUnit(value) };
  }

  /** Number of the first period that is still running; −1 for none. */
  get #partial(): number {
    return this.#lines.ends.findIndex((end) => this.#periods.isPartial({ end }));
  }

  get #forecast(): number | undefined {
    return axisValue(this.forecastFrom, this.#lines.kind);
  }

  #sceneOf(width: number, height: number): LineScene {
    const { fontSize, measureText: measure, locale, layout, whole, min, max, unitText } = this;
    const data = this.#lines;
    const levels = this.#levels.value;
    const from = [width, height, fontSize, locale, layout, whole, min, max, data, levels, this.digits, unitText];
    return this.#scenes.of(from, () =>
      lineScene({
        ...{ width, height, fontSize, measure, locale, data, layout, whole, from: min, to: max },
        thresholds: levels ?? [],
        least: leastStep(this.#periods.bin),
        figure: (value) => this.figure(value),
      }),
    );
  }

  protected override get stops(): readonly number[] {
    const scene = this.#scene;
    return scene && this.#lines.starts.length > 1 ? this.#stops.of([scene], () => scene.data.xs.map((value) => scene.x(value))) : [];
  }

  protected override get brushBox(): { readonly top: number; readonly bottom: number } {
    return this.#scene ?? { top: 0, bottom: 0 };
  }

  protected override get selectedRange(): BrushRange | undefined {
    const { groupBy: field, askedDataset: dataset } = this;
    return field === undefined ? undefined : rangeOfFilter(this.#lines, field, dataset?.filters.get(field));
  }

  protected override rangeFilter(range: BrushRange): Filter | undefined {
    return rangeFilter(this.#lines, this.groupBy ?? '', range);
  }

  protected override stopWords(stop: number): string {
    return this.#words.place(stop);
  }

  /** Place of the row under the pointer on another view; −1 for none. */
  get #near(): number {
    const { askedDataset: dataset, groupBy: field } = this;
    if (!dataset || !field || this.data || dataset.hover < 0) return -1;
    return placeOfValue(this.#lines, dataset.value(dataset.hover, field));
  }

  /** Lines with a colour and words of their own; none where there is a single one without a name. */
  get #series(): readonly Series[] {
    const { lines } = this.#lines;
    if (this.data) return lines.filter(({ key }) => key !== null);
    return this.splitBy ? lines : [];
  }

  #currentLines(): LineData {
    const { data, answer, askedDataset: dataset, groupBy: field = '', groupKey: by = '', splitBy, locale, label, colorSpec } = this;
    return this.#work.of({
      ...{ data, answer, dataset, field, by, bin: this.#periods.bin, splitBy, locale, label, colorSpec },
      asked: [this.bin, this.measure].join(),
      band: this.moreMeasures.length > 0,
      restLabel: this.say(CHART_WORDS.rest),
      color: (name, key) => this.colorOf(name, key),
    });
  }
}
