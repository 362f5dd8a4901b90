/** Small pictures of base maps, drawn here: a picker asks no service for a thumbnail. */
import { css, svg, type SVGTemplateResult } from 'lit';
import type { BasemapOption } from '@yizhangtu/map/basemap';

const COAST = 'M0 0H46C43 8 50 12 46 19C42 26 50 30 45 40H0Z';

const land = svg`<rect class="sea" width="64" height="40" /><path class="land" d=${COAST} />`;

const PICTURES: Readonly<Record<BasemapOption['look'], SVGTemplateResult>> = {
  land,
  vec: svg`${land}<path class="road wide" d="M-2 14L22 18L31 42" /><path class="road" d="M22 18L46 12M8 -2L11 42" />`,
  img: svg`<rect class="deep" width="64" height="40" /><path class="green" d=${COAST} /><path class="field" d="M6 6L18 4L20 14L8 16ZM24 22L36 20L37 30L25 33Z" /><path class="dark" d="M22 4L38 3L36 14L24 16ZM4 22L18 20L19 35L6 37Z" />`,
  ter: svg`${land}<path class="dark" d="M4 34L14 12L20 34ZM18 34L30 6L40 34Z" /><path class="lit" d="M4 34L14 12L13 34ZM18 34L30 6L28 34Z" />`,
  none: svg`<rect class="blank" width="64" height="40" /><path class="line" d="M20 8L44 32M44 8L20 32" />`,
  own: svg`<rect class="blank" width="64" height="40" /><path class="line" d="M32 8L50 16L32 24L14 16ZM16 22L32 30L48 22" />`,
};

/** The picture of a base map. It says nothing that the words beside it do not say. */
export function preview(look: BasemapOption['look']): SVGTemplateResult {
  return svg`<svg class="preview" viewBox="0 0 64 40" preserveAspectRatio="xMidYMid slice" aria-hidden="true">${PICTURES[look]}</svg>`;
}

export const previewStyles = css`
  .preview {
    display: block;
    width: 100%;
    height: 100%;
  }
  .sea {
    fill: var(--yzt-map-sea);
  }
  .land {
    fill: var(--yzt-map-land);
    stroke: var(--yzt-map-coast);
  }
  .road {
    fill: none;
    stroke: var(--yzt-map-boundary);
    stroke-width: 1.5;
  }
  .road.wide {
    stroke: var(--yzt-data-2);
    stroke-width: 2.5;
  }
  .deep {
    fill: var(--yzt-data-1);
    opacity: 0.55;
  }
  .green {
    fill: var(--yzt-data-3);
    opacity: 0.6;
  }
  .field {
    fill: var(--yzt-data-2);
    opacity: 0.45;
  }
  .dark {
    fill: var(--yzt-map-label);
    opacity: 0.4;
  }
  .lit {
    fill: var(--yzt-map-land);
    opacity: 0.7;
  }
  .blank {
    fill: var(--yzt-color-surface-sunken);
  }
  .line {
    fill: none;
    stroke: var(--yzt-color-text-muted);
    stroke-width: 1.5;
    stroke-linejoin: round;
  }
`;
