import { css } from 'lit';

export const sankeyChartStyles = css`
  .mark {
    stroke: var(--yzt-color-border-strong);
    stroke-width: 0.75;
  }
  /* Official colours may be as pale as the paper: a thin rim keeps every flow visible. */
  .flow {
    fill-opacity: 0.5;
    stroke-opacity: 0.4;
  }
  .bar:hover .flow,
  .bar.near .flow,
  .bar.pressed .flow {
    fill-opacity: 0.85;
    stroke-opacity: 1;
  }
  .bar:hover .hit,
  .bar.near .hit {
    fill-opacity: 0;
  }
  .side {
    fill: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
  svg .figure {
    fill: var(--yzt-color-text-muted);
  }
  .unchanged {
    margin: var(--yzt-space-2) 0 0;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
  @media (forced-colors: active) {
    .mark {
      stroke: CanvasText;
    }
    .flow {
      fill: GrayText;
    }
  }
`;
