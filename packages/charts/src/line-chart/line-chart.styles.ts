import { css } from 'lit';

export const lineChartStyles = css`
  .plot {
    min-height: var(--yzt-line-chart-height, 15em);
  }
  .lines {
    position: absolute;
    top: 0;
    left: 0;
    /* A finger that goes sideways selects, one that goes up or down scrolls the page. */
    touch-action: pan-y;
  }
  .line {
    fill: none;
    stroke: var(--yzt-chart-color, var(--yzt-color-accent));
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .dense .line {
    stroke-width: 1.25;
  }
  .line.forecast {
    stroke-dasharray: 2 5;
  }
  .area {
    fill: var(--yzt-chart-color, var(--yzt-color-accent));
    opacity: 0.16;
  }
  .area.solid {
    opacity: 0.82;
  }
  .series.out,
  .name.out {
    opacity: 0.3;
  }
  .area.out {
    opacity: 0.06;
  }
  .dot {
    fill: var(--yzt-chart-color, var(--yzt-color-accent));
    stroke: var(--yzt-color-surface);
    stroke-width: 1.5;
  }
  .threshold {
    stroke: var(--yzt-chart-color, var(--yzt-color-text));
    stroke-width: 1.5;
    stroke-dasharray: 6 3;
  }
  .now {
    stroke: var(--yzt-color-border-strong);
    stroke-width: 1;
  }
  .name-key {
    stroke: var(--yzt-chart-color, var(--yzt-color-accent));
    stroke-width: 3;
  }
  .name-key.level {
    stroke: var(--yzt-chart-color, var(--yzt-color-text));
    stroke-width: 2;
    stroke-dasharray: 5 2;
  }
  .extreme {
    font-size: var(--yzt-font-size-xs);
    font-weight: 600;
  }
  .crosshair line {
    stroke: var(--yzt-color-text-muted);
    stroke-width: 1;
  }
  .crosshair.near line {
    stroke-dasharray: 2 3;
  }
  .crosshair .dot {
    stroke-width: 2;
  }
  .lines .hit[data-cursor] {
    cursor: crosshair;
  }
  @media (forced-colors: active) {
    .line,
    .threshold,
    .name-key {
      stroke: CanvasText;
    }
    .series.out .line {
      stroke: GrayText;
    }
    .dot {
      fill: CanvasText;
    }
  }
`;
