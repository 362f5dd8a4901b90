import { css } from 'lit';

/** Styles of `<yzt-appearance>`. */
export const appearanceStyles = css`
  :host {
    display: inline-block;
    font-size: var(--yzt-font-size-s);
  }
  .base {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    margin: -2px;
  }
  .base > * {
    margin: 2px 4px;
  }
  .choice {
    display: inline-flex;
  }
  .choice button {
    min-width: var(--yzt-control-height);
    padding: 0 var(--yzt-space-2);
    border-color: var(--yzt-color-border);
    border-radius: 0;
    font-size: inherit;
  }
  .choice button + button {
    margin-left: -1px;
  }
  .choice button:first-child {
    border-radius: var(--yzt-radius-s) 0 0 var(--yzt-radius-s);
  }
  .choice button:last-child {
    border-radius: 0 var(--yzt-radius-s) var(--yzt-radius-s) 0;
  }
  .choice button[aria-pressed='true'] {
    z-index: 1;
    border-color: var(--yzt-color-accent);
  }
  .choice button:focus {
    z-index: 2;
  }
  select {
    min-height: var(--yzt-control-height);
    padding: 0 var(--yzt-space-1);
    border: 1px solid var(--yzt-color-border);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface);
    color: inherit;
    font: inherit;
  }
  /* The three signs keep their steps and grow a little with the text, so that they never look smaller than their neighbours. */
  .size-100 {
    font-size: calc(8px + 4px * var(--yzt-text-scale, 1));
  }
  .size-150 {
    font-size: calc(10px + 5px * var(--yzt-text-scale, 1));
  }
  .size-200 {
    font-size: calc(12px + 6px * var(--yzt-text-scale, 1));
  }
  @media (forced-colors: active) {
    .choice button[aria-pressed='true'] {
      border-width: 2px;
    }
  }
`;
