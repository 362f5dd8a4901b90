import { setStyle } from '@yizhangtu/base/set-style';
import { nothing, svg, type SVGTemplateResult } from 'lit';

/** The area of a mark that takes the pointer and shows the focus ring, px: a rectangle, or the outline itself as path data. */
export type MarkArea =
  | { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  | { readonly path: string };

/** What a mark needs beside what is drawn. */
export interface MarkGroup {
  readonly index: number;
  /** CSS colour; undefined = the accent of the chart. */
  readonly color: string | undefined;
  /** What a screen reader says. */
  readonly name: string;
  /** The mark switches a filter. */
  readonly button: boolean;
  /** The keyboard reaches the mark; of those, the one that takes focus with Tab is `'first'`. */
  readonly focus: 'first' | 'later' | 'never';
  /** Chosen by the filter of this chart; undefined for a button that is no switch. */
  readonly pressed: boolean | undefined;
  /** Others are chosen and this is not. */
  readonly faded: boolean;
  /** Its period is still running. */
  readonly partial?: boolean | undefined;
  /** The mark holds the row under the pointer elsewhere. */
  readonly near: boolean;
  readonly area: MarkArea;
}

/**
 * One mark with its labels inside an SVG. The area over it is the button (a picture where nothing can be switched) and carries the
 * words, so the drawn texts, which may be shortened, are for eyes only.
 */
export function markGroup(mark: MarkGroup, marks: SVGTemplateResult): SVGTemplateResult {
  const states = ['bar', mark.pressed && 'pressed', mark.faded && 'faded', mark.near && 'near', mark.partial && 'partial'].filter(Boolean).join(' ');
  return svg`<g class=${states} data-index=${mark.index} ${setStyle({ '--yzt-chart-color': mark.color })}>
    <g aria-hidden="true">${marks}</g>
    ${'path' in mark.area ? outline(mark, mark.area) : box(mark, mark.area)}
  </g>`;
}

const TABINDEX = { first: '0', later: '-1', never: nothing } as const;

function box(mark: MarkGroup, area: Exclude<MarkArea, { path: string }>): SVGTemplateResult {
  return svg`<rect
    class="hit"
    role=${mark.button ? 'button' : 'img'}
    tabindex=${TABINDEX[mark.focus]}
    aria-pressed=${mark.button ? (mark.pressed ?? nothing) : nothing}
    aria-label=${mark.name}
    x=${area.x}
    y=${area.y}
    width=${Math.max(0, area.width)}
    height=${Math.max(0, area.height)}
  ></rect>`;
}

function outline(mark: MarkGroup, { path }: { readonly path: string }): SVGTemplateResult {
  return svg`<path
    class="hit"
    role=${mark.button ? 'button' : 'img'}
    tabindex=${TABINDEX[mark.focus]}
    aria-pressed=${mark.button ? (mark.pressed ?? nothing) : nothing}
    aria-label=${mark.name}
    d=${path}
  ></path>`;
}
