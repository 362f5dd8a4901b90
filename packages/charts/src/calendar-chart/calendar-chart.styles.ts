import { css } from 'lit';

export const calendarChartStyles = css`
  .calendar {
    user-select: none;
  }
  .calendar .mark,
  .classes .key {
    opacity: var(--_strength, 1);
  }
  .calendar .year {
    font-weight: 600;
  }
  .calendar .zero {
    fill: var(--yzt-color-surface-sunken);
    stroke: var(--yzt-color-border-strong);
    stroke-width: 1;
  }
  /* A day without data is only a place. */
  .calendar .missing {
    fill: none;
    stroke: var(--yzt-color-border);
    stroke-width: 1;
    stroke-dasharray: 2 2;
  }
  .calendar .out {
    opacity: 0.3;
  }
  .calendar .border {
    fill: none;
    stroke: var(--yzt-color-text-muted);
    stroke-width: 1;
    stroke-opacity: 0.75;
    shape-rendering: crispEdges;
  }
  .calendar .now {
    fill: none;
    stroke: var(--yzt-color-text);
    stroke-width: 2;
    pointer-events: none;
  }
  .calendar .hit {
    rx: 2px;
  }
  .legend.classes {
    margin: var(--yzt-space-2) 0 0;
    font-variant-numeric: tabular-nums;
  }
  .classes .key {
    background: var(--yzt-chart-color, var(--yzt-color-accent));
  }
  .classes .key.zero {
    box-sizing: border-box;
    border: 1px solid var(--yzt-color-border-strong);
    background: var(--yzt-color-surface-sunken);
  }
  .classes .key.missing {
    box-sizing: border-box;
    border: 1px dashed var(--yzt-color-border-strong);
    background: transparent;
  }
  @media (forced-colors: active) {
    .classes .key {
      background: CanvasText;
      forced-color-adjust: none;
    }
    .classes .key.zero,
    .classes .key.missing {
      border-color: CanvasText;
      background: Canvas;
    }
    .calendar .now {
      stroke: Highlight;
    }
    .calendar .zero,
    .calendar .missing,
    .calendar .border {
      stroke: CanvasText;
    }
  }
`;
