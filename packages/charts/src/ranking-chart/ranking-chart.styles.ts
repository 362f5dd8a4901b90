import { css } from 'lit';

export const rankingChartStyles = css`
  .rank {
    fill: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
  .value {
    font-weight: 600;
  }
  .target {
    stroke: var(--yzt-color-text);
    stroke-width: 1.5;
    stroke-dasharray: 4 3;
  }
`;
