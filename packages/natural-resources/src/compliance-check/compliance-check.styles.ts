import { css } from 'lit';

/** Styles of `<yzt-compliance-check>`. */
export const complianceCheckStyles = css`
  :host {
    font-size: var(--yzt-font-size-s);
    font-variant-numeric: tabular-nums;
  }
  h3 {
    margin: 0 0 var(--yzt-space-2);
    font-size: var(--yzt-font-size-m);
    font-weight: 600;
  }
  .banner {
    margin: 0 0 var(--yzt-space-2);
    padding: var(--yzt-space-2) var(--yzt-space-3);
    border-left: 4px solid var(--yzt-color-success);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-success-soft);
  }
  .banner strong {
    display: block;
    font-size: var(--yzt-font-size-l);
  }
  .banner.is-prohibited {
    border-color: var(--yzt-color-danger);
    background: var(--yzt-color-danger-soft);
  }
  .banner.is-restricted {
    border-color: var(--yzt-color-warning);
    background: var(--yzt-color-warning-soft);
  }
  .banner.is-notice {
    border-color: var(--yzt-color-accent);
    background: var(--yzt-color-accent-soft);
  }
  .scroll {
    overflow-x: auto;
  }
  caption {
    padding: var(--yzt-space-2) 0 2px;
    font-weight: 600;
  }
  th,
  td {
    white-space: nowrap;
  }
  thead th {
    border-top: 0;
  }
  th:first-child {
    white-space: normal;
  }
  .sliver {
    color: var(--yzt-color-text-muted);
  }
  .sum th,
  .sum td {
    font-weight: 600;
  }
  /* Beside or under the name: a column of its own would not fit a panel. */
  .verdict {
    display: inline-block;
    padding: 0 6px;
    border-radius: var(--yzt-radius-s);
    font-weight: 400;
    white-space: nowrap;
  }
  .verdict.is-prohibited {
    background: var(--yzt-color-danger-soft);
    color: var(--yzt-color-danger-text);
  }
  .verdict.is-restricted {
    background: var(--yzt-color-warning-soft);
    color: var(--yzt-color-warning-text);
  }
  .verdict.is-notice {
    background: var(--yzt-color-accent-soft);
    color: var(--yzt-color-accent-text);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    margin-top: var(--yzt-space-2);
  }
  .actions button {
    margin: 0 var(--yzt-space-2) var(--yzt-space-1) 0;
  }
  .hint,
  .note,
  .source {
    margin: var(--yzt-space-1) 0 0;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
  progress {
    width: 100%;
  }
  @media (forced-colors: active) {
    .verdict,
    .banner {
      border: 1px solid CanvasText;
    }
  }
`;
