import { setStyle } from '@yizhangtu/base/set-style';
import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { ChartRow } from './chart-rows.js';

/** What a bar needs beside its marks. */
export interface BarGroup {
  readonly index: number;
  readonly row: ChartRow;
  /** What a screen reader says. */
  readonly name: string;
  /** Bars switch a filter. */
  readonly interactive: boolean;
  /** The bar that takes focus with Tab. */
  readonly tabStop: boolean;
  /** The bar holds the row under the pointer elsewhere. */
  readonly near: boolean;
  /** The area that takes pointer and focus ring, px. */
  readonly area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/**
 * One bar with its labels inside an SVG. The area over it is the button (a picture where nothing can be switched) and carries the words,
 * so the drawn texts, which may be shortened, are for eyes only.
 */
export function barGroup(bar: BarGroup, marks: SVGTemplateResult): SVGTemplateResult {
  const { row, area } = bar;
  const button = bar.interactive && !row.rest;
  const states = ['bar', row.pressed && 'pressed', row.faded && 'faded', bar.near && 'near'].filter(Boolean).join(' ');
  return svg`<g class=${states} data-index=${bar.index} ${setStyle({ '--yzt-chart-color': row.color })}>
    <g aria-hidden="true">${marks}</g>
    <rect
      class="hit"
      role=${button ? 'button' : 'img'}
      tabindex=${row.rest ? nothing : bar.tabStop ? '0' : '-1'}
      aria-pressed=${button ? String(row.pressed) : nothing}
      aria-label=${bar.name}
      x=${area.x}
      y=${area.y}
      width=${Math.max(0, area.width)}
      height=${Math.max(0, area.height)}
    ></rect>
  </g>`;
}
