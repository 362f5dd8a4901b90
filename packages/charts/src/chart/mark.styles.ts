import { css } from 'lit';

/** Shared by all charts: marks, their states, grid lines and axes. */
export const markStyles = css`
  svg {
    display: block;
    overflow: visible;
  }
  /* A drawing fills the height the page gives; the space before it is the least it needs, so that it never measures itself. */
  .space + svg {
    position: absolute;
    top: 0;
    left: 0;
  }
  svg text {
    fill: var(--yzt-color-text);
    dominant-baseline: central;
    pointer-events: none;
  }
  svg text.muted {
    fill: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
  .grid {
    stroke: var(--yzt-map-graticule);
    stroke-width: 1;
    shape-rendering: crispEdges;
  }
  .baseline {
    stroke: var(--yzt-color-border-strong);
    stroke-width: 1;
    shape-rendering: crispEdges;
  }
  .tick {
    stroke: var(--yzt-color-border-strong);
    stroke-width: 1;
    shape-rendering: crispEdges;
  }
  .mark {
    fill: var(--yzt-chart-color, var(--yzt-color-accent));
    transition: opacity var(--yzt-duration) var(--yzt-easing);
  }
  /* Pieces of one bar, told apart also where colours are alike. */
  .segment {
    stroke: var(--yzt-color-surface);
    stroke-width: 1;
  }
  .segment.out {
    opacity: 0.25;
  }
  .target {
    stroke: var(--yzt-color-text);
    stroke-width: 1.5;
    stroke-dasharray: 4 3;
  }
  /* Words that may stand over marks. */
  svg text.halo {
    paint-order: stroke;
    stroke: var(--yzt-color-surface);
    stroke-width: 3px;
    stroke-linejoin: round;
  }
  .track {
    fill: var(--yzt-map-graticule);
    opacity: 0.7;
  }
  .hit {
    fill: transparent;
    stroke: none;
    rx: 4px;
  }
  .hit {
    outline: none;
  }
  .hit[role='button'] {
    cursor: pointer;
  }
  .bar:hover .hit,
  .bar.near .hit {
    fill: var(--yzt-color-text);
    fill-opacity: 0.06;
  }
  .hit:focus {
    stroke: var(--yzt-color-focus);
    stroke-width: 2;
  }
  .hit:focus:not(:focus-visible) {
    stroke: none;
  }
  .bar.faded .mark {
    opacity: 0.32;
  }
  /* A period that is still running: an outline that is not closed for good. */
  .bar.partial .mark {
    fill-opacity: 0.3;
    stroke: var(--yzt-chart-color, var(--yzt-color-accent));
    stroke-width: 1;
    stroke-dasharray: 3 2;
  }
  .bar.faded text,
  svg text.faded {
    fill: var(--yzt-color-text-muted);
  }
  .bar.pressed text,
  svg text.pressed {
    font-weight: 600;
  }
  @media (prefers-reduced-motion: reduce) {
    .mark {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .mark {
      fill: CanvasText;
      forced-color-adjust: none;
    }
    .bar.pressed .mark {
      fill: Highlight;
    }
    .bar.faded .mark {
      opacity: 1;
      fill: GrayText;
    }
    svg text {
      fill: CanvasText;
    }
  }
`;
