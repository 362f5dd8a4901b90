import { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import type { Text } from '@yizhangtu/base/locale';
import { QueryController, type QueryNeed } from '@yizhangtu/data/link';
import { isAdditive, parsedMeasure, type Measure } from '@yizhangtu/data/model';
import { categoryWords } from '@yizhangtu/data/words';
import type { PropertyValues, SVGTemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ChartElement } from './chart-element.js';
import type { ChartTable } from './chart-table.js';
import type { TipWords } from './chart-tip.js';
import { CHART_WORDS } from './chart-words.js';
import { figure, percent } from './figures.js';
import { chosenKeys, classColor, rowsOfAnswer, rowsOfData, toggledFilter, type ChartDatum, type ChartRow } from './group-rows.js';
import { groupSummary } from './group-words.js';
import { markGroup, type MarkArea } from './mark-group.js';
import { SymbologyMemo } from './symbology-memo.js';

/**
 * Base of charts whose marks are groups of a dataset: bars, sectors. Asks the question, switches the filter of a group by click and
 * key, and takes the colours of the map.
 */
export abstract class GroupChartElement extends ChartElement {
  /** Field to group by. Its filter is switched by clicking marks. */
  @property({ attribute: 'group-by' }) groupBy?: string;
  /** What is measured in each group: `count`, `sum:areaM2`, `mean:price`, … */
  @property() measure = 'count';
  /** At most this many groups; the rest is shown together as 其他. Unset: all. */
  @property({ type: Number }) limit?: number;
  /** Order of the groups. Unset: largest first for a dataset, as given for `data`. */
  @property() order?: 'descending' | 'ascending' | 'key';
  /** Colours of the map: `class:typeCode`, `fixed:data-2`. Unset: the accent. */
  @property() symbology?: string;
  /** Groups as plain data instead of a dataset. */
  @property({ attribute: false }) data?: readonly ChartDatum[];

  /** The groups as they are now. */
  protected rows: readonly ChartRow[] = [];

  #problem?: YztError;
  #measure: Measure = { kind: 'count' };
  readonly #colors = new SymbologyMemo();
  readonly #query = new QueryController(this, () => this.#question());

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('measure') || !this.hasUpdated) this.#readMeasure();
    this.rows = this.#currentRows();
  }

  /** The groups the keyboard walks over: all but 其他, which stands last. */
  protected override get markCount(): number {
    return this.rows.filter((row) => !row.rest).length;
  }

  protected override get empty(): boolean {
    return this.rows.length === 0;
  }

  protected override get plain(): boolean {
    return this.data !== undefined;
  }

  protected override get waiting(): boolean {
    return !this.#query.answer;
  }

  protected override get problem(): YztError | undefined {
    return this.#problem ?? (this.data || this.#query.answer ? undefined : this.#query.error);
  }

  protected override get trouble(): YztError | undefined {
    return this.data || !this.#query.answer ? undefined : this.#query.error;
  }

  protected override get readsRows(): boolean {
    return false;
  }

  protected override figure(value: number): string {
    const field = this.#measure.field === undefined ? undefined : this.askedDataset?.field(this.#measure.field);
    const digits = this.digits ?? field?.digits ?? (this.#measure.kind === 'mean' ? 1 : undefined);
    return figure(value, digits);
  }

  protected override get unitText(): string {
    if (this.unit !== undefined) return this.unit;
    const field = this.#measure.kind === 'count' ? undefined : this.#measure.field;
    return (field === undefined ? undefined : this.askedDataset?.field(field).unit) ?? '';
  }

  /** True when marks switch a filter. */
  protected get interactive(): boolean {
    return this.data === undefined && this.groupBy !== undefined && this.askedDataset !== undefined;
  }

  /** True when values are whole numbers of things. */
  protected get whole(): boolean {
    return this.#measure.kind === 'count' || this.#measure.kind === 'distinct';
  }

  /** Number of the group that holds the row under the pointer on another view, or −1. */
  protected get nearIndex(): number {
    const dataset = this.askedDataset;
    if (!this.interactive || !dataset || dataset.hover < 0 || this.groupBy === undefined) return -1;
    const key = dataset.value(dataset.hover, this.groupBy);
    return this.rows.findIndex((row) => !row.rest && row.key === key);
  }

  /** All values together where parts add up to a whole, else 0. */
  protected get total(): number {
    return this.additive ? this.rows.reduce((sum, row) => sum + (row.value > 0 ? row.value : 0), 0) : 0;
  }

  /** The share of a group as text; undefined where parts do not add up to a whole. */
  protected share({ value }: ChartRow): string | undefined {
    const { total } = this;
    return total > 0 && Number.isFinite(value) ? percent(value / total, this.locale) : undefined;
  }

  /** The most groups that are asked for; the rest comes as one. */
  protected get mostGroups(): number | undefined {
    return this.limit;
  }

  /** The symbology that colours the groups; undefined for the accent. */
  protected get colorSpec(): string | undefined {
    return this.symbology;
  }

  /** True where the parts of the measure add up to a whole: counts and sums. */
  protected get additive(): boolean {
    return isAdditive(this.#measure);
  }

  /** The name of a group for screen readers: label, value, share. */
  protected markName(row: ChartRow): string {
    const share = this.#shareWords(row);
    const parts = [row.label, this.withUnit(row.value), ...(share === undefined ? [] : [share])];
    return parts.join(this.locale === 'en' ? ', ' : '，');
  }

  /** The element of a group: what is drawn, under the area that takes pointer and focus. */
  protected renderMark(row: ChartRow, index: number, area: MarkArea, marks: SVGTemplateResult): SVGTemplateResult {
    const focus = row.rest ? 'never' : index === this.focusIndex ? 'first' : 'later';
    const near = index === this.nearIndex;
    const { color, pressed, faded } = row;
    const name = this.markName(row);
    return markGroup({ index, color, pressed, faded, near, focus, name, area, button: this.interactive && !row.rest }, marks);
  }

  protected override get summary(): Text {
    return groupSummary({ label: this.label, rows: this.rows, format: (value) => this.withUnit(value) });
  }

  protected override get table(): ChartTable {
    const field = this.groupBy === undefined ? undefined : this.askedDataset?.label(this.groupBy, this.locale);
    const shares = this.total > 0;
    const columns = [
      { head: field ?? this.say(CHART_WORDS.item), number: false },
      { head: this.headWithUnit(this.say(CHART_WORDS.value)), number: true },
      ...(shares ? [{ head: this.say(CHART_WORDS.share), number: true }] : []),
    ];
    const rows = this.rows.map((row) => [
      { text: row.label },
      { text: this.figure(row.value), value: row.value },
      ...(shares ? [{ text: this.share(row) ?? '—' }] : []),
    ]);
    return { columns, rows };
  }

  protected override tipWords(index: number): TipWords | undefined {
    const row = this.rows[index];
    if (!row) return undefined;
    const share = this.#shareWords(row);
    return { label: row.label, value: this.withUnit(row.value), ...(share !== undefined && { note: share }) };
  }

  protected override choose(index: number): void {
    const row = this.rows[index];
    const dataset = this.askedDataset;
    const field = this.groupBy;
    if (!row || row.rest || !this.interactive || !dataset || field === undefined) return;
    dataset.setFilter(field, toggledFilter(dataset.filters.get(field), field, row.key));
  }

  protected override clear(): void {
    if (this.interactive && this.groupBy !== undefined) this.askedDataset?.setFilter(this.groupBy, undefined);
  }

  #shareWords(row: ChartRow): string | undefined {
    const share = this.share(row);
    return share === undefined ? undefined : this.say({ zh: `占 ${share}`, en: `${share} of all` });
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
    const { groupBy, mostGroups: limit, order } = this;
    const dataset = this.data !== undefined || this.#problem || groupBy === undefined ? undefined : this.askedDataset;
    return {
      dataset,
      query: {
        measures: [this.#measure],
        ...(groupBy !== undefined && { groupBy, ignore: [groupBy] }),
        ...(limit && { limit }),
        ...(order && { order }),
      },
    };
  }

  #currentRows(): readonly ChartRow[] {
    const { data, groupBy, order, mostGroups: limit } = this;
    const restLabel = this.say(CHART_WORDS.rest);
    if (data) return rowsOfData(data, { ...(limit && { limit }), ...(order && { order }) }, restLabel);
    const dataset = this.askedDataset;
    const answer = this.#query.answer;
    if (!dataset || !answer || groupBy === undefined) return [];
    const symbology = this.#colors.of(this.colorSpec, dataset);
    return rowsOfAnswer(answer, chosenKeys(dataset.filters.get(groupBy), groupBy), {
      label: (key) => categoryWords(dataset, groupBy, key, this.locale),
      color: (key) => classColor(symbology, groupBy, key),
      restLabel,
    });
  }
}
