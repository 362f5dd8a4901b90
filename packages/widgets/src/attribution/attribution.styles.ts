import { css } from 'lit';

/** Styles of `<yzt-attribution>`. */
export const attributionStyles = css`
  :host {
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
    line-height: 1.6;
  }
  /* One text that runs on: a long source goes on in the next line instead of taking lines of its own. */
  .base > span {
    margin-right: var(--yzt-space-3);
    overflow-wrap: anywhere;
  }
  .approval,
  .time {
    white-space: nowrap;
  }
  .source + .source::before {
    content: ' · ';
  }
  a {
    color: var(--yzt-color-accent-text);
  }
  /* Over the map: a quiet ground so that the words stay readable. */
  :host([slot]) .base {
    display: inline-block;
    padding: 1px 6px;
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface);
  }
`;
