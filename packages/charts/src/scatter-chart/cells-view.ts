/** A scatter plot of data whose rows are elsewhere: how many rows lie in each of many cells, exactly, instead of a sample of points. */
import type { YztError } from '@yizhangtu/base/errors';
import type { Locale, Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import type { Filter } from '@yizhangtu/data/model';
import { groupWords } from '@yizhangtu/data/words';
import { html, type TemplateResult } from 'lit';
import type { ChartTable } from '../chart/chart-table.js';
import type { TipWords } from '../chart/chart-tip.js';
import type { PlotHandlers, PlotRect } from '../chart/plot-svg.js';
import { CellAnswers, type CellsNeed, type CellsPicture } from './cell-answers.js';
import { cellAt, nextCell, type Cell } from './cell-counts.js';
import { cellRect, cellsDrawing, shadeLegend } from './cells-drawing.js';
import { cellOf, type CellEdges } from './cell-edges.js';
import { RectBrush } from './rect-brush.js';
import { shortNumber } from './scatter-axis.js';
import { filterRect } from './scatter-filter.js';
import { axisName, endsOf, fieldNames, spanWords, valueWords } from './scatter-rows.js';
import { chosenWords, leftOut, SCATTER_WORDS, scatterSummary } from './scatter-words.js';

/** What the view asks of its chart. */
export interface CellsHost {
  say(text: Text): string;
  announce(words: string): void;
  requestUpdate(): void;
  /** Place of an event in the plot. */
  place(event: PointerEvent): readonly [x: number, y: number];
}

/** What is to be drawn, under which title. */
export interface ViewNeed extends CellsNeed {
  readonly label: string;
}

const ROWS: Text = { zh: '条数', en: 'Rows' };

export class CellsView {
  readonly #host: CellsHost;
  readonly #answers: CellAnswers;
  readonly #brush: RectBrush;
  #need: ViewNeed | undefined;
  #anchor: Cell | undefined;

  constructor(host: CellsHost) {
    this.#host = host;
    this.#answers = new CellAnswers(() => host.requestUpdate());
    this.#brush = new RectBrush({
      box: () => this.#picture?.plot ?? { left: 0, right: 0, top: 0, bottom: 0 },
      place: (event) => host.place(event),
      changed: () => host.requestUpdate(),
      chosen: (rect) => this.#choose(rect),
      pressed: (x, y) => this.press(this.at(x, y)),
    });
  }

  /** Asks what is to be drawn; without anything lets go of all. */
  ask(need: ViewNeed | undefined): void {
    this.#need = need;
    if (need) this.#answers.ask(need);
    else this.#answers.forget();
  }

  get error(): YztError | undefined {
    return this.#answers.error;
  }

  /** True before the first answer. */
  get waiting(): boolean {
    return !this.#answers.error && (this.#answers.ends === undefined || (this.#answers.pending && this.#picture === undefined));
  }

  get pending(): boolean {
    return this.#answers.pending;
  }

  get stale(): boolean {
    return this.#answers.stale;
  }

  /** Cells the keyboard walks over. Before the first layout, without which nothing can be counted, one where there will be some. */
  get count(): number {
    const picture = this.#picture;
    if (picture) return picture.cells.list.length;
    return !this.#answers.pending && (this.#answers.ends?.count ?? 0) > 0 ? 1 : 0;
  }

  /** True where an answer is there to be drawn. */
  get shown(): boolean {
    return this.#picture !== undefined;
  }

  get #locale(): Locale {
    return this.#need?.box.locale ?? 'zh-CN';
  }

  get #picture(): CellsPicture | undefined {
    return (this.#answers.ends?.count ?? 0) > 0 ? this.#answers.picture : undefined;
  }

  /** The handlers of the brush; none for charts without one. */
  marks(focus: number, tip: number, brushed: boolean): TemplateResult {
    const [picture, need] = [this.#picture, this.#need];
    if (!picture || !need) return html`<svg width="0" height="0" aria-hidden="true"></svg>`;
    const { dataset, x, y } = need;
    const handlers: PlotHandlers | undefined = brushed ? this.#brush : undefined;
    return cellsDrawing(picture, {
      label: need.label,
      xName: axisName(dataset, x, this.#locale),
      yName: axisName(dataset, y, this.#locale),
      markers: this.#markers(picture, need),
      marked: [this.#brush.rect ? -1 : tip, this.#hovered(picture, need)],
      rect: this.#brush.rect ?? filterRect(picture.plot, dataset.filters.get(x), dataset.filters.get(y)),
      cursor: { at: focus, count: this.count, words: this.#sentence(focus) },
      handlers,
    });
  }

  foot(more: readonly Text[]): TemplateResult {
    const [picture, { say }] = [this.#picture, this.#host];
    if (!picture) return html``;
    const { ends, cells } = picture;
    const notes: readonly Text[] = [
      { zh: `共 ${formatNumber(ends.count)} 条，按格计数`, en: `${formatNumber(ends.count)} rows, counted in cells` },
      ...leftOut({ missing: ends.missing, notAbove: ends.notAbove }),
      ...more,
    ];
    const words = (from: number, to: number | undefined): string =>
      to === undefined ? say({ zh: `${formatNumber(from)} 及以上`, en: `${formatNumber(from)} and over` }) : from === to ? formatNumber(from) : `${formatNumber(from)}–${formatNumber(to)}`;
    return html`${shadeLegend(cells, say({ zh: '每格条数', en: 'Rows in a cell' }), words)} ${notes.map((note) => html`<p class="source">${say(note)}</p>`)}`;
  }

  get summary(): Text {
    const [picture, need, label] = [this.#picture, this.#need, this.#need?.label ?? ''];
    const [x, y] = [fieldNames(need?.dataset, need?.x ?? ''), fieldNames(need?.dataset, need?.y ?? '')];
    const teller = need && { dataset: need.dataset, locale: this.#locale };
    const ends = picture && teller && ([endsOf(teller, need.x, picture.ends.x), endsOf(teller, need.y, picture.ends.y)] as const);
    const text = scatterSummary({ label, x, y, points: picture?.ends.count ?? 0, ends, scene: undefined });
    const most = picture?.cells.list.reduce<Cell | undefined>((best, cell) => (best && !(cell.count > best.count) ? best : cell), undefined);
    if (!picture || !most) return text;
    const where = (locale: Locale): string => [this.#span(picture.cells.across, most.column, locale), this.#span(picture.cells.up, most.line, locale)].join(locale === 'en' ? ' and ' : ' 与 ');
    return {
      zh: `${text.zh}最密的一格在 ${where('zh-CN')}，${formatNumber(most.count)} 条。`,
      en: `${text.en} The fullest cell is at ${where('en')}, with ${formatNumber(most.count)} rows.`,
    };
  }

  get table(): ChartTable {
    const [picture, need, locale, { say }] = [this.#picture, this.#need, this.#locale, this.#host];
    if (!picture || !need) return { columns: [], rows: [] };
    const { cells } = picture;
    return {
      columns: [...[need.x, need.y].map((field) => ({ head: axisName(need.dataset, field, locale), number: true })), { head: say(ROWS), number: true }],
      rows: cells.list.map(({ column, line, count }) => [{ text: this.#span(cells.across, column, locale) }, { text: this.#span(cells.up, line, locale) }, { text: formatNumber(count), value: count }]),
    };
  }

  tip(index: number): TipWords | undefined {
    const [picture, need, locale, { say }] = [this.#picture, this.#need, this.#locale, this.#host];
    const cell = picture?.cells.list[index];
    if (!picture || !need || !cell) return undefined;
    const lines = ([[need.x, picture.cells.across, cell.column], [need.y, picture.cells.up, cell.line]] as const).map(([field, edges, at]) => ({
      label: axisName(need.dataset, field, locale),
      value: this.#span(edges, at, locale),
    }));
    return { label: say({ zh: `${formatNumber(cell.count)} 条`, en: `${formatNumber(cell.count)} ${cell.count === 1 ? 'row' : 'rows'}` }), lines };
  }

  at(x: number, y: number): number {
    const picture = this.#picture;
    if (!picture || this.#brush.rect) return -1;
    const { plot, cells } = picture;
    const [column, line] = this.#cellAt(plot, cells.across, cells.up, x, y);
    return cells.list.findIndex((cell) => cell.column === column && cell.line === line);
  }

  place(index: number): { readonly x: number; readonly y: number } | undefined {
    const picture = this.#picture;
    const cell = picture?.cells.list[index];
    if (!picture || !cell) return undefined;
    const { left, right, top } = cellRect(picture.plot, picture.cells, cell);
    return { x: (left + right) / 2, y: top };
  }

  next(key: string, index: number): number | undefined {
    return this.#picture && nextCell(this.#picture.cells, key, index);
  }

  /** Shift with an arrow makes a rectangle that begins at the cell. */
  extend(from: number, to: number): void {
    const list = this.#picture?.cells.list ?? [];
    const [a, b] = [list[from], list[to]];
    if (!a || !b) return;
    this.#anchor ??= a;
    this.#filter(this.#anchor, b);
  }

  /** Filters by a cell, or no more where it is filtered by just that one. */
  press(index: number): void {
    const cell = this.#picture?.cells.list[index];
    if (!cell) return this.clear();
    this.#anchor = undefined;
    this.#filter(cell, cell, true);
  }

  clear(): void {
    this.#anchor = undefined;
    const need = this.#need;
    if (!need || (!need.dataset.filters.has(need.x) && !need.dataset.filters.has(need.y))) return;
    need.dataset.setFilter(need.x, undefined);
    need.dataset.setFilter(need.y, undefined);
    this.#host.announce(this.#host.say({ zh: '已取消选择', en: 'Selection cleared' }));
  }

  #cellAt({ left, right, top, bottom, xAxis, yAxis }: PlotRect & Pick<CellsPicture['plot'], 'xAxis' | 'yAxis'>, across: CellEdges, up: CellEdges, x: number, y: number): readonly [column: number, line: number] {
    return [cellOf(across, xAxis.value((x - left) / (right - left))), cellOf(up, yAxis.value((bottom - y) / (bottom - top)))];
  }

  /** Cells that a rectangle touches: its ends are those of cells, so that what is kept can be counted cell by cell. */
  #choose(rect: PlotRect): void {
    const picture = this.#picture;
    if (!picture) return;
    const { plot, cells } = picture;
    const within = ([column, line]: readonly [number, number], low: boolean): Cell => ({
      column: column >= 0 ? column : low ? 0 : cells.across.edges.length - 2,
      line: line >= 0 ? line : low ? 0 : cells.up.edges.length - 2,
      count: 0,
    });
    const corner = (x: number, y: number, low: boolean): Cell => within(this.#cellAt(plot, cells.across, cells.up, x, y), low);
    this.#anchor = undefined;
    this.#filter(corner(rect.left + 0.5, rect.bottom - 0.5, true), corner(rect.right - 0.5, rect.top + 0.5, false));
  }

  #filter(a: Cell, b: Cell, toggled = false): void {
    const [picture, need] = [this.#picture, this.#need];
    if (!picture || !need) return;
    const { across, up } = picture.cells;
    const range = (field: string, { edges }: CellEdges, from: number, to: number): Filter => ({ kind: 'range', field, min: edges[Math.min(from, to)] as number, max: edges[Math.max(from, to) + 1] as number, maxExclusive: true });
    const filters = [range(need.x, across, a.column, b.column), range(need.y, up, a.line, b.line)] as const;
    const same = toggled && filters.every((filter, index) => JSON.stringify(filter) === JSON.stringify(need.dataset.filters.get(index === 0 ? need.x : need.y)));
    if (same) return this.clear();
    need.dataset.setFilter(need.x, filters[0]);
    need.dataset.setFilter(need.y, filters[1]);
    const teller = { dataset: need.dataset, locale: this.#locale };
    this.#host.announce(this.#host.say(chosenWords(filters.map((filter) => spanWords(teller, filter)), undefined)));
  }

  #hovered({ cells }: CellsPicture, { dataset, x, y }: CellsNeed): number {
    if (dataset.hover < 0) return -1;
    const [a, b] = [dataset.value(dataset.hover, x), dataset.value(dataset.hover, y)];
    return typeof a === 'number' && typeof b === 'number' ? cellAt(cells, a, b) : -1;
  }

  #markers({ plot }: CellsPicture, { dataset, x, y, markers }: CellsNeed) {
    const [locale, { say }] = [this.#locale, this.#host];
    return markers.flatMap((kind, index) =>
      (['x', 'y'] as const).flatMap((axis, order) => {
        const value = this.#answers.middles[index]?.[order] ?? Number.NaN;
        if (Number.isNaN(value)) return [];
        const words = `${say(SCATTER_WORDS[kind])} ${valueWords({ dataset, locale }, axis === 'x' ? x : y, shortNumber(value, Math.abs(value) * 0.0005))}`;
        return [[{ kind, axis, value, at: axis === 'x' ? plot.px(value) : plot.py(value) }, words] as const];
      }),
    );
  }

  #span({ edges, by }: CellEdges, at: number, locale: Locale): string {
    return groupWords(undefined, by, { key: edges[at] as number, end: edges[at + 1] as number }, locale);
  }

  #sentence(index: number): string {
    const tip = this.tip(index);
    if (!tip) return '';
    return [...(tip.lines ?? []).map(({ label, value }) => `${label} ${value}`), tip.label].join(this.#locale === 'en' ? ', ' : '，');
  }
}
