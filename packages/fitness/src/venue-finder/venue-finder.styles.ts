import { css } from 'lit';

/** Styles of `<yzt-venue-finder>`. */
export const venueFinderStyles = css`
  :host {
    font-size: var(--yzt-font-size-s);
    font-variant-numeric: tabular-nums;
  }
  .where,
  .choices,
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin: 0 calc(-1 * var(--yzt-space-1)) var(--yzt-space-2);
  }
  .where > *,
  .choices > * {
    margin: 2px var(--yzt-space-1);
  }
  form {
    display: flex;
    flex: 1 1 160px;
    min-width: 0;
  }
  form input {
    flex: 1;
    min-width: 0;
    border-radius: var(--yzt-radius-s) 0 0 var(--yzt-radius-s);
  }
  form button {
    border-left: 0;
    border-radius: 0 var(--yzt-radius-s) var(--yzt-radius-s) 0;
  }
  input:not([type='checkbox']),
  select {
    min-height: var(--yzt-control-height);
    padding: 0 var(--yzt-space-2);
    border: 1px solid var(--yzt-color-border-strong);
    background: var(--yzt-color-surface);
    color: var(--yzt-color-text);
    font: inherit;
  }
  select {
    max-width: 100%;
    border-radius: var(--yzt-radius-s);
  }
  .pick {
    display: grid;
    flex: 1 1 40%;
    min-width: 0;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
  .pick select {
    font-size: var(--yzt-font-size-s);
  }
  .check {
    display: inline-flex;
    align-items: center;
    min-height: var(--yzt-control-height);
  }
  .check input {
    width: 18px;
    height: 18px;
    margin: 0 6px 0 0;
    accent-color: var(--yzt-color-accent);
  }
  .from,
  .count,
  .source,
  .none {
    margin: 0 0 var(--yzt-space-2);
    color: var(--yzt-color-text-muted);
  }
  .from b,
  .count b {
    color: var(--yzt-color-text);
  }
  .from .warn {
    display: block;
    color: var(--yzt-color-warning-text);
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    border-top: 1px solid var(--yzt-color-border);
  }
  li.open {
    background: var(--yzt-color-surface-sunken);
  }
  button.line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    grid-auto-flow: row;
    grid-gap: 0 var(--yzt-space-2);
    justify-content: stretch;
    width: 100%;
    padding: var(--yzt-space-2);
    border: 0;
    border-radius: 0;
    background: transparent;
    text-align: left;
  }
  button.line:focus {
    outline-offset: -2px;
  }
  .name {
    font-weight: 600;
  }
  .far {
    color: var(--yzt-color-accent-text);
    font-weight: 600;
  }
  .state {
    grid-column: 1 / -1;
    color: var(--yzt-color-text-muted);
  }
  .fee {
    margin-left: var(--yzt-space-2);
  }
  .dot {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-right: 6px;
    border: 1px solid var(--yzt-color-text-muted);
    border-radius: 50%;
    forced-color-adjust: none;
  }
  .dot.open {
    border-color: transparent;
    background: var(--yzt-color-success);
  }
  .dot.closed {
    border-color: transparent;
    background: var(--yzt-color-text-muted);
  }
  .card {
    padding: 0 var(--yzt-space-2) var(--yzt-space-2);
  }
  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    grid-gap: 2px var(--yzt-space-3);
    margin: 0 0 var(--yzt-space-2);
  }
  dt {
    color: var(--yzt-color-text-muted);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .go {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin: 0 calc(-1 * var(--yzt-space-1));
  }
  .go > span {
    flex: 1 0 100%;
    margin: 0 var(--yzt-space-1) 2px;
    color: var(--yzt-color-text-muted);
  }
  a {
    color: var(--yzt-color-accent-text);
  }
  .go a {
    display: inline-flex;
    align-items: center;
    min-height: var(--yzt-control-height);
    margin: 2px var(--yzt-space-1);
    padding: 0 var(--yzt-space-2);
    border: 1px solid var(--yzt-color-border-strong);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface);
    text-decoration: none;
  }
  .go a .icon {
    margin-left: 4px;
  }
  button.more {
    width: 100%;
    margin: var(--yzt-space-2) 0;
  }
  .source {
    margin-top: var(--yzt-space-2);
    font-size: var(--yzt-font-size-xs);
  }
`;
