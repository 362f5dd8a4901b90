import { YztElement } from '@yizhangtu/base/element';
import { categoryWords } from '@yizhangtu/data/words';
import { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import { inWords } from '@yizhangtu/base/locale';
import { hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import { DatasetController, QueryController, type QueryNeed } from '@yizhangtu/data/link';
import type { Dataset, Measure } from '@yizhangtu/data/model';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { MeasureText } from '../marks/text-fit.js';
import { BarInteraction } from './bar-interaction.js';
import { chartFrame, sourceLine } from './chart-frame.js';
import { chosenKeys, classColor, rowsOfAnswer, rowsOfData, toggledFilter, type ChartDatum, type ChartRow } from './chart-rows.js';
import { chartTable } from './chart-table.js';
import type { ChartTip } from './chart-tip.js';
import { CHART_WORDS, chartSummary } from './chart-words.js';
import { chartStyles } from './chart.styles.js';
import { figure, percent } from './figures.js';
import { isAdditive, parsedMeasure } from './measure.js';
import { SymbologyMemo } from './symbology-memo.js';
import { textMeasure } from './text-measure.js';

/**
 * Base of charts that show groups of a dataset as bars: query, filter by click and key, colours of the map, tooltip, table twin,
 * and the states empty, loading and error. A chart of its own draws `renderMarks()`.
 */
export abstract class ChartElement extends YztElement {
  static override styles: CSSResultGroup = [hostStyles, hiddenTextStyles, chartStyles];

  /** The dataset to show: its id, or a `Dataset`. */
  @property() override dataset: string | Dataset | undefined;
  /** Field to group by. Its filter is switched by clicking bars. */
  @property({ attribute: 'group-by' }) groupBy?: string;
  /** What is measured in each group: `count`, `sum:areaM2`, `mean:price`, … */
  @property() measure = 'count';
  /** At most this many bars; the rest is shown together as 其他. Unset: all. */
  @property({ type: Number }) limit?: number;
  /** Order of the bars. Unset: largest first for a dataset, as given for `data`. */
  @property() order?: 'descending' | 'ascending' | 'key';
  /** Title over the chart. */
  @property() label = '';
  /** Unit behind numbers. Unset: that of the measured field. */
  @property() unit?: string;
  /** Digits after the decimal point. Unset: those of the field, 0 for counts. */
  @property({ type: Number }) digits?: number;
  /** Colours of the map: `class:typeCode`, `fixed:data-2`. Unset: the accent. */
  @property() symbology?: string;
  /** Bars as plain data instead of a dataset. */
  @property({ attribute: false }) data?: readonly ChartDatum[];
  /** Without the switch to the table twin; the table is then there for screen readers only. */
  @property({ type: Boolean, attribute: 'no-table' }) noTable = false;
  /** Without the line that names the source. */
  @property({ type: Boolean, attribute: 'no-source' }) noSource = false;

  @state() private tableShown = false;
  @state() private size: { readonly width: number; readonly height: number } = { width: 0, height: 0 };

  /** The bars as they are now. */
  protected rows: readonly ChartRow[] = [];
  protected measureText: MeasureText = (text) => text.length * 12;
  /** Type size of marks in px. */
  protected fontSize = 13;
  /** Height of a row of lying bars in px; never below what a finger or WCAG's 24 px needs. */
  protected rowHeight = 26;

  #problem?: YztError;
  #measure: Measure = { kind: 'count' };
  readonly #colors = new SymbologyMemo();
  #observer?: ResizeObserver;
  #observed?: Element;
  #frame = 0;
  readonly #link = new DatasetController(this, { changes: ['data', 'filter', 'hover'] });
  readonly #query = new QueryController(this, () => this.#question());
  readonly #interaction = new BarInteraction(this, {
    count: () => this.rows.filter((row) => !row.rest).length,
    choose: (index) => this.#choose(index),
    clear: () => this.#clear(),
  });

  override disconnectedCallback(): void {
    cancelAnimationFrame(this.#frame);
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#observed = undefined;
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('measure') || !this.hasUpdated) this.#readMeasure();
    this.rows = this.#currentRows();
    if (!this.#observed) return;
    this.measureText = textMeasure(this.#observed);
    const { fontSize, lineHeight } = getComputedStyle(this.#observed);
    this.fontSize = Number.parseFloat(fontSize);
    this.rowHeight = Math.max(24, Number.parseFloat(lineHeight) || 0);
  }

  protected override updated(): void {
    const plot = this.renderRoot.querySelector('.plot');
    if (plot && plot !== this.#observed) this.#watch(plot);
  }

  /** Draws the bars into a box of this size, px. */
  protected abstract renderMarks(width: number, height: number): TemplateResult;

  /** A value as text, without its unit. */
  protected figure(value: number): string {
    const field = this.#measure.field === undefined ? undefined : this.#link.dataset?.field(this.#measure.field);
    const digits = this.digits ?? field?.digits ?? (this.#measure.kind === 'mean' ? 1 : undefined);
    return figure(value, digits);
  }

  /** The unit behind values; empty for none. */
  protected get unitText(): string {
    if (this.unit !== undefined) return this.unit;
    const field = this.#measure.kind === 'count' ? undefined : this.#measure.field;
    return (field === undefined ? undefined : this.#link.dataset?.field(field).unit) ?? '';
  }

  /** True when bars switch a filter. */
  protected get interactive(): boolean {
    return this.data === undefined && this.groupBy !== undefined && this.#link.dataset !== undefined;
  }

  /** True when values are whole numbers of things. */
  protected get whole(): boolean {
    return this.#measure.kind === 'count' || this.#measure.kind === 'distinct';
  }

  /** Number of the bar that holds the row under the pointer on another view, or −1. */
  protected get nearIndex(): number {
    const dataset = this.#link.dataset;
    if (!this.interactive || !dataset || dataset.hover < 0 || this.groupBy === undefined) return -1;
    const key = dataset.value(dataset.hover, this.groupBy);
    return this.rows.findIndex((row) => !row.rest && row.key === key);
  }

  /** The bar that takes focus with Tab. */
  protected get focusIndex(): number {
    return this.#interaction.focused;
  }

  /** The name of a bar for screen readers. */
  protected barName(row: ChartRow): string {
    const value = this.#withUnit(row.value);
    const share = this.#share(row.value);
    const comma = this.locale === 'en' ? ', ' : '，';
    return [row.label, value, ...(share === undefined ? [] : [this.say({ zh: `占 ${share}`, en: `${share} of all` })])].join(
      comma,
    );
  }

  override render(): TemplateResult {
    const summary = chartSummary({ label: this.label, rows: this.rows, format: (value) => this.#withUnit(value) });
    const ready = this.#state === undefined;
    return chartFrame({
      label: this.label,
      unit: this.unitText === '' ? '' : this.say({ zh: `单位：${this.unitText}`, en: `in ${this.unitText}` }),
      summary: this.say(summary),
      toggle: this.noTable || !ready ? undefined : this.say(this.tableShown ? CHART_WORDS.chart : CHART_WORDS.table),
      tableShown: this.tableShown,
      onToggle: this.#onToggle,
      body: this.#state ?? (this.tableShown ? this.#table() : this.renderMarks(this.size.width, this.size.height)),
      hiddenTable: this.noTable && ready ? this.#table() : undefined,
      tip: this.#tipNow(),
      width: this.size.width,
      source: this.noSource ? nothing : this.#source(),
      interaction: this.#interaction,
    });
  }

  #onToggle = (): void => {
    this.tableShown = !this.tableShown;
  };

  #choose(index: number): void {
    const row = this.rows[index];
    const dataset = this.#link.dataset;
    const field = this.groupBy;
    if (!row || row.rest || !this.interactive || !dataset || field === undefined) return;
    dataset.setFilter(field, toggledFilter(dataset.filters.get(field), field, row.key));
  }

  #clear(): void {
    if (this.interactive && this.groupBy !== undefined) this.#link.dataset?.setFilter(this.groupBy, undefined);
  }

  #source(): TemplateResult | typeof nothing {
    const words = { example: this.say(CHART_WORDS.example), source: this.say({ zh: '来源', en: 'Source' }) };
    return sourceLine(this.data ? undefined : this.#link.dataset?.provenance, words);
  }

  #readMeasure(): void {
    this.#problem = undefined;
    try {
      this.#measure = parsedMeasure(this.measure, this.localName);
    } catch (error) {
      if (!(error instanceof YztError)) throw error;
      this.#problem = error;
      hint(error.code, error.text, this);
    }
  }

  #question(): QueryNeed {
    const { groupBy, limit, order } = this;
    const measures = [this.#measure];
    const dataset = this.data !== undefined || this.#problem || groupBy === undefined ? undefined : this.#link.dataset;
    return {
      dataset,
      query: {
        measures,
        ...(groupBy !== undefined && { groupBy, ignore: [groupBy] }),
        ...(limit && { limit }),
        ...(order && { order }),
      },
    };
  }

  #currentRows(): readonly ChartRow[] {
    const { data, groupBy, order, limit } = this;
    const restLabel = this.say(CHART_WORDS.rest);
    if (data) return rowsOfData(data, { ...(limit && { limit }), ...(order && { order }) }, restLabel);
    const dataset = this.#link.dataset;
    const answer = this.#query.answer;
    if (!dataset || !answer || groupBy === undefined) return [];
    const symbology = this.#colors.of(this.symbology, dataset);
    return rowsOfAnswer(answer, chosenKeys(dataset.filters.get(groupBy), groupBy), {
      label: (key) => categoryWords(dataset, groupBy, key, this.locale),
      color: (key) => classColor(symbology, groupBy, key),
      restLabel,
    });
  }

  get #state(): TemplateResult | undefined {
    const wrong = this.#problem ?? (this.data ? undefined : (this.#link.error ?? this.#query.error));
    if (wrong) return html`<p class="state wrong" role="alert">${inWords(wrong.text, this.locale)}</p>`;
    if (this.rows.length > 0) return undefined;
    const awaited = this.#link.dataset !== undefined || this.hasAttribute('dataset');
    if (this.data === undefined && awaited && (this.#link.loading || !this.#query.answer)) return this.#skeleton();
    const filtered = (this.#link.dataset?.filters.size ?? 0) > 0;
    return html`<p class="state">${this.say(filtered ? CHART_WORDS.emptyFiltered : CHART_WORDS.empty)}</p>`;
  }

  #skeleton(): TemplateResult {
    return html`<div class="skeleton" role="status">
      <span class="hidden-text">${this.say(CHART_WORDS.loading)}</span><i></i><i></i><i></i><i></i>
    </div>`;
  }

  #table(): TemplateResult {
    const unit = this.unitText === '' ? '' : this.locale === 'en' ? ` (${this.unitText})` : `(${this.unitText})`;
    const field = this.groupBy === undefined ? undefined : this.#link.dataset?.label(this.groupBy, this.locale);
    return chartTable({
      caption: this.label,
      heads: [field ?? this.say(CHART_WORDS.item), this.say(CHART_WORDS.value) + unit, this.say(CHART_WORDS.share)],
      rows: this.rows,
      format: (value) => this.figure(value),
      ...(this.#whole > 0 && { share: (value: number) => this.#share(value) ?? '—' }),
    });
  }

  get #whole(): number {
    return isAdditive(this.#measure) ? this.rows.reduce((sum, row) => sum + (row.value > 0 ? row.value : 0), 0) : 0;
  }

  #share(value: number): string | undefined {
    const whole = this.#whole;
    return whole > 0 && Number.isFinite(value) ? percent(value / whole, this.locale) : undefined;
  }

  #withUnit(value: number): string {
    const text = this.figure(value);
    return this.unitText === '' ? text : `${text} ${this.unitText}`;
  }

  #tipNow(): ChartTip | undefined {
    const place = this.#interaction.tip;
    const row = place && !this.tableShown ? this.rows[place.index] : undefined;
    if (!place || !row) return undefined;
    const share = this.#share(row.value);
    const note = share === undefined ? {} : { note: this.say({ zh: `占 ${share}`, en: `${share} of all` }) };
    return { x: place.x, y: place.y, label: row.label, value: this.#withUnit(row.value), ...note };
  }

  #watch(plot: Element): void {
    this.#observer ??= new ResizeObserver((entries) => {
      const box = entries[entries.length - 1]?.contentRect;
      if (!box || (box.width === this.size.width && box.height === this.size.height)) return;
      // In the next frame: drawing changes the height, and a change inside the callback is an error on the window.
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => {
        this.size = { width: box.width, height: box.height };
      });
    });
    if (this.#observed) this.#observer.unobserve(this.#observed);
    this.#observed = plot;
    this.#observer.observe(plot);
  }
}
