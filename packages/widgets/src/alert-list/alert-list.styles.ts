import { css } from 'lit';

/** Styles of `<yzt-alert-list>`. */
export const alertListStyles = css`
  :host {
    display: flex;
    flex-direction: column;
  }
  .base {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .levels {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    padding-bottom: var(--yzt-space-2);
    border-bottom: 1px solid var(--yzt-color-border);
  }
  .level {
    flex: 1 1 calc(25% - 4px);
    min-width: calc(58px * var(--yzt-text-scale, 1));
    margin: 2px 4px 2px 0;
    padding: 0 2px;
    white-space: nowrap;
    border-color: var(--yzt-color-border);
    font-size: var(--yzt-font-size-s);
  }
  .level b {
    font-variant-numeric: tabular-nums;
  }
  .level.none {
    color: var(--yzt-color-text-muted);
  }
  .dot {
    width: 10px;
    height: 10px;
    border: 1px solid var(--yzt-color-border-strong);
    border-radius: 2px;
    background: var(--_level);
    forced-color-adjust: none;
  }
  ol {
    flex: 1;
    min-height: 0;
    margin: 0;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }
  li {
    border-bottom: 1px solid var(--yzt-color-border);
  }
  .alert {
    display: block;
    width: 100%;
    padding: var(--yzt-space-2);
    border: 0;
    border-left: 4px solid var(--_level);
    border-radius: 0;
    background: transparent;
    text-align: start;
  }
  .alert:focus {
    outline-offset: -2px;
  }
  .alert.hovered {
    background: var(--yzt-color-surface-sunken);
  }
  .alert[aria-pressed='true'] {
    border-color: var(--_level);
    background: var(--yzt-color-accent-soft);
    color: inherit;
  }
  .line {
    display: flex;
    align-items: center;
  }
  .word {
    display: inline-flex;
    flex: none;
    align-items: center;
    margin-right: var(--yzt-space-2);
    padding: 1px 6px;
    border-radius: var(--yzt-radius-s);
    background: var(--_tint);
    color: var(--yzt-color-text);
    font-size: var(--yzt-font-size-s);
    font-weight: 600;
  }
  .word .dot {
    margin-right: 5px;
  }
  .title {
    flex: 1;
    min-width: 0;
    font-weight: 600;
  }
  .status {
    flex: none;
    margin-left: var(--yzt-space-2);
  }
  .meta {
    display: block;
    margin-top: 2px;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
    font-variant-numeric: tabular-nums;
  }
  /* Behind what it parts: no line begins with it. */
  .meta > span:not(:last-child)::after {
    content: '\\00a0·';
  }
  .lifted .title,
  .lifted .word {
    color: var(--yzt-color-text-muted);
    font-weight: 400;
  }
  .lifted .word {
    background: var(--yzt-color-surface-sunken);
  }
  .lifted {
    border-left-color: var(--yzt-color-border-strong);
  }
  .more {
    padding: var(--yzt-space-2);
    text-align: center;
  }
  @media (forced-colors: active) {
    .alert[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
