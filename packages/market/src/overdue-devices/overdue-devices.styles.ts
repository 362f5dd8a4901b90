import { css } from 'lit';

/** Styles of `<yzt-overdue-devices>`. */
export const overdueDevicesStyles = css`
  :host {
    font-size: var(--yzt-font-size-s);
    font-variant-numeric: tabular-nums;
  }
  h3 {
    margin: 0 0 var(--yzt-space-1);
    font-size: var(--yzt-font-size-m);
  }
  p {
    margin: 0 0 var(--yzt-space-2);
  }
  ol {
    margin: 0 0 var(--yzt-space-2);
    padding: 0;
    list-style: none;
  }
  li + li {
    border-top: 1px solid var(--yzt-color-border);
  }
  .subject {
    display: block;
    width: 100%;
    height: auto;
    min-height: var(--yzt-control-height);
    padding: var(--yzt-space-1) var(--yzt-space-2);
    border: 0;
    border-radius: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    white-space: normal;
  }
  .subject:hover {
    background: var(--yzt-color-surface-sunken);
  }
  .subject[aria-pressed='true'] {
    background: var(--yzt-color-accent-soft);
    box-shadow: inset 3px 0 0 var(--yzt-color-accent);
  }
  .subject > span {
    display: block;
    overflow-wrap: anywhere;
  }
  .head {
    font-weight: 600;
  }
  .days {
    float: right;
    margin-left: var(--yzt-space-2);
    color: var(--yzt-color-danger-text);
    font-weight: 400;
  }
  .muted,
  .empty,
  .source {
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    margin: 0 0 var(--yzt-space-1);
  }
  .actions > * {
    margin: 0 var(--yzt-space-2) var(--yzt-space-2) 0;
  }
  .source {
    margin: var(--yzt-space-2) 0 0;
  }
`;
