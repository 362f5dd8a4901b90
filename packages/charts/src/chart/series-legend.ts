import { setStyle } from '@yizhangtu/base/set-style';
import { html, nothing, type TemplateResult } from 'lit';

/** One series in the row under or over a chart. */
export interface LegendEntry {
  readonly label: string;
  /** CSS colour. */
  readonly color: string;
  /** A stroke instead of a box, as the series itself is drawn. */
  readonly line?: boolean;
  /** Chosen by the filter of the series. */
  readonly pressed: boolean;
  /** Others are chosen and this is not. */
  readonly faded: boolean;
  /** Nothing to choose: 其他. */
  readonly fixed?: boolean;
}

/**
 * The series of a chart in a row that wraps.
 * @param choose Called with the number of the entry; entries are buttons then. undefined: the row only explains.
 */
export function seriesLegend(
  entries: readonly LegendEntry[],
  label: string,
  choose: ((index: number) => void) | undefined,
): TemplateResult | typeof nothing {
  if (entries.length === 0) return nothing;
  return html`<ul class="legend" part="legend" aria-label=${label}>
    ${entries.map((entry, index) => html`<li>${choose && !entry.fixed ? button(entry, () => choose(index)) : plain(entry)}</li>`)}
  </ul>`;
}

function key({ color, line }: LegendEntry): TemplateResult {
  return html`<i class="key ${line ? 'line' : ''}" ${setStyle({ background: color })}></i>`;
}

function plain(entry: LegendEntry): TemplateResult {
  return html`<span class="entry ${entry.faded ? 'faded' : ''}">${key(entry)}<span>${entry.label}</span></span>`;
}

function button(entry: LegendEntry, onClick: () => void): TemplateResult {
  return html`<button type="button" class=${entry.faded ? 'faded' : ''} aria-pressed=${entry.pressed} @click=${onClick}>
    ${key(entry)}<span>${entry.label}</span>
  </button>`;
}
