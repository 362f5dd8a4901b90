import { css } from 'lit';

/** Vertical groups of tool buttons over the map. */
export const toolStyles = css`
  :host {
    display: inline-block;
  }
  .base {
    display: inline-grid;
    overflow: hidden;
    border: 1px solid var(--yzt-color-border);
    border-radius: var(--yzt-radius-m);
    background: var(--yzt-color-surface);
    box-shadow: var(--yzt-shadow-panel);
  }
  .base > button {
    min-width: calc(var(--yzt-control-height) + 4px);
    min-height: calc(var(--yzt-control-height) + 4px);
    padding: 0;
    border: 0;
    border-radius: 0;
  }
  .base > button + button {
    border-top: 1px solid var(--yzt-color-border);
  }
  .base > button:focus {
    outline-offset: -3px;
  }
`;
