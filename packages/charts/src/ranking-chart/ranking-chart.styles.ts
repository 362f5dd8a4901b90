import { css } from 'lit';

export const rankingChartStyles = css`
  .rank {
    fill: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
  .value {
    font-weight: 600;
  }
`;
