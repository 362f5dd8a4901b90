import { css } from 'lit';

export const timelineChartStyles = css`
  /* A finger that goes sideways selects, one that goes up or down scrolls the page. */
  .timeline {
    touch-action: pan-y;
    user-select: none;
  }
  .lane {
    fill: transparent;
  }
  .lane.odd {
    fill: var(--yzt-color-text);
    fill-opacity: 0.03;
  }
  .mark {
    stroke: var(--yzt-color-surface);
    stroke-width: 1;
  }
  .mark.long {
    fill-opacity: 0.32;
    stroke: var(--yzt-chart-color, var(--yzt-color-accent));
  }
  .mark.many {
    stroke: var(--yzt-color-text);
    stroke-width: 1.5;
  }
  svg .name {
    font-size: var(--yzt-font-size-xs);
  }
  .ring {
    fill: none;
    stroke: var(--yzt-color-text);
    stroke-width: 2;
    pointer-events: none;
  }
  .ring.chosen {
    stroke: var(--yzt-color-accent-text);
    stroke-width: 2.5;
  }
  .count {
    fill: var(--yzt-color-text-muted);
    fill-opacity: 0.55;
  }
  .choose {
    fill: transparent;
    cursor: crosshair;
  }
  .selection {
    stroke: var(--yzt-color-accent);
    stroke-width: 1;
  }
  @media (forced-colors: active) {
    .lane.odd {
      fill: Canvas;
    }
    .mark.long {
      stroke: CanvasText;
    }
    .count {
      fill: CanvasText;
      forced-color-adjust: none;
    }
    .ring {
      stroke: CanvasText;
    }
    .ring.now,
    .ring.chosen {
      stroke: Highlight;
    }
  }
`;
