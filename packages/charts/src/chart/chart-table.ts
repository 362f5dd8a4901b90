import { html, nothing, type TemplateResult } from 'lit';
import type { ChartRow } from './chart-rows.js';

/** What the table twin of a chart says. */
export interface ChartTableInput {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly ChartRow[];
  format(value: number): string;
  /** Share of the whole; undefined when parts do not add up to one. */
  share?(value: number): string;
}

/** The table twin of a chart: the same rows, in the same order. */
export function chartTable(input: ChartTableInput): TemplateResult {
  const [item, value, share] = input.heads;
  return html`<table part="table">
    <caption class="hidden-text">
      ${input.caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${item}</th>
        <th scope="col" class="number">${value}</th>
        ${input.share ? html`<th scope="col" class="number">${share}</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${input.rows.map(
        (row) =>
          html`<tr>
            <th scope="row">${row.label}</th>
            <td class="number">${input.format(row.value)}</td>
            ${input.share ? html`<td class="number">${input.share(row.value)}</td>` : nothing}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
