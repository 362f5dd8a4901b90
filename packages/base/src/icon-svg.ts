import { html, nothing, svg, type TemplateResult } from 'lit';
import { setStyle } from './set-style.js';

/** The drawing of an icon on a grid of 24 × 24: SVG tags with their attributes. */
export type IconShape = readonly (readonly [tag: string, attributes: Readonly<Record<string, string | number | undefined>>])[];

type Attributes = IconShape[number][1];

/** One template a tag: no tag name comes from data, so an icon can never become other markup. */
const DRAW: Readonly<Record<string, (a: Attributes) => TemplateResult<2>>> = {
  path: (a) => svg`<path d=${a['d']} />`,
  line: (a) => svg`<line x1=${a['x1']} y1=${a['y1']} x2=${a['x2']} y2=${a['y2']} />`,
  circle: (a) => svg`<circle cx=${a['cx']} cy=${a['cy']} r=${a['r']} fill=${a['fill'] ?? nothing} />`,
  ellipse: (a) => svg`<ellipse cx=${a['cx']} cy=${a['cy']} rx=${a['rx']} ry=${a['ry']} />`,
  rect: (a) =>
    svg`<rect x=${a['x']} y=${a['y']} width=${a['width']} height=${a['height']} rx=${a['rx'] ?? nothing} ry=${a['ry'] ?? nothing} />`,
  polygon: (a) => svg`<polygon points=${a['points']} />`,
};

/** The tags an icon may be drawn with. */
export const ICON_TAGS: readonly string[] = Object.keys(DRAW);

/**
 * Draws one icon in the colour of the text around it. It is hidden from screen readers: the control it stands in has the words.
 * @param shape From `@yizhangtu/base/icon-shapes`; imported by name, so that a page carries only the icons it shows.
 * @param size Width and height, in px: 16, 20 or 24. Grows with the text size the reader chose.
 */
export function iconSvg(shape: IconShape, size = 16): TemplateResult<1> {
  const length = `calc(${size}px * var(--yzt-text-scale, 1))`;
  return html`<svg class="icon" aria-hidden="true" focusable="false" width=${size} height=${size} viewBox="0 0 24 24"
    fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"
    ${setStyle({ width: length, height: length })}
  >${shape.map(([tag, attributes]) => DRAW[tag]?.(attributes) ?? nothing)}</svg>`;
}
