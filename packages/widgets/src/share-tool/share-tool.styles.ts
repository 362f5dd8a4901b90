import { css } from 'lit';

/** Styles of `<yzt-share-tool>`. */
export const shareToolStyles = css`
  :host {
    position: relative;
  }
  .said {
    position: absolute;
    top: 0;
    right: calc(100% + var(--yzt-space-2));
    display: grid;
    grid-gap: var(--yzt-space-1);
    min-height: calc(var(--yzt-control-height) + 6px);
    align-content: center;
    padding: var(--yzt-space-1) var(--yzt-space-3);
    border: 1px solid var(--yzt-color-border);
    border-radius: var(--yzt-radius-m);
    background: var(--yzt-color-surface-raised);
    box-shadow: var(--yzt-shadow-panel);
    width: max-content;
    max-width: calc(100vw - 120px);
    font-size: var(--yzt-font-size-s);
  }
  .said label {
    display: grid;
    grid-gap: var(--yzt-space-1);
  }
  .said input {
    width: 240px;
    max-width: 100%;
    padding: var(--yzt-space-1);
    border: 1px solid var(--yzt-color-border-strong);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface);
    color: inherit;
    font: inherit;
  }
`;
