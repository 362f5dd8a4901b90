import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';

/** One cell of a table twin: the words that are shown, and the plain value for files. */
export interface TableCell {
  readonly text: string;
  /** As a spreadsheet should have it; the text where it is absent. */
  readonly value?: number | undefined;
  /** How far the first cell of a row is set in, for tables of trees: 0 for the top. */
  readonly level?: number;
}

/** Rows of a table: an array, or rows that are made when somebody asks for them. */
export interface TableRows {
  readonly length: number;
  slice(from: number, to: number): readonly (readonly TableCell[])[];
}

/** Rows of very many things, each made when it is shown or written into a file. */
export function rowsOnDemand(length: number, row: (index: number) => readonly TableCell[]): TableRows {
  return { length, slice: (from, to) => Array.from({ length: Math.max(0, Math.min(length, to) - from) }, (_, index) => row(from + index)) };
}

/** The data of a chart as a table: what is read out, shown instead of the chart, and written to a file. */
export interface ChartTable {
  /** The first column names the row; a unit stands in the head, once. */
  readonly columns: readonly { readonly head: string; readonly number: boolean }[];
  readonly rows: TableRows;
}

/** Rows a table shows; a file has all. A page with ten thousand rows would be slow and read by nobody. */
export const MOST_ROWS = 500;

/** The table twin of a chart: the same rows, in the same order. */
export function chartTable(table: ChartTable, words: { readonly caption: string; readonly more: string }, drawn: TableDrawn): TemplateResult {
  const cut = table.rows.length > MOST_ROWS;
  return html`<table part="table">
      <caption class="hidden-text">
        ${words.caption}
      </caption>
      <thead>
        <tr>
          ${table.columns.map(({ head, number }) => html`<th scope="col" class=${number ? 'number' : ''}>${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${partsOf(Math.min(table.rows.length, drawn.rows), drawn.part).map(([from, to]) => guard([drawn.made, to], () => table.rows.slice(from, to).map((row) => tableRow(row, table))))}
      </tbody>
    </table>
    ${cut ? html`<p class="source">${words.more}</p>` : nothing}`;
}

/** Rows of a table that are drawn, of which there may be more; in parts, of which only a new one is made. */
export interface TableDrawn {
  readonly rows: number;
  readonly part: number;
  /** The same as long as nothing but the number of rows is another. */
  readonly made: object;
}

function partsOf(rows: number, part: number): (readonly [from: number, to: number])[] {
  return Array.from({ length: Math.ceil(rows / part) }, (_, index) => [index * part, Math.min(rows, (index + 1) * part)] as const);
}

function tableRow(row: readonly TableCell[], table: ChartTable): TemplateResult {
  return html`<tr>
    ${row.map(({ text, level }, index) =>
      index === 0
        ? html`<th scope="row" class=${level ? `level-${level}` : ''}>${text}</th>`
        : table.columns[index]?.number
          ? html`<td class="number">${text}</td>`
          : html`<td>${text}</td>`,
    )}
  </tr>`;
}
