import { css } from 'lit';

export const barChartStyles = css`
  :host([orientation='vertical']) .plot {
    min-height: var(--yzt-bar-chart-height, 14em);
  }
  :host([orientation='vertical']) svg {
    position: absolute;
    top: 0;
    left: 0;
  }
  .break {
    fill: none;
    stroke: var(--yzt-color-surface);
    stroke-width: 2;
  }
  .value {
    font-weight: 500;
  }
`;
