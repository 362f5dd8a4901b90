import { css } from 'lit';

/** Styles of `<yzt-attribution>`. */
export const attributionStyles = css`
  :host {
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
    line-height: 1.6;
  }
  .base {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin: 0 calc(var(--yzt-space-2) * -1);
  }
  .base > span {
    margin: 0 var(--yzt-space-2);
    overflow-wrap: anywhere;
  }
  .approval {
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
    display: inline-flex;
    margin: 0;
    padding: 1px 2px;
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface);
  }
`;
