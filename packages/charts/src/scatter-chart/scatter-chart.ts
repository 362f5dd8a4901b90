import { asYztError, type YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { rowsAreHere, type DatasetLike } from '@yizhangtu/data/model';
import type { PropertyValues, TemplateResult, nothing } from 'lit';
import type { ChartTable } from '../chart/chart-table.js';
import type { TipWords } from '../chart/chart-tip.js';
import { CHART_WORDS } from '../chart/chart-words.js';
import type { CellsView } from './cells-view.js';
import { RowsScatter } from './rows-scatter.js';

const NO_CODE: Text = { zh: '没有读到散点图的一部分。请检查网络后刷新页面。', en: 'A part of the scatter chart could not be read. Check the network and load the page again.' };

/**
 * Two numbers of each row against each other: a point a row, its area by a third number, its colour as on the map. A rectangle filters
 * all views of the dataset by both numbers, a click selects a row, the row under the pointer is that of the map. Very many points are
 * drawn by their density, and the chart says so. Of data whose rows are elsewhere it counts the rows in cells of both numbers, exactly;
 * a click filters by a cell. Classes, sizes, names and the trend need rows.
 *
 * @tag yzt-scatter-chart
 * @summary Scatter and bubble chart of rows with a filter of both axes, linked to a dataset.
 * @csspart base - The whole chart.
 * @csspart header - Title and switch.
 * @csspart label - The title.
 * @csspart unit - The unit beside the title.
 * @csspart toggle - The switch between chart and table.
 * @csspart export - The button that opens the export menu.
 * @csspart legend - The classes of the colours.
 * @csspart plot - The box of the points.
 * @csspart table - The table twin.
 * @csspart tooltip - The tooltip.
 * @csspart source - The line that names the source.
 * @cssproperty [--yzt-scatter-chart-height=22em] - Least height of the plot.
 * @cssproperty --yzt-chart-color - Colour of points that have none from the symbology. Default: the accent.
 */
export class YztScatterChart extends RowsScatter {
  #cells: CellsView | undefined;
  #coming: Promise<void> | undefined;
  #failed: YztError | undefined;

  protected override get readsRows(): boolean {
    return false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const dataset = this.#away;
    if (dataset && !this.#cells) void this.#load();
    const { x, y, plotSize: { width, height }, fontSize, locale, measureText: measure, middles: markers } = this;
    const box = { width, height, fontSize, locale, measure, logX: this.xScale === 'log', logY: this.yScale === 'log' };
    this.#cells?.ask(dataset && x && y && dataset.columns.length > 0 && !super.problem ? { dataset, x, y, box, markers, label: this.label || this.say(CHART_WORDS.chart) } : undefined);
  }

  protected override updated(): void {
    super.updated();
    if (this.#away) this.toggleAttribute('stale', this.#cells?.stale === true);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#coming;
    return done;
  }

  /** The dataset, where its rows are elsewhere. */
  get #away(): DatasetLike | undefined {
    const { askedDataset: dataset } = this;
    return dataset && !rowsAreHere(dataset) ? dataset : undefined;
  }

  /** The cells of such a dataset. */
  get #view(): CellsView | undefined {
    return this.#away && this.#cells;
  }

  protected override get problem(): YztError | undefined {
    const view = this.#view;
    return super.problem ?? (this.#away ? (this.#failed ?? (view?.shown ? undefined : view?.error)) : undefined);
  }

  protected override get trouble(): YztError | undefined {
    return this.#view?.shown ? this.#view.error : undefined;
  }

  protected override get waiting(): boolean {
    return this.#away ? !this.#cells || this.#cells.waiting : super.waiting;
  }

  protected override get markCount(): number {
    return this.#away ? (this.#cells?.count ?? 0) : super.markCount;
  }

  protected override renderMarks(): TemplateResult {
    return this.#view?.marks(this.focusIndex, this.tipIndex, !this.noBrush) ?? super.renderMarks();
  }

  protected override renderFoot(): TemplateResult | typeof nothing {
    const more: Text[] = this.trend || this.sizeField || this.symbology ? [{ zh: '数据在服务器上，不画类别、大小和趋势线', en: 'The data stay on a server: without classes, sizes and trend' }] : [];
    return this.#view?.foot(more) ?? super.renderFoot();
  }

  protected override get summary(): Text {
    return this.#view?.summary ?? super.summary;
  }

  protected override get table(): ChartTable {
    return this.#view?.table ?? super.table;
  }

  protected override tipWords(index: number): TipWords | undefined {
    return this.#view ? this.#view.tip(index) : super.tipWords(index);
  }

  protected override markAt(x: number, y: number): number {
    return this.#view?.at(x, y) ?? super.markAt(x, y);
  }

  protected override markPlace(index: number): { readonly x: number; readonly y: number } | undefined {
    return this.#view ? this.#view.place(index) : super.markPlace(index);
  }

  protected override nextMark(key: string, index: number): number | undefined {
    return this.#view ? this.#view.next(key, index) : super.nextMark(key, index);
  }

  protected override keyed(event: KeyboardEvent, index: number): number | undefined {
    const view = this.#view;
    if (!view) return super.keyed(event, index);
    const chosen = event.key === 'Enter' || event.key === ' ';
    const to = chosen ? index : event.shiftKey && !this.noBrush ? view.next(event.key, index) : undefined;
    if (to === undefined) return undefined;
    event.preventDefault();
    if (chosen) view.press(index);
    else view.extend(index, to);
    return to;
  }

  protected override clear(): void {
    if (this.#view) this.#view.clear();
    else super.clear();
  }

  /** The code of cells comes with the first dataset that needs it. */
  #load(): Promise<void> {
    this.#coming ??= import('./cells-view.js')
      .then(({ CellsView: View }) => {
        this.#cells = new View({ say: (text) => this.say(text), announce: (words) => this.announce(words), requestUpdate: () => this.requestUpdate(), place: (event) => this.placeOf(event) });
        this.#failed = undefined;
      })
      .catch((reason: unknown) => (this.#failed = asYztError(reason, 'network', NO_CODE)))
      .then(() => this.requestUpdate());
    return this.#coming;
  }
}
