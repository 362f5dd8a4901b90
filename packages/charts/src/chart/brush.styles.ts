import { css } from 'lit';

/** Shared by charts whose axis can be selected from. */
export const brushStyles = css`
  .selection {
    fill: var(--yzt-color-accent);
    fill-opacity: 0.07;
    cursor: grab;
  }
  .veil {
    fill: var(--yzt-color-surface);
    fill-opacity: 0.65;
    pointer-events: none;
  }
  .handle line {
    stroke: var(--yzt-color-accent);
    stroke-width: 1;
    pointer-events: none;
  }
  .knob {
    fill: var(--yzt-color-surface);
    stroke: var(--yzt-color-accent);
    stroke-width: 1.5;
    pointer-events: none;
  }
  .grip {
    cursor: ew-resize;
  }
  @media (forced-colors: active) {
    .selection {
      fill: Highlight;
      forced-color-adjust: none;
    }
    .handle line,
    .knob {
      stroke: CanvasText;
    }
  }
`;
