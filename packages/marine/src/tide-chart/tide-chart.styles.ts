import { css } from 'lit';

/** Styles of `<yzt-tide-chart>`. */
export const tideChartStyles = css`
  /* In a place of a given height the chart takes what the sentence leaves. */
  :host {
    display: flex;
    flex-direction: column;
  }
  yzt-line-chart {
    flex: 1 1 auto;
    min-height: 0;
  }
  .note {
    margin: var(--yzt-space-1) 0 0;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
`;
