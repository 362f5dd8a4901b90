import type { YztError } from '@yizhangtu/base/errors';
import { inWords, type Text } from '@yizhangtu/base/locale';
import { hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import { DatasetLikeController, speaks } from '@yizhangtu/data/link';
import { rowsAreHere, type Dataset, type DatasetChange, type DatasetLike } from '@yizhangtu/data/model';
import { nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { MeasureText } from '../marks/text-fit.js';
import { chartFrame, sourceLine } from './chart-frame.js';
import { ChartRefusals } from './chart-refusals.js';
import { lateNotice, stateOf } from './chart-states.js';
import { chartTable, MOST_ROWS } from './chart-table.js';
import type { ChartTip, TipWords } from './chart-tip.js';
import { CHART_WORDS, moreRows, unitWords } from './chart-words.js';
import { chartStyles } from './chart.styles.js';
import { figure } from './figures.js';
import { markStyles } from './mark.styles.js';
import { MarkInteraction, nextIndex } from './mark-interaction.js';
import { PacedElement } from './paced-element.js';
import { PlotSize } from './plot-size.js';
import { TableTurns } from './table-turns.js';
import { tipStyles } from './tip.styles.js';

/**
 * Base of every chart: title, unit, source, table twin, tooltip, one tab stop with arrow keys over marks, resizing, and the states
 * empty, loading and error. A chart of its own draws `renderMarks()` and says what its marks are; charts of groups of a dataset stand
 * on `GroupChartElement`.
 */
export abstract class ChartElement extends PacedElement {
  static override styles: CSSResultGroup = [hostStyles, hiddenTextStyles, chartStyles, tipStyles, markStyles];

  /** The dataset to show: its id, or a `Dataset`. */
  @property() override dataset: string | DatasetLike | undefined;
  /** Unit of the numbers. Unset: that of the measured field. */
  @property() unit?: string;
  /** Digits after the decimal point. Unset: those of the field, 0 for counts. */
  @property({ type: Number }) digits?: number;
  /** Without the switch to the table twin; the table is then there for screen readers only. */
  @property({ type: Boolean, attribute: 'no-table' }) noTable = false;
  /** Without the line that names the source. */
  @property({ type: Boolean, attribute: 'no-source' }) noSource = false;

  @state() private tableShown = false;
  @state() private news = '';

  readonly #refusals = new ChartRefusals();
  readonly #link = new DatasetLikeController(this, { changes: this.followed });
  readonly #plot = new PlotSize(this);
  readonly #turns = new TableTurns(this);
  readonly #interaction = new MarkInteraction(this, {
    count: () => this.markCount,
    choose: (index) => this.choose(index),
    clear: () => this.clear(),
    pointed: (index) => this.pointed(index),
    keyed: (event, index) => this.keyed(event, index),
    next: (key, index) => this.nextMark(key, index),
    at: (x, y) => this.markAt(x, y),
    place: (index) => this.markPlace(index),
  });

  /** Draws the marks into a box of this size, px; 0 before the first layout. */
  protected abstract renderMarks(width: number, height: number): TemplateResult;
  /** The chart in one sentence, for people who do not see it. */
  protected abstract get summary(): Text;
  /** How many marks the keyboard walks over. */
  protected abstract get markCount(): number;
  /** What the tooltip says of a mark; undefined for no tooltip. */
  protected abstract tipWords(index: number): TipWords | undefined;

  /** True when there is nothing to draw. */
  protected get empty(): boolean {
    return this.markCount === 0;
  }

  /** True when the chart shows what the page gave it, so that no dataset counts. */
  protected get plain(): boolean {
    return false;
  }

  /** True while an answer is under way. The data of the dataset itself is looked after. */
  protected get waiting(): boolean {
    return false;
  }

  /** What keeps the chart from being drawn. Errors of the dataset itself are looked after. */
  protected get problem(): YztError | undefined {
    return undefined;
  }

  /** Why the marks are out of date, where no new answer came. */
  protected get trouble(): YztError | undefined {
    return undefined;
  }

  /** False for charts that only ask questions, so that the rows may be elsewhere. */
  protected get readsRows(): boolean {
    return true;
  }

  /** The attribute without which nothing of a dataset can be shown, where it is not set. */
  protected get lacking(): string | undefined {
    return undefined;
  }

  /** Changes of the dataset that draw the chart again. */
  protected get followed(): readonly DatasetChange[] {
    return ['data', 'filter', 'hover'];
  }

  /** The unit of the numbers; empty for none. It stands beside the title, in the head of the table and in the tooltip. */
  protected get unitText(): string {
    return this.unit ?? '';
  }

  /** What stands beside the title: the units of the axes. */
  protected get unitLine(): Text {
    return unitWords(this.unitText);
  }

  /** Something that belongs over the marks: a legend row that is read first. Nothing by default. */
  protected renderLead(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** Something that belongs under the marks: a legend row. Nothing by default. */
  protected renderFoot(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** A mark was chosen by click, Enter or Space. */
  protected choose(_index: number): void {}

  /** Escape: lets go of what is chosen. */
  protected clear(): void {}

  /** The pointer or the focus came to a mark, −1 for none. A chart of rows shares it: `this.linkedDataset?.setHover(row)`. */
  protected pointed(_index: number): void {}

  /** The mark a key leads to; undefined for keys that lead nowhere. Charts in two dimensions have their own. */
  protected nextMark(key: string, index: number): number | undefined {
    return nextIndex(key, index, this.markCount);
  }

  /** The mark at a place of the plot, px, −1 for none: for marks that are no elements, behind one element with `data-cursor`. */
  protected markAt(_x: number, _y: number): number {
    return -1;
  }

  /** A key on a mark before it walks or chooses; the mark it leads to where the chart has taken it. */
  protected keyed(_event: KeyboardEvent, _index: number): number | undefined {
    return undefined;
  }

  /** Where the tooltip of a mark points to, px in the plot: for marks that are no elements. */
  protected markPlace(_index: number): { readonly x: number; readonly y: number } | undefined {
    return undefined;
  }

  protected override get linkedDataset(): Dataset | undefined {
    const { dataset } = this.#link;
    return dataset && rowsAreHere(dataset) ? dataset : undefined;
  }

  /** The dataset the chart asks, wherever its rows are. For charts that do not read rows. */
  protected get askedDataset(): DatasetLike | undefined {
    return this.#link.dataset;
  }

  /** Size of the plot, px; 0 before the first layout. */
  protected get plotSize(): { readonly width: number; readonly height: number } {
    return this.#plot;
  }

  /** Width of a text at the type size of marks, px. */
  protected get measureText(): MeasureText {
    return this.#plot.measureText;
  }

  /** Type size of marks, px. */
  protected get fontSize(): number {
    return this.#plot.fontSize;
  }

  /** Height of a row of lying bars, px. */
  protected get rowHeight(): number {
    return this.#plot.rowHeight;
  }

  /** The mark that takes focus with Tab. */
  protected get focusIndex(): number {
    return this.#interaction.focused;
  }

  /** The mark under the pointer or the focus; −1 for none. */
  protected get tipIndex(): number {
    return this.tableShown ? -1 : (this.#interaction.tip?.index ?? -1);
  }

  /** A value as text, without its unit. */
  protected figure(value: number): string {
    return figure(value, this.digits);
  }

  /** A value as text, with its unit. */
  protected withUnit(value: number): string {
    return this.unitText === '' ? this.figure(value) : `${this.figure(value)} ${this.unitText}`;
  }

  /** The head of a column of numbers: the word with the unit in brackets. */
  protected headWithUnit(head: string): string {
    if (this.unitText === '') return head;
    return this.locale === 'en' ? `${head} (${this.unitText})` : `${head}（${this.unitText}）`;
  }

  /** Says something to screen readers, once: what a brush or a choice has left. */
  protected announce(words: string): void {
    this.news = words;
  }

  protected override environmentChanged(): void {
    this.#plot.forgetType();
    super.environmentChanged();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.#plot.readType();
  }

  override render(): TemplateResult {
    const instead = this.#state();
    const ready = instead === undefined;
    const { width, height } = this.#plot;
    return chartFrame({
      label: this.label,
      unit: this.say(this.unitLine),
      summary: this.say(this.summary),
      news: this.news,
      toggle: this.noTable || !ready ? undefined : this.say(this.tableShown ? CHART_WORDS.chart : CHART_WORDS.table),
      tableShown: this.tableShown,
      onToggle: this.#onToggle,
      tools: ready ? this.renderExport() : nothing,
      notice: ready && this.trouble ? lateNotice(inWords(this.trouble.text, this.locale), speaks(this.trouble, this)) : nothing,
      lead: ready && !this.tableShown ? this.renderLead() : nothing,
      body: instead ?? (this.tableShown ? this.#table() : this.renderMarks(width, height)),
      foot: ready && !this.tableShown ? this.renderFoot() : nothing,
      hiddenTable: this.noTable && ready ? this.#table() : undefined,
      tip: this.#tip(),
      width,
      source: this.noSource ? nothing : this.#source(),
      interaction: this.#interaction,
    });
  }

  protected override async withMarks<T>(make: (root: Element) => T | Promise<T>): Promise<T> {
    const { tableShown } = this;
    this.tableShown = false;
    await this.updateComplete;
    try {
      return await make(this.renderRoot.querySelector('figure') ?? this);
    } finally {
      this.tableShown = tableShown;
    }
  }

  #onToggle = (): void => {
    this.tableShown = !this.tableShown;
    this.#turns.again();
  };

  #state(): TemplateResult | undefined {
    const { dataset, error, loading } = this.#link;
    const wrong = this.problem ?? (this.plain ? undefined : (error ?? this.#refusals.of(this.localName, dataset, this.readsRows, this.lacking)));
    const awaited = !this.plain && (dataset !== undefined || this.hasAttribute('dataset'));
    return stateOf({
      wrong,
      host: this,
      empty: this.empty,
      loading: awaited && (!dataset || loading || this.waiting),
      filtered: !this.plain && (dataset?.filters.size ?? 0) > 0,
    });
  }

  #table(): TemplateResult {
    const { table, label: caption } = this;
    return chartTable(table, { caption, more: this.say(moreRows(table.rows.length, MOST_ROWS)) }, this.#turns.drawn(table));
  }

  #source(): TemplateResult | typeof nothing {
    const words = { example: this.say(CHART_WORDS.example), source: this.say(CHART_WORDS.source), licence: this.say(CHART_WORDS.licence) };
    return sourceLine(this.plain ? undefined : this.#link.dataset?.provenance, words);
  }

  #tip(): ChartTip | undefined {
    const place = this.#interaction.tip;
    const words = place && !this.tableShown && place.index < this.markCount ? this.tipWords(place.index) : undefined;
    if (!place || !words) return undefined;
    const room = (this.renderRoot.querySelector('.plot')?.getBoundingClientRect().top ?? 0) + place.y;
    return { x: place.x, y: place.y, room, ...words };
  }
}
