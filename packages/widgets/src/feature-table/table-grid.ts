import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { arrowDown, arrowUp } from '@yizhangtu/base/icon-shapes';
import { iconSvg } from '@yizhangtu/base/icon-svg';
import type { Locale, Text } from '@yizhangtu/base/locale';
import { setStyle } from '@yizhangtu/base/set-style';
import type { DatasetLike } from '@yizhangtu/data/model';
import { cellWords } from '@yizhangtu/data/words';
import type { ListRows } from '../feature-list/row-pages.js';
import type { ListWindow } from '../shared/list-window.js';
import type { TableColumn } from './table-columns.js';
import type { Cell } from './table-keys.js';
import type { TableSum } from './table-sums.js';

/** Width of the column of check boxes, px at text size 100 %. */
const CHECK_WIDTH = 36;

/** Everything the grid shows. Its column 0 holds the check boxes. */
export interface TableGrid {
  readonly dataset: DatasetLike;
  readonly label: string;
  readonly columns: readonly TableColumn[];
  /** Rows that pass, in order, as far as they are known. */
  readonly rows: ListRows;
  readonly window: ListWindow;
  readonly sort: string;
  readonly active: Cell;
  /** The focus ring is drawn while keys are used. */
  readonly byKeys: boolean;
  readonly allSelected: boolean;
  readonly sums: ReadonlyMap<string, TableSum>;
  /** Columns stay at the left; off where the table is too narrow for it. */
  readonly pins: boolean;
  /** Column a drag is over, −1 for none. */
  readonly over: number;
  readonly locale: Locale;
  say(text: Text): string;
  onKeydown(event: KeyboardEvent): void;
  onHeadDown(event: PointerEvent, index: number): void;
  onHeadClick(index: number): void;
  onHeadDouble(event: MouseEvent, index: number): void;
  onAll(): void;
  /** A press on row `index` of the table; on its check box, or elsewhere. */
  onRow(event: MouseEvent, index: number, check: boolean): void;
  onRowDouble(index: number): void;
  onHover(index: number): void;
}

const scaled = (px: number): string => `calc(${px}px * var(--yzt-text-scale, 1))`;

/** Widths of all columns as CSS; what is left over stays empty at the right. */
function template(columns: readonly TableColumn[]): string {
  return [CHECK_WIDTH, ...columns.map(({ width }) => width)].map(scaled).join(' ');
}

/** Where each pinned column stays, px. */
function pinnedLefts({ columns, pins }: TableGrid): (string | undefined)[] {
  let left = CHECK_WIDTH;
  return columns.map(({ pinned, width }) => {
    if (!pins || !pinned) return undefined;
    const at = scaled(left);
    left += width;
    return at;
  });
}

function ariaSort(sort: string, field: string): 'ascending' | 'descending' | 'none' {
  if (sort === field) return 'ascending';
  return sort === `-${field}` ? 'descending' : 'none';
}

function headCell(grid: TableGrid, column: TableColumn, index: number, left: string | undefined): TemplateResult {
  const { field, label, unit, numeric } = column;
  const sort = ariaSort(grid.sort, field);
  const active = grid.active.row === -1 && grid.active.column === index + 1;
  return html`<div
    id=${`head-${index + 1}`}
    role="columnheader"
    part="head-cell"
    class=${classMap({ cell: true, name: true, number: numeric, pinned: left !== undefined, active, over: grid.over === index })}
    aria-colindex=${index + 2}
    aria-sort=${sort}
    title=${unit ? `${label}（${unit}）` : label}
    ${setStyle({ left: left ?? '' })}
    @pointerdown=${(event: PointerEvent) => grid.onHeadDown(event, index)}
    @click=${() => grid.onHeadClick(index)}
    @dblclick=${(event: MouseEvent) => grid.onHeadDouble(event, index)}
  >
    <span class="words">${label}${unit ? html` <span class="unit">${unit}</span>` : nothing}</span>
    ${sort === 'none' ? nothing : iconSvg(sort === 'ascending' ? arrowUp : arrowDown, 14)}
    <span class="grip" aria-hidden="true"></span>
  </div>`;
}

function head(grid: TableGrid, lefts: readonly (string | undefined)[]): TemplateResult {
  const { columns, active, say } = grid;
  return html`<div class="header" role="rowgroup">
    <div class="line" role="row" aria-rowindex="1">
      <div
        id="head-0"
        role="columnheader"
        class=${classMap({ cell: true, check: true, pinned: true, active: active.row === -1 && active.column === 0 })}
        aria-colindex="1"
        aria-label=${say({ zh: '选择', en: 'Select' })}
      >
        <input
          type="checkbox"
          tabindex="-1"
          aria-label=${say({ zh: '全选筛选结果', en: 'Select all that pass the filters' })}
          ?disabled=${!grid.rows.whole}
          .checked=${grid.allSelected}
          .indeterminate=${!grid.allSelected && grid.dataset.selection.size > 0}
          @change=${() => grid.onAll()}
        />
      </div>
      ${columns.map((column, index) => headCell(grid, column, index, lefts[index]))}
    </div>
  </div>`;
}

/** One cell of the body. */
interface BodyCell {
  readonly column: TableColumn;
  readonly at: number;
  readonly row: number | undefined;
  /** What the row is called in ids. */
  readonly name: number | string;
  readonly active: boolean;
}

function bodyCell({ dataset, locale }: TableGrid, { column, at, row, name, active }: BodyCell, left: string | undefined): TemplateResult {
  const { numeric, written } = column;
  return html`<div
    id=${`cell-${name}-${at + 1}`}
    role="gridcell"
    class=${classMap({ cell: true, number: numeric, pinned: left !== undefined, active })}
    aria-colindex=${at + 2}
    ${setStyle({ left: left ?? '' })}
  >
    ${row === undefined ? html`<span class="skeleton"></span>` : cellWords(dataset, row, written, locale)}
  </div>`;
}

function bodyRow(grid: TableGrid, index: number, lefts: readonly (string | undefined)[]): TemplateResult {
  const { dataset, columns, rows, active } = grid;
  const row = rows.at(index);
  // A row on its way has its place, and nothing in it.
  const name = row ?? `coming-${index}`;
  const selected = row !== undefined && dataset.selection.has(row);
  const here = active.row === index;
  return html`<div
    part="row"
    role="row"
    class=${classMap({ line: true, row: true, hovered: row !== undefined && dataset.hover === row })}
    aria-rowindex=${index + 2}
    aria-selected=${selected ? 'true' : 'false'}
    aria-busy=${row === undefined ? 'true' : nothing}
  >
    <div
      id=${`cell-${name}-0`}
      role="gridcell"
      class=${classMap({ cell: true, check: true, pinned: true, active: here && active.column === 0 })}
      aria-colindex="1"
    >
      <input
        type="checkbox"
        tabindex="-1"
        aria-label=${`${grid.say({ zh: '选择', en: 'Select' })} ${index + 1}`}
        .checked=${selected}
      />
    </div>
    ${columns.map((column, at) => bodyCell(grid, { column, at, row, name, active: here && active.column === at + 1 }, lefts[at]))}
  </div>`;
}

function footer(
  { columns, sums, rows, say }: TableGrid,
  lefts: readonly (string | undefined)[],
): TemplateResult | typeof nothing {
  if (sums.size === 0) return nothing;
  return html`<div class="footer" role="rowgroup">
    <div class="line" role="row" aria-rowindex=${rows.total + 2}>
      <div class="cell check pinned" role="gridcell" aria-colindex="1" aria-label=${say({ zh: '统计', en: 'Figures' })}></div>
      ${columns.map(({ field, numeric }, at) => {
        const sum = sums.get(field);
        return html`<div
          role="gridcell"
          part="sum"
          class=${classMap({ cell: true, number: numeric, pinned: lefts[at] !== undefined })}
          aria-colindex=${at + 2}
          ${setStyle({ left: lefts[at] ?? '' })}
        >
          ${sum ? html`<span class="unit">${sum.word}</span> ${sum.text}` : nothing}
        </div>`;
      })}
    </div>
  </div>`;
}

/** Row of the table an event happened in, and whether on its check box; undefined outside of rows. */
function rowOf(event: Event): { index: number; check: boolean } | undefined {
  const target = event.target as Element;
  const row = target.closest('.row');
  return row ? { index: Number(row.getAttribute('aria-rowindex')) - 2, check: target.closest('.check') !== null } : undefined;
}

/** Words that do not fit their cell are shown by the browser's tip. */
function showWhole(event: Event): void {
  const cell = (event.target as Element).closest<HTMLElement>('.cell');
  if (cell && cell.scrollWidth > cell.clientWidth) cell.title = cell.textContent?.trim() ?? '';
  else cell?.removeAttribute('title');
}

function body(grid: TableGrid, lefts: readonly (string | undefined)[]): TemplateResult {
  const { first, end, offset, height } = grid.window;
  // Without keys: rows that come take over the elements of rows that go, which costs a fraction of making new ones.
  const shown = Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
  const onClick = (event: MouseEvent): void => {
    const at = rowOf(event);
    if (at) grid.onRow(event, at.index, at.check);
  };
  const onDouble = (event: MouseEvent): void => {
    const at = rowOf(event);
    if (at && !at.check) grid.onRowDouble(at.index);
  };
  const onOver = (event: PointerEvent): void => {
    showWhole(event);
    const at = rowOf(event);
    if (at) grid.onHover(at.index);
  };
  return html`<div class="space" role="presentation" ${setStyle({ height: `${height}px` })}>
    <div
      class="rows"
      role="rowgroup"
      ${setStyle({ transform: `translateY(${offset}px)` })}
      @click=${onClick}
      @dblclick=${onDouble}
      @pointerover=${onOver}
      @pointerleave=${() => grid.onHover(-1)}
    >
      ${shown.map((index) => bodyRow(grid, index, lefts))}
    </div>
  </div>`;
}

function activeId({ active, rows, window: { first, end } }: TableGrid): string | typeof nothing {
  if (active.row < 0) return `head-${active.column}`;
  return active.row >= first && active.row < end ? `cell-${rows.at(active.row) ?? `coming-${active.row}`}-${active.column}` : nothing;
}

/** The head, the rows in sight and the figures, in one box that scrolls both ways. */
export function tableGrid(grid: TableGrid): TemplateResult {
  const { columns, rows, sums } = grid;
  const lefts = pinnedLefts(grid);
  return html`<div
    class=${classMap({ grid: true, keys: grid.byKeys })}
    part="grid"
    role="grid"
    tabindex="0"
    aria-label=${grid.label}
    aria-multiselectable="true"
    aria-rowcount=${rows.total + 1 + (sums.size > 0 ? 1 : 0)}
    aria-colcount=${columns.length + 1}
    aria-activedescendant=${activeId(grid)}
    @keydown=${(event: KeyboardEvent) => grid.onKeydown(event)}
  >
    <div class="sheet" role="presentation" ${setStyle({ '--_columns': template(columns) })}>
      ${head(grid, lefts)} ${body(grid, lefts)} ${footer(grid, lefts)}
    </div>
  </div>`;
}
