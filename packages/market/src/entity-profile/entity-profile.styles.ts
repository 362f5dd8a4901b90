import { css } from 'lit';

/** Styles of `<yzt-entity-profile>`. */
export const entityProfileStyles = css`
  :host {
    font-size: var(--yzt-font-size-s);
    font-variant-numeric: tabular-nums;
  }
  h3 {
    margin: 0 0 var(--yzt-space-1);
    font-size: var(--yzt-font-size-l);
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  h4 {
    margin: var(--yzt-space-3) 0 var(--yzt-space-2);
    font-size: var(--yzt-font-size-m);
  }
  .badges {
    display: flex;
    flex-wrap: wrap;
    margin: 0 0 var(--yzt-space-2);
  }
  .badges > * {
    margin: 0 var(--yzt-space-2) 2px 0;
  }
  .risk::before {
    content: '';
    display: inline-block;
    width: 10px;
    height: 10px;
    margin-right: 5px;
    border-radius: 2px;
    background: var(--_class);
    forced-color-adjust: none;
  }
  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    grid-gap: 2px var(--yzt-space-3);
    margin: 0;
  }
  dt,
  .muted {
    color: var(--yzt-color-text-muted);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .wrong,
  .overdue {
    color: var(--yzt-color-danger-text);
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    position: relative;
    padding: 0 0 var(--yzt-space-3) 20px;
  }
  li::before {
    content: '';
    position: absolute;
    left: 3px;
    top: 6px;
    width: 9px;
    height: 9px;
    border: 2px solid var(--yzt-color-accent);
    border-radius: 50%;
    background: var(--yzt-color-surface);
  }
  li::after {
    content: '';
    position: absolute;
    left: 9px;
    top: 19px;
    bottom: -6px;
    width: 1px;
    background: var(--yzt-color-border-strong);
  }
  li:last-child::after {
    display: none;
  }
  li.late::before {
    border-color: var(--yzt-color-danger);
  }
  li p {
    margin: 0;
  }
  .empty,
  .source {
    margin: var(--yzt-space-2) 0 0;
    padding: 0;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
`;
