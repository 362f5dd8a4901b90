import { css } from 'lit';

export const gaugeChartStyles = css`
  .track {
    fill: var(--yzt-color-border);
    opacity: 1;
  }
  .mark {
    fill: var(--yzt-chart-color, var(--yzt-color-accent));
  }
  .band {
    fill: var(--yzt-chart-color, var(--yzt-color-border-strong));
    stroke: var(--yzt-color-surface);
    stroke-width: 1;
  }
  .goal {
    fill: none;
    stroke: var(--yzt-color-text);
    stroke-width: 2.5;
  }
  .goal.under {
    stroke: var(--yzt-color-surface);
    stroke-width: 6;
  }
  svg .figure {
    dominant-baseline: alphabetic;
    font-weight: 700;
  }
  svg .figure .unit {
    fill: var(--yzt-color-text-muted);
    font-weight: 400;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: center;
    margin: 2px 0 0;
    font-size: var(--yzt-font-size-xs);
  }
  .foot > * {
    margin: 2px 5px 0;
  }
  .now .key {
    margin-right: 5px;
    background: var(--yzt-chart-color, var(--yzt-color-border-strong));
  }
  .beyond {
    color: var(--yzt-color-warning-text);
  }
  @media (forced-colors: active) {
    .track,
    .band {
      fill: Canvas;
      stroke: CanvasText;
    }
    .mark {
      fill: Highlight;
    }
    .goal {
      stroke: CanvasText;
    }
  }
`;
