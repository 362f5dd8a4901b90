import { css } from 'lit';

export const scatterChartStyles = css`
  .plot {
    min-height: var(--yzt-scatter-chart-height, 22em);
  }
  .layer {
    position: absolute;
    top: 0;
    left: 0;
  }
  /* What the canvas draws with. */
  canvas.layer {
    color: var(--yzt-chart-color, var(--yzt-color-accent));
  }
  /* A finger that goes sideways selects, one that goes up or down scrolls the page. */
  .over {
    touch-action: pan-y;
    user-select: none;
  }
  .over .hit {
    cursor: crosshair;
  }
  .dot {
    fill: var(--yzt-chart-color, var(--yzt-color-accent));
    fill-opacity: 0.6;
    stroke: var(--yzt-color-surface);
    stroke-width: 0.5;
  }
  .cells {
    fill: var(--yzt-chart-color, var(--yzt-color-accent));
    shape-rendering: crispEdges;
  }
  .dot.out {
    fill-opacity: 0.15;
  }
  .ring {
    fill: none;
    stroke: var(--yzt-color-text);
    stroke-width: 2;
    pointer-events: none;
  }
  .ring.chosen {
    stroke: var(--yzt-color-accent-text);
  }
  .ring.size {
    stroke: var(--yzt-color-text-muted);
    stroke-width: 1;
  }
  .trend {
    fill: none;
    stroke: var(--yzt-color-text);
    stroke-width: 1.5;
  }
  .over .selection {
    stroke: var(--yzt-color-accent);
    stroke-width: 1;
    cursor: crosshair;
  }
  .key.round {
    border-radius: 50%;
  }
  .legend.sizes {
    align-items: center;
    margin: var(--yzt-space-1) 0 0;
  }
  .sizes svg {
    margin-right: 6px;
  }
  @media (forced-colors: active) {
    .dot {
      fill: CanvasText;
      stroke: Canvas;
      forced-color-adjust: none;
    }
    .cells {
      fill: CanvasText;
      forced-color-adjust: none;
    }
    .ring,
    .trend {
      stroke: CanvasText;
    }
    .ring.now,
    .ring.chosen {
      stroke: Highlight;
    }
    .key.round {
      border: 1px solid CanvasText;
    }
  }
`;
