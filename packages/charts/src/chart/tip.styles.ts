import { css } from 'lit';

/** The tooltip of a chart: over its point, and where that has no room below it or to one side. */
export const tipStyles = css`
  .tip {
    position: absolute;
    z-index: 2;
    display: grid;
    grid-gap: 2px;
    width: max-content;
    max-width: 240px;
    padding: 6px 10px;
    border: 1px solid var(--yzt-color-border);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface-raised);
    box-shadow: var(--yzt-shadow-popover);
    font-size: var(--yzt-font-size-xs);
    pointer-events: none;
    transform: translate(var(--_tip-x, -50%), var(--_tip-y, calc(-100% - 10px)));
  }
  .tip.start {
    --_tip-x: -12px;
  }
  .tip.end {
    --_tip-x: calc(-100% + 12px);
  }
  .tip.below {
    --_tip-y: 16px;
  }
  .tip-line {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    grid-column-gap: 6px;
    align-items: center;
  }
  .tip-line b {
    grid-column: 3;
    padding-left: var(--yzt-space-2);
    font-weight: 600;
    text-align: right;
  }
`;
