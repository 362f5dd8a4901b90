import { css } from 'lit';

/** Styles of `<yzt-tide-chart>`. */
export const tideChartStyles = css`
  yzt-line-chart {
    height: 100%;
  }
  .note {
    margin: var(--yzt-space-1) 0 0;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
`;
