import { css } from 'lit';

/** Styles of `<yzt-profile-chart>`. */
export const profileChartStyles = css`
  /* In a place of a given height the chart takes what the words leave. */
  :host {
    display: flex;
    flex-direction: column;
  }
  [part='base'] {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-height: 0;
  }
  yzt-line-chart {
    flex: 1 1 auto;
    min-height: 0;
    --yzt-line-chart-height: var(--yzt-profile-chart-height, 11em);
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    margin: 0 0 var(--yzt-space-1);
    font-size: var(--yzt-font-size-s);
  }
  dl > div {
    display: flex;
    margin: 0 var(--yzt-space-4) var(--yzt-space-1) 0;
  }
  dt {
    margin-right: var(--yzt-space-1);
    color: var(--yzt-color-text-muted);
  }
  dd {
    margin: 0;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .here,
  .note {
    margin: var(--yzt-space-1) 0 0;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
  /* The line keeps its height, so that nothing moves under the pointer. */
  .here {
    min-height: 1.6em;
    color: var(--yzt-color-text);
    font-variant-numeric: tabular-nums;
  }
`;
