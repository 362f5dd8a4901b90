import { css } from 'lit';

/** Styles of `<yzt-terrain-profile>`. */
export const terrainProfileStyles = css`
  :host {
    font-size: var(--yzt-font-size-s);
  }
  .buttons,
  form {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
  }
  .buttons button,
  form button {
    margin: 0 var(--yzt-space-2) var(--yzt-space-2) 0;
  }
  label {
    display: grid;
    flex: 1 1 12em;
    grid-gap: var(--yzt-space-1);
    min-width: 0;
    margin: 0 var(--yzt-space-2) var(--yzt-space-2) 0;
    color: var(--yzt-color-text-muted);
  }
  textarea {
    box-sizing: border-box;
    width: 100%;
    min-height: var(--yzt-control-height);
    padding: var(--yzt-space-1) var(--yzt-space-2);
    border: 1px solid var(--yzt-color-border-strong);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface);
    color: var(--yzt-color-text);
    font: inherit;
    resize: vertical;
  }
  p {
    margin: 0 0 var(--yzt-space-2);
    color: var(--yzt-color-text-muted);
  }
  .wrong {
    color: var(--yzt-color-danger-text);
  }
  .note {
    margin: var(--yzt-space-1) 0 0;
    font-size: var(--yzt-font-size-xs);
  }
`;
