import { css } from 'lit';

export const openFileStyles = css`
  [part='base'] {
    display: grid;
    grid-gap: var(--yzt-space-3);
    padding: var(--yzt-space-3);
    border: 1px dashed var(--yzt-color-border-strong);
    border-radius: var(--yzt-radius-m);
    background: var(--yzt-color-surface);
  }
  [part='base'].over {
    border-color: var(--yzt-color-accent);
    background: var(--yzt-color-accent-soft);
  }
  .ask {
    display: grid;
    grid-template-columns: auto 1fr;
    grid-gap: var(--yzt-space-1) var(--yzt-space-3);
    align-items: center;
  }
  .ask p {
    margin: 0;
    min-width: 0;
  }
  .formats {
    grid-column: 1 / -1;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
  ul {
    display: grid;
    grid-gap: var(--yzt-space-2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .file {
    display: grid;
    grid-gap: var(--yzt-space-1);
    min-width: 0;
    padding-top: var(--yzt-space-2);
    border-top: 1px solid var(--yzt-color-border);
  }
  .file p {
    margin: 0;
  }
  .head {
    display: grid;
    grid-template-columns: 1fr auto;
    grid-gap: var(--yzt-space-2);
    align-items: center;
  }
  .name {
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  progress {
    width: 100%;
    height: 6px;
    accent-color: var(--yzt-color-accent);
  }
  .facts,
  .notes {
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
    overflow-wrap: anywhere;
  }
  p.notes {
    margin: 0;
  }
  ul.notes {
    grid-gap: 0;
    padding-left: 1.2em;
    list-style: disc;
  }
  summary {
    color: var(--yzt-color-accent-text);
    font-size: var(--yzt-font-size-s);
    cursor: pointer;
  }
  .choices {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    grid-gap: var(--yzt-space-2);
    align-items: center;
    padding-top: var(--yzt-space-2);
    font-size: var(--yzt-font-size-s);
  }
  .choices label {
    display: contents;
  }
  select {
    /* Not inherited: between a details element and its content stands a box of the browser. */
    box-sizing: border-box;
    min-width: 0;
    width: 100%;
    min-height: var(--yzt-control-height);
    padding: 0 var(--yzt-space-2);
    border: 1px solid var(--yzt-color-border-strong);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface);
    color: inherit;
    font: inherit;
  }
  .zone {
    position: fixed;
    z-index: 1000;
    display: grid;
    align-items: center;
    justify-content: center;
    border: 3px dashed var(--yzt-color-accent);
    border-radius: var(--yzt-radius-m);
    pointer-events: none;
  }
  .zone span {
    padding: var(--yzt-space-2) var(--yzt-space-4);
    border-radius: var(--yzt-radius-m);
    background: var(--yzt-color-accent);
    color: var(--yzt-color-text-on-accent);
  }
`;
