import { css } from 'lit';

/** Shared by every element that shows something: box model, type, colour. */
export const hostStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    font-family: var(--yzt-font-family);
    font-size: var(--yzt-font-size-m);
    line-height: 1.5;
    color: var(--yzt-color-text);
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
`;

/** Focus ring for everything that takes focus. `:focus` first: `:focus-visible` came with Chromium 86. */
export const focusStyles = css`
  :focus {
    outline: 2px solid var(--yzt-color-focus);
    outline-offset: 2px;
  }
  :focus:not(:focus-visible) {
    outline: none;
  }
`;

/** Buttons: plain, `.primary`, `.icon`. 32 px at a desk, 28 compact, 44 by touch, through one token. */
export const buttonStyles = css`
  button {
    display: inline-grid;
    grid-auto-flow: column;
    grid-gap: var(--yzt-space-1);
    align-items: center;
    justify-content: center;
    min-height: var(--yzt-control-height);
    margin: 0;
    padding: 0 var(--yzt-space-3);
    border: 1px solid var(--yzt-color-border-strong);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface);
    color: inherit;
    font: inherit;
    cursor: pointer;
    transition: background var(--yzt-duration) var(--yzt-easing);
  }
  button:hover {
    background: var(--yzt-color-surface-sunken);
  }
  button[aria-pressed='true'] {
    border-color: var(--yzt-color-accent);
    background: var(--yzt-color-accent-soft);
    color: var(--yzt-color-accent-text);
  }
  button.primary {
    border-color: var(--yzt-color-accent);
    background: var(--yzt-color-accent);
    color: var(--yzt-color-text-on-accent);
  }
  button.primary:hover {
    background: var(--yzt-color-accent-hover);
  }
  button.icon {
    min-width: var(--yzt-control-height);
    padding: 0;
    border-color: transparent;
    background: transparent;
  }
  button.icon:hover {
    background: var(--yzt-color-surface-sunken);
  }
  button:disabled {
    color: var(--yzt-color-text-muted);
    cursor: not-allowed;
  }
`;

/** Text for screen readers only. */
export const hiddenTextStyles = css`
  .hidden-text {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip: rect(0 0 0 0);
    white-space: nowrap;
  }
`;
