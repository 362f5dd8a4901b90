import { css } from 'lit';

export const sparklineStyles = css`
  :host {
    width: 100%;
    height: var(--yzt-sparkline-height, 28px);
    color: var(--yzt-chart-color, var(--yzt-color-accent));
  }
  svg {
    display: block;
    overflow: visible;
  }
  .line {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .area {
    fill: currentColor;
    opacity: 0.1;
  }
  .last {
    fill: currentColor;
    stroke: var(--yzt-color-surface);
    stroke-width: 1.5;
  }
  @media (forced-colors: active) {
    :host {
      color: CanvasText;
    }
  }
`;
