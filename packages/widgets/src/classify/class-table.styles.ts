import { css } from 'lit';

/** Styles of the table of classes. */
export const classTableStyles = css`
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--yzt-font-size-s);
    font-variant-numeric: tabular-nums;
  }
  th[scope='col'] {
    padding: 2px 0;
    border-bottom: 1px solid var(--yzt-color-border);
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
    font-weight: 400;
    text-align: end;
  }
  th[scope='col']:first-child {
    text-align: start;
  }
  th[scope='row'] {
    padding: 3px 0;
    font-weight: 400;
    text-align: start;
  }
  th .swatch {
    margin-right: var(--yzt-space-2);
    vertical-align: middle;
  }
  td {
    padding: 3px 0 3px var(--yzt-space-2);
    text-align: end;
    white-space: nowrap;
  }
  .share {
    position: relative;
    width: 34%;
    color: var(--yzt-color-text-muted);
  }
  .share .bar {
    position: absolute;
    top: 50%;
    left: var(--yzt-space-2);
    width: calc(100% - var(--yzt-space-2) - 3.2em);
    height: 6px;
    margin-top: -3px;
    border-radius: var(--yzt-radius-full);
    background: linear-gradient(var(--yzt-color-accent), var(--yzt-color-accent)) no-repeat 0 0 / var(--_share) 100%;
    background-color: var(--yzt-color-border);
  }
  @media (forced-colors: active) {
    .share .bar {
      border: 1px solid CanvasText;
      background: linear-gradient(Highlight, Highlight) no-repeat 0 0 / var(--_share) 100%;
      forced-color-adjust: none;
    }
  }
`;
