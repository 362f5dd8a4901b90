import { css } from 'lit';

export const pieChartStyles = css`
  /* The gap between slices is the paper. */
  .mark {
    stroke: var(--yzt-color-surface);
    stroke-width: 1.5;
    stroke-linejoin: round;
  }
  .leader {
    fill: none;
    stroke: var(--yzt-color-border-strong);
    stroke-width: 1;
  }
  svg .note {
    fill: var(--yzt-color-text-muted);
  }
  .share {
    font-weight: 600;
  }
  .total {
    font-size: var(--yzt-font-size-xl);
    font-weight: 600;
  }
  .whole {
    pointer-events: none;
  }
  @media (forced-colors: active) {
    .mark {
      stroke: Canvas;
    }
    svg .note {
      fill: CanvasText;
    }
  }
`;
