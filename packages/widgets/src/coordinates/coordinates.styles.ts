import { css } from 'lit';

/** Styles of `<yzt-coordinates>`. */
export const coordinatesStyles = css`
  :host {
    display: inline-block;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
  .base {
    display: inline-flex;
    align-items: center;
    white-space: nowrap;
  }
  button {
    min-height: 24px;
    padding: 0 4px;
    border: 0;
    background: transparent;
    color: inherit;
    font-size: inherit;
  }
  button.icon {
    min-width: 24px;
  }
  .value {
    font-variant-numeric: tabular-nums;
    user-select: text;
    -webkit-user-select: text;
  }
  .what {
    margin-right: 2px;
  }
  @media (pointer: coarse) {
    button,
    button.icon {
      min-width: var(--yzt-control-height);
      min-height: var(--yzt-control-height);
    }
  }
`;
