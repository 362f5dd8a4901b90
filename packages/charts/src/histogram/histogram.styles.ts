import { css } from 'lit';

export const histogramStyles = css`
  .plot {
    min-height: var(--yzt-histogram-height, 12em);
  }
  .bins {
    position: absolute;
    top: 0;
    left: 0;
    /* A finger that goes sideways selects, one that goes up or down scrolls the page. */
    touch-action: pan-y;
  }
  .whole {
    fill: var(--yzt-color-border);
  }
  .bin.out .mark {
    opacity: 0.35;
  }
  /* The palest class stands out from the paper too. */
  .mark.classed {
    stroke: var(--yzt-color-border-strong);
    stroke-width: 0.75;
  }
  .value-mark {
    stroke: var(--yzt-color-text);
    stroke-width: 1.5;
    stroke-dasharray: 4 3;
    pointer-events: none;
  }
  .bin.near .mark {
    opacity: 0.82;
  }
  .bins .hit[data-cursor] {
    cursor: crosshair;
  }
  @media (forced-colors: active) {
    .whole {
      fill: GrayText;
      forced-color-adjust: none;
    }
    .bin.out .mark {
      opacity: 1;
      fill: GrayText;
    }
  }
`;
