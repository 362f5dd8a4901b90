import { css } from 'lit';

export const sunburstChartStyles = css`
  .arc-text {
    pointer-events: none;
  }
  .whole {
    cursor: default;
  }
  .whole.back {
    cursor: pointer;
  }
  .hole {
    fill: transparent;
  }
  .whole.back:hover .hole {
    fill: var(--yzt-color-surface-sunken);
  }
  .total {
    font-size: var(--yzt-font-size-l);
    font-weight: 600;
  }
`;
