import { formatDate } from '@yizhangtu/base/dates';
import type { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import type { Locale, Text } from '@yizhangtu/base/locale';
import { setStyle } from '@yizhangtu/base/set-style';
import { rowsAreHere, type DatasetChange, type Filter } from '@yizhangtu/data/model';
import { classOfRows, type Symbology } from '@yizhangtu/data/symbology';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { brushStyles } from '../chart/brush.styles.js';
import { ChartElement } from '../chart/chart-element.js';
import type { ChartTable } from '../chart/chart-table.js';
import type { TipWords } from '../chart/chart-tip.js';
import { CHART_WORDS } from '../chart/chart-words.js';
import { firstFew } from '../chart/first-few.js';
import { Memo } from '../chart/memo.js';
import { RangeBrush } from '../chart/range-brush.js';
import { rangeWords, rowsLeft } from '../chart/range-words.js';
import { SymbologyMemo } from '../chart/symbology-memo.js';
import { nearestStop, type BrushRange } from '../marks/brush-steps.js';
import { timelineChartStyles } from './timeline-chart.styles.js';
import { colorLegend, markColor } from './timeline-colors.js';
import { timelineDrawing } from './timeline-drawing.js';
import { NO_EVENTS } from './timeline-events.js';
import { chosenSpan, extendedSpan, fieldsProblem, markAtPlace } from './timeline-marks-at.js';
import { middleOf, nextTimelineMark } from './timeline-marks.js';
import { TimelinePictures, type TimelineNeed } from './timeline-picture.js';
import type { TimelineScene } from './timeline-scene.js';
import { toldSummary, toldTable, toldTip } from './timeline-told.js';
import { timelineSentence, type TimelineWords } from './timeline-words.js';

/** Lanes that are told apart without looking for them, and selected rows whose marks have a ring. */
const LANES = 12;
const MOST_RINGS = 500;

/**
 * What happened when: a mark an event, a bar for what lasts, one lane for each kind. A span of time filters all views of the dataset, a
 * click selects the rows of a mark, the row under the pointer is that of the map. Events that lie on each other become one mark. Of rows that
 * stay with a server up to 2,000 events are fetched; more are counted there in spans of time, and a chosen span of few shows each.
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
  #markOfRow: Int32Array | undefined;
  #told: string | undefined;
  readonly #colors = new SymbologyMemo();
  readonly #pictures = new TimelinePictures(this);
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
    [this.#scene, this.#markOfRow] = [picture?.scene, picture?.markOfRow];
    this.#least = picture?.least ?? 0;
    this.#tell(this.#wrongFields);
  }

  /** Whoever waits for the chart waits for its events too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#pictures.done();
    return done && super.getUpdateComplete();
  }

  protected override get readsRows(): boolean {
    return false;
  }

  protected override get waiting(): boolean {
    return this.#pictures.pending;
  }

  protected override get markCount(): number {
    return this.#scene?.marks.length ?? this.#events.starts.length;
  }

  protected override get trouble(): YztError | undefined {
    return this.#scene && this.#pictures.error;
  }

  protected override get problem(): YztError | undefined {
    return this.#wrongFields ?? (this.#scene ? undefined : this.#pictures.error);
  }

  get #wrongFields(): YztError | undefined {
    return this.askedDataset && fieldsProblem(this.askedDataset, this, this.localName);
  }

  protected override get lacking(): string | undefined {
    return this.timeField ? undefined : 'time-field';
  }

  protected override renderMarks(): TemplateResult {
    const [scene, words] = [this.#scene, this.#wordsIn()];
    if (!scene || !words) return html`<div class="space"></div><svg width="0" height="0" aria-hidden="true"></svg>`;
    const { dataset } = words;
    const [at, model] = [this.focusIndex, this.#model];
    const classOf = model && !rowsAreHere(dataset) ? classOfRows(model, dataset) : (row: number): number => model?.classOf[row] ?? 255;
    const near = dataset.hover < 0 ? -1 : this.#markOf(dataset.hover);
    const drawing = timelineDrawing(scene, {
      label: this.label || this.say(CHART_WORDS.chart),
      colorOf: ({ events }) => markColor(events, this.#events, model, classOf, this.laneField),
      from: [scene, model],
      chosen: [...new Set(firstFew(dataset.selection, MOST_RINGS).map((row) => this.#markOf(row)))],
      marked: [this.#brush.active ? -1 : this.tipIndex, near],
      selected: this.#selected,
      brush: this.noBrush ? nothing : this.#brush.render(),
      cursor: { at, count: this.markCount, words: timelineSentence(this.tipWords(at), this.locale) },
      handlers: this.noBrush ? undefined : this.#brush,
    });
    return html`<div class="space" ${setStyle({ height: `${this.#least}px` })}></div>${drawing}`;
  }

  protected override renderFoot(): TemplateResult | typeof nothing {
    const { missing } = this.#events;
    const note = this.#pictures.words?.farNote(this.#events);
    return html`${note ? html`<p class="source">${this.say(note)}</p>` : nothing} ${colorLegend(this.#model, this.laneField, (text) => this.say(text)) ?? nothing}
    ${missing > 0 ? html`<p class="source">${this.say({ zh: `另有 ${missing} 条没有时间`, en: `Not shown: ${missing} without a time` })}</p>` : nothing}`;
  }

  protected override get summary(): Text {
    return toldSummary(this.label, this.#wordsIn('zh-CN'), this.#wordsIn('en'), this.#pictures.words);
  }

  protected override get table(): ChartTable {
    const words = this.#wordsIn();
    if (!words) return { columns: [], rows: [] };
    return this.#tabled.of([this.#events, this.locale, this.labelField, words.dataset.schema], () => toldTable(words, this.#pictures.words));
  }

  protected override tipWords(index: number): TipWords | undefined {
    return toldTip(this.#wordsIn(), this.#scene?.marks[index]?.events, this.#pictures.words);
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
    this.askedDataset?.setHover(event === undefined ? -1 : (this.#events.rows[event] ?? -1));
  }

  protected override nextMark(key: string, index: number): number | undefined {
    return nextTimelineMark(key, index, this.#scene?.marks ?? []);
  }

  protected override choose(index: number): void {
    const { askedDataset: dataset } = this;
    if (this.#events.counted) return this.#chooseBins(index);
    const rows = this.#scene?.marks[index]?.events.map((event) => this.#events.rows[event] as number) ?? [];
    if (!dataset || rows.length === 0) return;
    const chosen = dataset.selection.size === rows.length && rows.every((row) => dataset.selection.has(row));
    dataset.select(chosen ? [] : rows);
  }

  /** What is counted in bins is chosen by its time, or no more chosen. */
  #chooseBins(index: number): void {
    const [mark, far, { counted }] = [this.#scene?.marks[index], this.#pictures.words, this.#events];
    if (!mark || !far || !counted || this.noBrush) return;
    const [from, last] = far.binsOf(counted, mark.events);
    this.#setRange({ from, to: last + 1 });
    this.#sayRange();
  }

  /** Shift with an arrow makes a span of time that begins at the mark. */
  protected override keyed(event: KeyboardEvent, index: number): number | undefined {
    const mark = this.#scene?.marks[index];
    if (!mark || this.noBrush || !event.shiftKey) return undefined;
    const next = nextTimelineMark(event.key, index, this.#scene?.marks ?? []);
    const to = this.#scene?.marks[next ?? -1];
    if (next === undefined || !to || event.key === 'ArrowUp' || event.key === 'ArrowDown') return undefined;
    event.preventDefault();
    this.#setRange(extendedSpan(this.#stops, this.#selected, mark.from, to.from));
    this.#sayRange();
    return next;
  }

  protected override clear(): void {
    if (this.#selected) {
      this.#setRange(undefined);
      this.#sayRange();
    } else this.askedDataset?.select([]);
  }

  /** Number of the mark that holds a row; −1 for none. */
  #markOf(row: number): number {
    return this.#markOfRow?.[row] ?? -1;
  }

  get #stops(): readonly number[] {
    const scene = this.#scene;
    return scene && !this.noBrush ? scene.stops.map((stop) => scene.at(stop)) : [];
  }

  /** px of the ends of the span that the filter of the time leaves; undefined for none. */
  get #selected(): readonly [from: number, to: number] | undefined {
    return this.#scene && chosenSpan(this.#scene, this.askedDataset?.filters.get(this.timeField ?? ''));
  }

  #setRange(range: BrushRange | undefined): void {
    const { askedDataset: dataset, timeField: field } = this;
    const [min, max] = [this.#scene?.stops[range?.from ?? -1], this.#scene?.stops[range?.to ?? -1]];
    if (!dataset || !field) return;
    const filter: Filter | undefined = min === undefined || max === undefined ? undefined : { kind: 'range', field, min, max, maxExclusive: true };
    dataset.setFilter(field, filter);
  }

  #sayRange(): void {
    const selected = this.#selected;
    const ends = selected && ([this.#stopWords(nearestStop(this.#stops, selected[0])), this.#stopWords(nearestStop(this.#stops, selected[1]))] as const);
    this.announce(this.say(rangeWords(ends, rowsLeft(this.askedDataset))));
  }

  #stopWords(stop: number): string {
    return formatDate(this.#scene?.stops[stop], {}, this.locale);
  }

  /** The symbology of the map; undefined for the accent. */
  get #model(): Symbology | undefined {
    return this.#colors.hinted(this.symbology || undefined, this.askedDataset, this);
  }

  get #need(): TimelineNeed | undefined {
    const words = this.#wrongFields ? undefined : this.#wordsIn();
    const { fontSize, measureText: measure, plotSize: { width, height } } = this;
    const sought = words !== undefined && (words.dataset.hover >= 0 || words.dataset.selection.size > 0);
    return words && { ...words, symbology: this.symbology, sought, width, height, fontSize, measure, limit: Math.max(1, Math.floor(this.limit || LANES)) };
  }

  #wordsIn(locale: Locale = this.locale): TimelineWords | undefined {
    const dataset = this.askedDataset;
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
