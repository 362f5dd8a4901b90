import { css } from 'lit';

export const treemapChartStyles = css`
  /* A class that holds others is a frame with a name; the colours are theirs. */
  .frame {
    fill: var(--yzt-color-surface-sunken);
    stroke: none;
  }
  .head {
    font-weight: 600;
  }
  .value {
    font-size: var(--yzt-font-size-xs);
  }
`;
