import type { Text } from '@yizhangtu/base/locale';
import type { DatasetLike, Group, GroupKey, Query } from '@yizhangtu/data/model';
import { groupWords, shortCategoryWords } from '@yizhangtu/data/words';
import type { PropertyValues, SVGTemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ChartTable } from './chart-table.js';
import type { TipWords } from './chart-tip.js';
import { CHART_WORDS } from './chart-words.js';
import { percent } from './figures.js';
import { chosenKeys, rowsOfAnswer, rowsOfData, toggledFilter, type ChartRow } from './group-rows.js';
import { groupSummary } from './group-words.js';
import { markGroup, type MarkArea } from './mark-group.js';
import { MeasureChartElement } from './measure-chart-element.js';
import { Memo } from './memo.js';

/** Groups a page can draw and a reader can tell apart; more come together as 其他. */
const MOST_GROUPS = 300;

/**
 * Base of charts whose marks are groups of a dataset: bars, sectors. Asks the question, switches the filter of a group by click and
 * key, and takes the colours of the map.
 */
export abstract class GroupChartElement extends MeasureChartElement {
  /** At most this many groups; the rest is shown together as 其他. Unset: 300, and all bins. */
  @property({ type: Number }) limit?: number;
  /** Order of the groups. Unset: largest first for a dataset, as given for `data`. */
  @property() order?: 'descending' | 'ascending' | 'key';

  /** The groups as they are now. */
  protected rows: readonly ChartRow[] = [];
  readonly #total = new Memo<number>();

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.rows = this.#currentRows();
  }

  /** The groups the keyboard walks over: all but 其他, which stands last. */
  protected override get markCount(): number {
    const { length } = this.rows;
    return this.rows[length - 1]?.rest ? length - 1 : length;
  }

  protected override get empty(): boolean {
    return this.rows.length === 0;
  }

  /** True when marks switch a filter. */
  protected get interactive(): boolean {
    return this.data === undefined && this.groupBy !== undefined && this.askedDataset !== undefined;
  }

  /** Number of the group that holds the row under the pointer on another view, or −1. */
  protected get nearIndex(): number {
    const dataset = this.askedDataset;
    if (!this.interactive || !dataset || dataset.hover < 0 || this.groupBy === undefined) return -1;
    const cell = dataset.value(dataset.hover, this.groupBy);
    const value = cell instanceof Date ? cell.getTime() : cell;
    return this.rows.findIndex(({ key, end, rest }) => !rest && (end === undefined ? key === value : isIn(value, key, end)));
  }

  /** All values together where parts add up to a whole, else 0. */
  protected get total(): number {
    const { rows } = this;
    return this.additive ? this.#total.of([rows], () => rows.reduce((sum, row) => sum + (row.value > 0 ? row.value : 0), 0)) : 0;
  }

  /** The share of a group as text; undefined where parts do not add up to a whole. */
  protected share({ value }: ChartRow): string | undefined {
    const { total } = this;
    return total > 0 && Number.isFinite(value) ? percent(value / total, this.locale) : undefined;
  }

  /** What divides each group once more; undefined for nothing. */
  protected get splitKey(): string | GroupKey | undefined {
    return undefined;
  }

  /** The most splits that are asked for; the rest comes as one. */
  protected get mostSplits(): number | undefined {
    return undefined;
  }

  /** Keys of the filters that this chart sets itself and that do not narrow it. */
  protected get ownFilters(): readonly string[] {
    return this.groupBy === undefined ? [] : [this.groupBy];
  }

  /** True for a group that holds less than the others because its period is still running. */
  protected isPartial(_group: Pick<Group, 'end'>): boolean {
    return false;
  }

  /** The words of a group. */
  protected groupName(dataset: DatasetLike, key: string | GroupKey, group: Pick<Group, 'key' | 'end'>): string {
    return groupWords(dataset, key, group, this.locale);
  }

  /** The words of a key of plain data that brings none. */
  protected plainLabel(_key: Group['key']): string | undefined {
    return undefined;
  }

  /** The most groups that are asked for; the rest comes as one. */
  protected get mostGroups(): number | undefined {
    return this.limit ?? MOST_GROUPS;
  }

  protected override get question(): Omit<Query, 'measures'> | undefined {
    const { groupKey, splitKey, mostGroups: limit, mostSplits, order } = this;
    if (groupKey === undefined) return undefined;
    return {
      groupBy: groupKey,
      ignore: this.ownFilters,
      ...(splitKey !== undefined && { splitBy: splitKey, ...(mostSplits && { splitLimit: mostSplits }) }),
      ...(limit && { limit }),
      ...(order && { order }),
    };
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
    const { color, pressed, faded, partial } = row;
    const name = this.markName(row);
    return markGroup({ index, color, pressed, faded, partial, near, focus, name, area, button: this.interactive && !row.rest }, marks);
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
    const { groupBy, groupKey } = this;
    if (!row || row.rest || !this.interactive || !dataset || groupBy === undefined || groupKey === undefined) return;
    dataset.setFilter(groupBy, toggledFilter(dataset.filters.get(groupBy), groupKey, row.key));
  }

  protected override clear(): void {
    if (this.interactive && this.groupBy !== undefined) this.askedDataset?.setFilter(this.groupBy, undefined);
  }

  #shareWords(row: ChartRow): string | undefined {
    const share = this.share(row);
    return share === undefined ? undefined : this.say({ zh: `占 ${share}`, en: `${share} of all` });
  }

  #currentRows(): readonly ChartRow[] {
    const { data, groupBy, groupKey, order, mostGroups: limit } = this;
    const restLabel = this.say(CHART_WORDS.rest);
    if (data) {
      const label = (key: Group['key']): string | undefined => this.plainLabel(key);
      return rowsOfData(data, { ...(limit && { limit }), ...(order && { order }), label }, restLabel);
    }
    const dataset = this.askedDataset;
    const { answer } = this;
    if (!dataset || !answer || groupBy === undefined || groupKey === undefined) return [];
    return rowsOfAnswer(answer, chosenKeys(dataset.filters.get(groupBy), groupKey), {
      label: (group) => this.groupName(dataset, groupKey, group),
      partial: (group) => this.isPartial(group),
      short: (key) => (typeof groupKey === 'string' || !groupKey.bin ? shortCategoryWords(dataset, groupBy, key, this.locale) : undefined),
      color: (key) => this.colorOf(groupBy, key),
      restLabel,
    });
  }
}

/** True for a number or instant inside a bin. */
function isIn(value: unknown, key: Group['key'], end: number): boolean {
  return typeof value === 'number' && typeof key === 'number' && value >= key && value < end;
}
