import { css } from 'lit';

/** Styles of `<yzt-print-tool>`. */
export const printToolStyles = css`
  dialog {
    width: min(960px, 100vw - 32px);
    max-height: calc(100vh - 32px);
    padding: 0;
    overflow: auto;
    border: 1px solid var(--yzt-color-border);
    border-radius: var(--yzt-radius-m);
    background: var(--yzt-color-surface-raised);
    color: var(--yzt-color-text);
    box-shadow: var(--yzt-shadow-popover);
  }
  dialog::backdrop {
    background: rgba(0, 0, 0, 0.45);
  }
  .head {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    padding: var(--yzt-space-2) var(--yzt-space-2) var(--yzt-space-2) var(--yzt-space-4);
    border-bottom: 1px solid var(--yzt-color-border);
  }
  h2 {
    margin: 0;
    font-size: var(--yzt-font-size-l);
    font-weight: 600;
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 280px;
    grid-gap: var(--yzt-space-4);
    padding: var(--yzt-space-4);
  }
  .preview {
    display: grid;
    align-content: center;
    justify-items: center;
    min-height: 240px;
    padding: var(--yzt-space-3);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface-sunken);
  }
  .preview canvas {
    max-width: 100%;
    max-height: 60vh;
    border: 1px solid var(--yzt-color-border);
    background: #ffffff;
  }
  .preview.busy canvas {
    opacity: 0.5;
  }
  form {
    display: grid;
    grid-gap: var(--yzt-space-3);
    align-content: start;
    margin: 0;
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    grid-gap: var(--yzt-space-3);
  }
  label {
    display: grid;
    grid-gap: 2px;
    font-size: var(--yzt-font-size-s);
    color: var(--yzt-color-text-muted);
  }
  label.tick {
    grid-template-columns: auto 1fr;
    grid-gap: var(--yzt-space-2);
    align-items: center;
    min-height: var(--yzt-control-height);
    color: var(--yzt-color-text);
  }
  input,
  select {
    width: 100%;
    min-height: var(--yzt-control-height);
    padding: 0 var(--yzt-space-2);
    border: 1px solid var(--yzt-color-border-strong);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface);
    color: var(--yzt-color-text);
    font: inherit;
    font-size: var(--yzt-font-size-m);
  }
  input[type='checkbox'] {
    width: 16px;
    min-height: 16px;
    height: 16px;
    margin: 0;
  }
  .wrong {
    margin: 0;
    color: var(--yzt-color-danger-text);
    font-size: var(--yzt-font-size-s);
  }
  .notes {
    grid-column: 1 / -1;
    display: grid;
    grid-gap: var(--yzt-space-2);
  }
  .notes p {
    margin: 0;
    font-size: var(--yzt-font-size-s);
  }
  .notes .notice {
    display: grid;
    grid-template-columns: 1fr auto;
    grid-gap: var(--yzt-space-3);
    align-items: center;
  }
  .foot {
    display: grid;
    grid-auto-flow: column;
    grid-gap: var(--yzt-space-2);
    justify-content: end;
    padding: var(--yzt-space-3) var(--yzt-space-4);
    border-top: 1px solid var(--yzt-color-border);
    position: sticky;
    bottom: 0;
    background: var(--yzt-color-surface-raised);
  }
  @media (max-width: 700px) {
    dialog {
      width: 100vw;
      max-width: 100vw;
      max-height: 100vh;
      height: 100vh;
      border: 0;
      border-radius: 0;
    }
    .body {
      grid-template-columns: minmax(0, 1fr);
    }
    .preview {
      min-height: 180px;
    }
    .preview canvas {
      max-height: 38vh;
    }
    .foot {
      grid-auto-columns: 1fr;
      justify-content: stretch;
    }
  }
`;
