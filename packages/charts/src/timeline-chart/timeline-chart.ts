import { formatDate } from '@yizhangtu/base/dates';
import type { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import type { Locale, Text } from '@yizhangtu/base/locale';
import { setStyle } from '@yizhangtu/base/set-style';
import type { Dataset, DatasetChange, Filter } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { brushStyles } from '../chart/brush.styles.js';
import { ChartElement } from '../chart/chart-element.js';
import type { ChartTable } from '../chart/chart-table.js';
import type { TipWords } from '../chart/chart-tip.js';
import { CHART_WORDS } from '../chart/chart-words.js';
import { Memo } from '../chart/memo.js';
import { RangeBrush } from '../chart/range-brush.js';
import { rangeWords, rowsLeft } from '../chart/range-words.js';
import { SymbologyMemo } from '../chart/symbology-memo.js';
import { nearestStop, type BrushRange } from '../marks/brush-steps.js';
import { timelineChartStyles } from './timeline-chart.styles.js';
import { colorLegend, markColor } from './timeline-colors.js';
import { timelineDrawing } from './timeline-drawing.js';
import { NO_EVENTS } from './timeline-events.js';
import { fieldsProblem, markAtPlace, marksByRow, spanOf } from './timeline-marks-at.js';
import { middleOf, nextTimelineMark } from './timeline-marks.js';
import { TimelinePictures, type TimelineNeed } from './timeline-picture.js';
import type { TimelineScene } from './timeline-scene.js';
import { timelineSentence, timelineSummary, timelineTable, timelineTip, type TimelineWords } from './timeline-words.js';

/** Lanes that are told apart without looking for them. */
const LANES = 12;

/**
 * What happened when: a mark an event, a bar for what lasts, one lane for each kind. A span of time filters all views of the dataset, a
 * click selects the rows of a mark, the row under the pointer is that of the map. Events that lie on each other become one mark.
 *
 * @tag yzt-timeline-chart
 * @summary Events along time in lanes, linked to a dataset.
 * @csspart base - The whole chart.
 * @csspart header - Title and switch.
 * @csspart label - The title.
 * @csspart unit - The unit beside the title.
 * @csspart toggle - The switch between chart and table.
 * @csspart export - The button that opens the export menu.
 * @csspart legend - The classes of the colours.
 * @csspart plot - The box of the lanes.
 * @csspart table - The table twin.
 * @csspart tooltip - The tooltip.
 * @csspart source - The line that names the source.
 * @cssproperty --yzt-chart-color - Colour of marks that have none from the symbology. Default: the accent.
 */
export class YztTimelineChart extends ChartElement {
  static override styles: CSSResultGroup = [ChartElement.styles, brushStyles, timelineChartStyles];

  /** Field of the time at which an event begins: dates or instants. */
  @property({ attribute: 'time-field' }) timeField?: string;
  /** Field of the time at which it ends. Events without one, or with one that is not later, are moments. */
  @property({ attribute: 'end-field' }) endField?: string;
  /** Field that puts events into lanes: the kind of an event, its department. Unset: one lane. */
  @property({ attribute: 'lane-field' }) laneField?: string;
  /** Field that names an event: beside its mark where there is room, in the tooltip, in the table. */
  @property({ attribute: 'label-field' }) labelField?: string;
  /** Lanes at most, those with most events; the others share one. */
  @property({ type: Number }) limit = LANES;
  /** Colours of the map: `class:kind`. Unset: the accent. */
  @property() symbology?: string;
  /** Without choosing a span of time. */
  @property({ type: Boolean, attribute: 'no-brush' }) noBrush = false;

  #events = NO_EVENTS;
  #scene: TimelineScene | undefined;
  #least = 0;
  #told: string | undefined;
  readonly #colors = new SymbologyMemo();
  readonly #pictures = new TimelinePictures(this);
  readonly #marksOf = new Memo<Int32Array>();
  readonly #tabled = new Memo<ChartTable>();
  readonly #brush = new RangeBrush(this, {
    stops: () => this.#stops,
    least: () => 1,
    box: () => this.#scene?.strip ?? { top: 0, bottom: 0 },
    selected: () => this.#selected,
    select: (range) => this.#setRange(range),
    clear: () => this.#setRange(undefined),
    // A click on a mark chooses it; one beside all marks lets go of the span.
    pressed: (x, y) => this.markAt(x, y) < 0 && this.clear(),
    done: () => this.#sayRange(),
    words: (stop) => this.#stopWords(stop),
    say: (text) => this.say(text),
  });

  protected override get followed(): readonly DatasetChange[] {
    return ['data', 'filter', 'hover', 'selection'];
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const picture = this.#pictures.of(this.#need);
    this.#events = picture?.events ?? NO_EVENTS;
    this.#scene = picture?.scene;
    this.#least = picture?.least ?? 0;
    this.#tell(this.problem);
  }

  /** Whoever waits for the chart waits for its events too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#pictures.done();
    return done && super.getUpdateComplete();
  }

  protected override get waiting(): boolean {
    return this.#pictures.pending;
  }

  protected override get markCount(): number {
    return this.#scene?.marks.length ?? this.#events.rows.length;
  }

  protected override get problem(): YztError | undefined {
    const { linkedDataset: dataset, timeField, endField, laneField, labelField } = this;
    return dataset && fieldsProblem(dataset, { timeField, endField, laneField, labelField }, this.localName);
  }

  protected override get lacking(): string | undefined {
    return this.timeField ? undefined : 'time-field';
  }

  protected override renderMarks(): TemplateResult {
    const [scene, words] = [this.#scene, this.#words];
    if (!scene || !words) return html`<div class="space"></div><svg width="0" height="0" aria-hidden="true"></svg>`;
    const { dataset } = words;
    const at = this.focusIndex;
    const model = this.#model;
    const near = dataset.hover < 0 ? -1 : this.#markOf(dataset.hover);
    const drawing = timelineDrawing(
      scene,
      {
        label: this.label || this.say(CHART_WORDS.chart),
        colorOf: ({ events }) => markColor(events, this.#events.rows, model),
        from: [scene, model],
        chosen: [...new Set([...dataset.selection].slice(0, 500).map((row) => this.#markOf(row)))],
        marked: [this.#brush.active ? -1 : this.tipIndex, near],
        selected: this.#selected,
        brush: this.noBrush ? nothing : this.#brush.render(),
        cursor: { at, count: this.markCount, words: timelineSentence(words, scene.marks[at]?.events ?? []) },
        handlers: this.noBrush ? undefined : this.#brush,
      },
    );
    return html`<div class="space" ${setStyle({ height: `${this.#least}px` })}></div>${drawing}`;
  }

  protected override renderFoot(): TemplateResult | typeof nothing {
    const { missing } = this.#events;
    return html`${colorLegend(this.#model, this.laneField, (text) => this.say(text)) ?? nothing}
    ${missing > 0 ? html`<p class="source">${this.say({ zh: `另有 ${missing} 条没有时间`, en: `Not shown: ${missing} without a time` })}</p>` : nothing}`;
  }

  protected override get summary(): Text {
    const [zh, en] = [this.#wordsIn('zh-CN'), this.#wordsIn('en')];
    return timelineSummary(this.label, zh && en && { zh, en });
  }

  protected override get table(): ChartTable {
    const words = this.#words;
    if (!words) return { columns: [], rows: [] };
    return this.#tabled.of([this.#events, this.locale, this.labelField, words.dataset.schema], () => timelineTable(words));
  }

  protected override tipWords(index: number): TipWords | undefined {
    const [words, mark] = [this.#words, this.#scene?.marks[index]];
    return words && mark && timelineTip(words, mark.events);
  }

  protected override markAt(x: number, y: number): number {
    return this.#brush.active || !this.#scene ? -1 : markAtPlace(this.#scene.marks, x, y);
  }

  protected override markPlace(index: number): { readonly x: number; readonly y: number } | undefined {
    const mark = this.#scene?.marks[index];
    return mark && { x: middleOf(mark), y: mark.y - mark.radius };
  }

  protected override pointed(index: number): void {
    const event = this.#scene?.marks[index]?.events[0];
    this.linkedDataset?.setHover(event === undefined ? -1 : (this.#events.rows[event] ?? -1));
  }

  protected override nextMark(key: string, index: number): number | undefined {
    return nextTimelineMark(key, index, this.#scene?.marks ?? []);
  }

  protected override choose(index: number): void {
    const { linkedDataset: dataset } = this;
    const rows = this.#scene?.marks[index]?.events.map((event) => this.#events.rows[event] as number) ?? [];
    if (!dataset || rows.length === 0) return;
    const chosen = dataset.selection.size === rows.length && rows.every((row) => dataset.selection.has(row));
    dataset.select(chosen ? [] : rows);
  }

  /** Shift with an arrow makes a span of time that begins at the mark. */
  protected override keyed(event: KeyboardEvent, index: number): number | undefined {
    const mark = this.#scene?.marks[index];
    if (!mark || this.noBrush || !event.shiftKey) return undefined;
    const next = nextTimelineMark(event.key, index, this.#scene?.marks ?? []);
    const to = this.#scene?.marks[next ?? -1];
    if (next === undefined || !to || event.key === 'ArrowUp' || event.key === 'ArrowDown') return undefined;
    event.preventDefault();
    const chosen = this.#selected;
    const anchor = chosen ? (Math.abs(chosen[0] - mark.from) < Math.abs(chosen[1] - mark.from) ? chosen[1] - 1 : chosen[0] + 1) : mark.from;
    this.#setRange(spanOf(this.#stops, Math.min(anchor, to.from), Math.max(anchor, to.from)));
    this.#sayRange();
    return next;
  }

  protected override clear(): void {
    if (this.#selected) {
      this.#setRange(undefined);
      this.#sayRange();
    } else this.linkedDataset?.select([]);
  }

  /** Number of the mark that holds a row; −1 for none. */
  #markOf(row: number): number {
    const marks = this.#scene?.marks ?? [];
    return this.#marksOf.of([marks, this.#events], () => marksByRow(marks, this.#events, this.linkedDataset?.rowCount ?? 0))[row] ?? -1;
  }

  get #stops(): readonly number[] {
    const scene = this.#scene;
    return scene && !this.noBrush ? scene.stops.map((stop) => scene.at(stop)) : [];
  }

  /** px of the ends of the span that the filter of the time leaves; undefined for none. */
  get #selected(): readonly [from: number, to: number] | undefined {
    const scene = this.#scene;
    const filter = this.linkedDataset?.filters.get(this.timeField ?? '');
    if (!scene || filter?.kind !== 'range') return undefined;
    const { min = -Infinity, max = Infinity } = filter;
    const place = (instant: number): number => Math.max(scene.left, Math.min(scene.right, scene.at(instant)));
    return [place(min), place(max)];
  }

  #setRange(range: BrushRange | undefined): void {
    const { linkedDataset: dataset, timeField: field } = this;
    const [min, max] = [this.#scene?.stops[range?.from ?? -1], this.#scene?.stops[range?.to ?? -1]];
    if (!dataset || !field) return;
    const filter: Filter | undefined = min === undefined || max === undefined ? undefined : { kind: 'range', field, min, max, maxExclusive: true };
    dataset.setFilter(field, filter);
  }

  #sayRange(): void {
    const selected = this.#selected;
    const ends = selected && ([this.#stopWords(nearestStop(this.#stops, selected[0])), this.#stopWords(nearestStop(this.#stops, selected[1]))] as const);
    this.announce(this.say(rangeWords(ends, rowsLeft(this.linkedDataset))));
  }

  #stopWords(stop: number): string {
    return formatDate(this.#scene?.stops[stop], {}, this.locale);
  }

  /** The symbology of the map; undefined for the accent. */
  get #model(): Symbology | undefined {
    return this.#colors.hinted(this.symbology || undefined, this.linkedDataset, this);
  }

  get #words(): TimelineWords | undefined {
    return this.#wordsIn(this.locale);
  }

  get #need(): TimelineNeed | undefined {
    const words = this.problem ? undefined : this.#words;
    const { fontSize, measureText: measure } = this;
    const { width, height } = this.plotSize;
    return words && { ...words, width, height, fontSize, measure, limit: Math.max(1, Math.floor(this.limit || LANES)) };
  }

  #wordsIn(locale: Locale): TimelineWords | undefined {
    const dataset: Dataset | undefined = this.linkedDataset;
    const { timeField } = this;
    if (!dataset || !timeField) return undefined;
    const [endField, laneField, labelField] = [this.endField || undefined, this.laneField || undefined, this.labelField || undefined];
    return { dataset, locale, events: this.#events, timeField, endField, laneField, labelField };
  }

  /** Tells the author of the page what is wrong, once. */
  #tell(problem: YztError | undefined): void {
    if (problem && problem.message !== this.#told) hint(problem.code, problem.text, this);
    this.#told = problem?.message;
  }
}
