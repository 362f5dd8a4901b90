import type { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import { writtenUnit } from '@yizhangtu/base/units';
import { QueryController } from '@yizhangtu/data/link';
import type { Bin, Filter, GroupKey, Query } from '@yizhangtu/data/model';
import { groupWords } from '@yizhangtu/data/words';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { brushStyles } from '../chart/brush.styles.js';
import { ChartElement } from '../chart/chart-element.js';
import type { ChartTable } from '../chart/chart-table.js';
import type { TipWords } from '../chart/chart-tip.js';
import { CHART_WORDS, unitWords } from '../chart/chart-words.js';
import { Memo } from '../chart/memo.js';
import { NO_WORDS, parsedAttribute, type ParsedAttribute } from '../chart/parsed-attribute.js';
import { RangeChartElement } from '../chart/range-chart-element.js';
import type { BrushRange } from '../marks/brush-steps.js';
import { binColors, binOf, edgesFilter, edgesOf, edgesOfFilter, histogramOf, histogramOfData, placeInBins, type HistogramData } from './histogram-bins.js';
import { histogramDrawing } from './histogram-drawing.js';
import { binWords, chosenBin, extentOf, needsExtent, type BinWish } from './histogram-edges.js';
import { histogramScene, type HistogramScene, type ValueMark } from './histogram-scene.js';
import { binSentence, binTip, histogramSummary, histogramTable, leftOver, valueMark, type HistogramWords } from './histogram-words.js';
import { histogramStyles } from './histogram.styles.js';

const NO_BINS: HistogramData = { bins: [], missing: 0, outside: 0, single: false };

/**
 * How the values of a field are spread: bins of numbers or of time, what passes the filters of other views before everything in grey,
 * in the classes of the map. A drag, the handles or keys filter all views of the dataset by a range. Bins are counted by the dataset,
 * so its rows may be elsewhere.
 *
 * @tag yzt-histogram
 * @summary Histogram with a range filter, linked to a dataset.
 * @csspart base - The whole chart.
 * @csspart header - Title, units and switch.
 * @csspart label - The title.
 * @csspart unit - The units beside the title.
 * @csspart toggle - The switch between chart and table.
 * @csspart export - The button that opens the export menu.
 * @csspart plot - The box of the bins.
 * @csspart table - The table twin.
 * @csspart tooltip - The tooltip.
 * @csspart source - The line that names the source.
 * @cssproperty [--yzt-histogram-height=12em] - Least height of the plot.
 * @cssproperty --yzt-chart-color - Colour of bins that have none from the symbology. Default: the accent.
 */
export class YztHistogram extends RangeChartElement {
  static override styles: CSSResultGroup = [ChartElement.styles, brushStyles, histogramStyles];

  /**
   * Bins: about how many round ones (`20`), `width:500`, `breaks:0,100,500`, of time `day`, `month`, …, or `classes`: the limits of the
   * classes of `symbology`. Unset: what suits the values.
   */
  @property() bin?: string;
  /** Bins of one width, or round ones that grow with the values: 1, 2, 5, 10, 20 … Values that are not above zero are then in none. */
  @property() scale: 'linear' | 'log' = 'linear';
  /** Values that are marked with words: `median`, `mean`, or both with a space between. */
  @property() markers?: string;

  #given: ParsedAttribute<Bin | 'classes'> = NO_WORDS;
  #bin: Bin | undefined;
  #data: HistogramData = NO_BINS;
  #scene?: HistogramScene;
  readonly #made = new Memo<HistogramData>();
  readonly #everything = new QueryController(this, () => this.#withoutFilters(this.#narrowed ? this.question : undefined, [this.asked]));
  readonly #extent = new QueryController(this, () => {
    const { groupBy: field } = this;
    const kinds = [{ kind: 'min' }, { kind: 'max' }, ...(this.scale === 'log' ? ([{ kind: 'quantile', p: 0.05 }, { kind: 'median' }] as const) : [])] as const;
    return this.#withoutFilters(field !== undefined && needsExtent(this.#wish) ? {} : undefined, kinds.map((one) => ({ ...one, field: field ?? '' })));
  });
  readonly #values = new QueryController(this, () => {
    const { groupBy: field, askedDataset } = this;
    const measures = this.#marked.map((kind) => ({ kind, field: field ?? '' }));
    const asks = !this.plain && field !== undefined && measures.length > 0 && this.#bin?.kind === 'number';
    return { dataset: asks ? askedDataset : undefined, query: { measures, ignore: [field ?? ''] } };
  });

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('bin')) this.#given = parsedAttribute(this.bin, this, binWords);
    super.willUpdate(changed);
    this.#bin = this.plain ? { kind: 'number' } : chosenBin(this.#wish, extentOf(this.#extent.answer));
    this.#data = this.#current();
  }

  protected override get problem(): YztError | undefined {
    return this.#given.error ?? this.#extent.error ?? super.problem;
  }

  protected override get waiting(): boolean {
    // All values are missing: there is nothing to ask for.
    return super.waiting && !(this.#extent.answer && !this.#bin);
  }

  protected override get markCount(): number {
    return this.#data.bins.length;
  }

  protected override get groupKey(): string | GroupKey | undefined {
    const { groupBy: field } = this;
    return field === undefined || !this.#bin ? undefined : { field, bin: this.#bin };
  }

  protected override get question(): Omit<Query, 'measures'> | undefined {
    const { groupKey: groupBy, groupBy: field } = this;
    return groupBy === undefined || field === undefined ? undefined : { groupBy, ignore: [field] };
  }

  protected override get unitLine(): Text {
    const [x, y] = [this.#fieldUnit, this.unitText];
    if (x === '') return unitWords(y);
    return { zh: `横轴：${x}${y === '' ? '' : `，纵轴：${y}`}`, en: `across in ${x}${y === '' ? '' : `, up in ${y}`}` };
  }

  protected override renderMarks(width: number, height: number): TemplateResult {
    if (width === 0 || height === 0) return html`<svg width="0" height="0" aria-hidden="true"></svg>`;
    const scene = this.#sceneOf(width, height);
    this.#scene = scene;
    const { focusIndex: at, selectedPlaces: selected } = this;
    return histogramDrawing(scene, {
      label: this.label || this.say(CHART_WORDS.chart),
      at: this.brush.active ? -1 : this.tipIndex,
      near: this.#near,
      selected,
      brush: this.brush.render(),
      cursor: { at, count: this.markCount, words: binSentence(this.#words, at) },
      handlers: this.brush,
    });
  }

  protected override renderFoot(): TemplateResult | typeof nothing {
    const left = leftOver(this.#data);
    return left ? html`<p class="source">${this.say({ zh: `另有 ${left.zh}`, en: `Not shown: ${left.en}` })}</p>` : nothing;
  }

  protected override markAt(x: number, _y: number): number {
    const scene = this.#scene;
    const count = this.#data.bins.length;
    if (!scene || this.brush.active || count === 0) return -1;
    return Math.max(0, Math.min(count - 1, Math.floor((x - scene.left) / (scene.x(1) - scene.x(0)))));
  }

  protected override markPlace(index: number): { readonly x: number; readonly y: number } | undefined {
    const scene = this.#scene;
    const bin = this.#data.bins[index];
    return scene && bin && { x: scene.x(index + 0.5), y: scene.y(bin.value) };
  }

  protected override keyed(event: KeyboardEvent, index: number): number | undefined {
    if (!this.brushable || (event.key !== 'Enter' && event.key !== ' ')) return super.keyed(event, index);
    event.preventDefault();
    this.#toggle(index);
    return index;
  }

  protected override pressedAt(x: number): void {
    if (this.selectedPlaces) this.clear();
    else this.#toggle(this.markAt(x, 0));
  }

  protected override tipWords(index: number): TipWords | undefined {
    return binTip(this.#words, index);
  }

  protected override get table(): ChartTable {
    const { groupBy: field, askedDataset: dataset } = this;
    const unit = this.#fieldUnit;
    const named = field !== undefined && dataset && !this.data ? dataset.label(field, this.locale) : this.say(CHART_WORDS.item);
    const bin = unit === '' ? named : this.locale === 'en' ? `${named} (${unit})` : `${named}（${unit}）`;
    return histogramTable(this.#words, { bin, value: this.headWithUnit(this.say(CHART_WORDS.value)) });
  }

  protected override get summary(): Text {
    return histogramSummary(this.label, this.#words, this.#marks.map(({ words }) => words));
  }

  protected override readonly leastStops = 1;

  protected override get stops(): readonly number[] {
    const scene = this.#scene;
    return scene ? edgesOf(this.#data).map((_, index) => scene.x(index)) : [];
  }

  protected override get brushBox(): { readonly top: number; readonly bottom: number } {
    return this.#scene ?? { top: 0, bottom: 0 };
  }

  protected override get selectedRange(): BrushRange | undefined {
    const { groupBy: field, askedDataset: dataset } = this;
    return field === undefined ? undefined : edgesOfFilter(this.#data, field, dataset?.filters.get(field));
  }

  /** Where the filter lies, which may be set by another view and end within a bin. */
  protected override get selectedPlaces(): readonly [from: number, to: number] | undefined {
    const { groupBy: field, askedDataset: dataset } = this;
    const filter = field === undefined ? undefined : dataset?.filters.get(field);
    const scene = this.#scene;
    if (!scene || !this.brushable || filter?.kind !== 'range' || filter.field !== field) return undefined;
    const { min = -Infinity, max = Infinity } = filter;
    return [scene.x(placeInBins(this.#data, min)), scene.x(placeInBins(this.#data, max))];
  }

  protected override rangeFilter(range: BrushRange): Filter | undefined {
    return edgesFilter(this.#data, this.groupBy ?? '', range);
  }

  protected override stopWords(stop: number): string {
    const edge = edgesOf(this.#data)[stop] ?? Number.NaN;
    const bin = this.#bin;
    if (bin?.kind === 'time') return groupWords(undefined, { field: '', bin }, { key: edge }, this.locale);
    return this.#withFieldUnit(formatNumber(edge, { maxDigits: 12 }));
  }

  #toggle(index: number): void {
    if (!this.brushable || index < 0) return;
    const range = this.selectedRange;
    const own = { from: index, to: index + 1 };
    this.setRange(range?.from === own.from && range.to === own.to ? undefined : this.rangeFilter(own));
    this.sayRange();
  }

  get #words(): HistogramWords {
    const bin = this.#bin ?? { kind: 'number' };
    const { bins, single } = this.#data;
    return {
      data: this.#data,
      locale: this.locale,
      bin: (index) => {
        const { start = Number.NaN, end = Number.NaN } = bins[index] ?? {};
        const group = single ? { key: start } : { key: start, end };
        return this.#withFieldUnit(groupWords(undefined, { field: '', bin }, group, this.locale));
      },
      figure: (value) => this.figure(value),
      withUnit: (value) => this.withUnit(value),
    };
  }

  get #wish(): BinWish {
    const { groupBy: field, askedDataset: dataset } = this;
    const { value: bin } = this.#given;
    const date = field !== undefined && dataset?.column(field)?.kind === 'date';
    const symbology = bin === 'classes' ? this.colorModel : undefined;
    return { bin, date, log: this.scale === 'log' && !date, whole: this.#wholeValues && !date, symbology };
  }

  get #wholeValues(): boolean {
    return this.groupBy !== undefined && !this.plain && this.askedDataset?.field(this.groupBy).digits === 0;
  }

  #withoutFilters(about: Omit<Query, 'measures'> | undefined, measures: Query['measures']): { dataset?: RangeChartElement['askedDataset']; query: Query } {
    const { askedDataset: dataset } = this;
    const query = { ...about, measures, ignore: [...(dataset?.filters.keys() ?? [])] };
    return this.plain || !about || !dataset ? { query } : { dataset, query };
  }

  get #fieldUnit(): string {
    return this.groupBy === undefined || this.plain ? '' : writtenUnit(this.askedDataset?.field(this.groupBy).unit ?? '', this.locale);
  }

  #withFieldUnit(text: string): string {
    return this.#fieldUnit === '' ? text : `${text} ${this.#fieldUnit}`;
  }

  /** Filters of others leave less than everything. */
  get #narrowed(): boolean {
    return [...(this.askedDataset?.filters.keys() ?? [])].some((key) => key !== this.groupBy);
  }

  get #marked(): readonly ('median' | 'mean')[] {
    const words = new Set((this.markers ?? '').split(/\s+/));
    return (['median', 'mean'] as const).filter((kind) => words.has(kind));
  }

  get #marks(): readonly ValueMark[] {
    const values = this.#values.answer?.total.values ?? [];
    const digits = this.groupBy === undefined ? undefined : this.askedDataset?.field(this.groupBy).digits;
    return this.#marked.flatMap((kind, index) => valueMark(kind, values[index], digits, (text) => this.#withFieldUnit(text), this.locale));
  }

  get #near(): number {
    const { askedDataset: dataset, groupBy: field = '' } = this;
    return !dataset || this.plain || dataset.hover < 0 ? -1 : binOf(this.#data, dataset.value(dataset.hover, field));
  }

  #sceneOf(width: number, height: number): HistogramScene {
    const { fontSize, measureText: measure, locale, whole, groupBy: field, colorModel } = this;
    const data = this.#data;
    const time = this.#bin?.kind === 'time' ? this.#bin : undefined;
    const colors = data.bins.map((bin) => binColors(bin, colorModel, field));
    return histogramScene({ width, height, fontSize, measure, locale, data, colors, marks: this.#marks, whole, time, log: this.scale === 'log' });
  }

  #current(): HistogramData {
    const { data, answer } = this;
    if (data) return this.#made.of([data], () => histogramOfData(data));
    if (!answer || !this.#bin) return NO_BINS;
    const everything = this.#everything.answer;
    return this.#made.of([answer, everything, this.#wholeValues], () => histogramOf(answer, everything, this.#wholeValues));
  }
}
