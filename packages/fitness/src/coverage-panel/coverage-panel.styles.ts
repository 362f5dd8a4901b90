import { css } from 'lit';

/** Styles of `<yzt-coverage-panel>`. */
export const coveragePanelStyles = css`
  :host {
    font-size: var(--yzt-font-size-s);
    font-variant-numeric: tabular-nums;
  }
  .reach {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin: 0 -4px;
  }
  .reach > * {
    margin: 2px 4px;
  }
  .modes {
    display: inline-flex;
  }
  .modes button:first-child {
    border-radius: var(--yzt-radius-s) 0 0 var(--yzt-radius-s);
  }
  .modes button:last-child {
    margin-left: -1px;
    border-radius: 0 var(--yzt-radius-s) var(--yzt-radius-s) 0;
  }
  .reach label {
    display: inline-flex;
    align-items: center;
  }
  .reach input {
    width: 4.5em;
    min-height: var(--yzt-control-height);
    margin-right: 4px;
    padding: 0 4px 0 8px;
    border: 1px solid var(--yzt-color-border-strong);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface);
    color: var(--yzt-color-text);
    font: inherit;
  }
  p {
    margin: 0 0 var(--yzt-space-2);
  }
  .method,
  .none,
  .source,
  caption,
  .share span {
    color: var(--yzt-color-text-muted);
  }
  .method {
    margin-top: var(--yzt-space-1);
    font-size: var(--yzt-font-size-xs);
  }
  .result {
    padding: var(--yzt-space-2) var(--yzt-space-3);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface-sunken);
  }
  .result p {
    margin: 0;
  }
  .share b {
    margin-right: var(--yzt-space-2);
    font-size: var(--yzt-font-size-xl, 24px);
  }
  [aria-busy='true'] .result,
  [aria-busy='true'] table,
  [aria-busy='true'] section {
    opacity: 0.6;
  }
  table {
    margin: var(--yzt-space-3) 0;
  }
  tfoot th,
  tfoot td {
    font-weight: 600;
  }
  td.bar {
    width: 26%;
    min-width: 40px;
  }
  td.bar i {
    display: block;
    height: 8px;
    border-radius: 2px;
    background: var(--yzt-color-accent);
    forced-color-adjust: none;
  }
  h3 {
    display: inline-block;
    margin: var(--yzt-space-2) var(--yzt-space-3) var(--yzt-space-1) 0;
    font-size: var(--yzt-font-size-m);
  }
  .check {
    display: inline-flex;
    align-items: center;
    min-height: 28px;
  }
  .check input {
    width: 18px;
    height: 18px;
    margin: 0 6px 0 0;
    accent-color: var(--yzt-color-accent);
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    border-top: 1px solid var(--yzt-color-border);
  }
  .place {
    display: flex;
    align-items: center;
    justify-content: flex-start;
    width: 100%;
    min-height: var(--yzt-control-height);
    padding: 0 var(--yzt-space-1);
    border: 0;
    border-radius: 0;
    background: transparent;
    text-align: left;
  }
  .place span {
    flex: 1;
    min-width: 0;
  }
  .number {
    flex: none;
    width: 20px;
    margin-right: var(--yzt-space-2);
    border: 1px solid var(--yzt-color-border-strong);
    border-radius: 50%;
    font-style: normal;
    line-height: 18px;
    text-align: center;
  }
  .source {
    margin: var(--yzt-space-3) 0 0;
    font-size: var(--yzt-font-size-xs);
  }
`;
