import { setStyle } from '@yizhangtu/base/set-style';
import { html, nothing, type TemplateResult } from 'lit';

/** What the tooltip says, and where its tip points, px from the top left of the plot. */
export interface ChartTip {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}

/** The tooltip over a bar. It says nothing new to a screen reader: the bar itself carries the words. */
export function chartTip(tip: ChartTip | undefined, width: number): TemplateResult | typeof nothing {
  if (!tip) return nothing;
  // Near an edge the box hangs to the other side of its point, so that it is never cut.
  const side = tip.x < width * 0.25 ? 'start' : tip.x > width * 0.75 ? 'end' : 'middle';
  return html`<div class="tip ${side}" part="tooltip" aria-hidden="true" ${setStyle({ left: `${tip.x}px`, top: `${tip.y}px` })}>
    <strong>${tip.label}</strong>
    <span>${tip.value}</span>
    ${tip.note === undefined ? nothing : html`<small>${tip.note}</small>`}
  </div>`;
}
