import { setStyle } from '@yizhangtu/base/set-style';
import { html, nothing, type TemplateResult } from 'lit';

/** One line of a tooltip that speaks of several series. */
export interface TipLine {
  /** CSS colour of the series; undefined for none. */
  readonly color?: string | undefined;
  readonly label: string;
  readonly value: string;
}

/** What a tooltip says. */
export interface TipWords {
  readonly label: string;
  /** The value with its unit. */
  readonly value?: string;
  readonly lines?: readonly TipLine[];
  readonly note?: string;
}

/** What the tooltip says, and where its tip points, px from the top left of the plot. */
export interface ChartTip extends TipWords {
  readonly x: number;
  readonly y: number;
  /** Room above the point up to the edge of the window, px. */
  readonly room: number;
}

/** The tooltip over a mark. It says nothing new to a screen reader: the mark itself carries the words. */
export function chartTip(tip: ChartTip | undefined, width: number): TemplateResult | typeof nothing {
  if (!tip) return nothing;
  // Near an edge the box hangs to the other side of its point, so that it is never cut.
  const side = tip.x < width * 0.25 ? 'start' : tip.x > width * 0.75 ? 'end' : 'middle';
  const below = tip.room < heightOf(tip) ? 'below' : '';
  return html`<div class="tip ${side} ${below}" part="tooltip" aria-hidden="true" ${setStyle({ left: `${tip.x}px`, top: `${tip.y}px` })}>
    <strong>${tip.label}</strong>
    ${tip.value === undefined ? nothing : html`<span>${tip.value}</span>`}
    ${tip.lines?.map(tipLine)}
    ${tip.note === undefined ? nothing : html`<small>${tip.note}</small>`}
  </div>`;
}

/** Height of a line of the tooltip, and of what is around its lines, px. Rather too much than too little: then it only hangs below a little early. */
const LINE = 22;
const AROUND = 28;

function heightOf({ value, lines = [], note }: TipWords): number {
  return AROUND + LINE * (1 + lines.length + (value === undefined ? 0 : 1) + (note === undefined ? 0 : 1));
}

function tipLine(line: TipLine): TemplateResult {
  const key = line.color === undefined ? nothing : html`<i class="key" ${setStyle({ background: line.color })}></i>`;
  return html`<span class="tip-line">${key}<span>${line.label}</span><b>${line.value}</b></span>`;
}
