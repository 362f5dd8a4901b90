import { css } from 'lit';

/** Styles of `<yzt-land-use-table>`. */
export const landUseTableStyles = css`
  :host {
    font-size: var(--yzt-font-size-s);
    font-variant-numeric: tabular-nums;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    margin-bottom: var(--yzt-space-1);
  }
  h3 {
    margin: 0 var(--yzt-space-2) 0 0;
    font-size: var(--yzt-font-size-m);
    font-weight: 600;
  }
  fieldset {
    display: flex;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip: rect(0 0 0 0);
  }
  fieldset label {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-height: calc(var(--yzt-control-height) * 0.8);
    padding: 0 var(--yzt-space-2);
    border: 1px solid var(--yzt-color-border-strong);
    background: var(--yzt-color-surface);
    cursor: pointer;
  }
  fieldset label + label {
    margin-left: -1px;
  }
  fieldset label.chosen {
    z-index: 1;
    border-color: var(--yzt-color-accent);
    background: var(--yzt-color-accent-soft);
    color: var(--yzt-color-accent-text);
  }
  fieldset label:focus-within {
    z-index: 2;
    outline: 2px solid var(--yzt-color-focus);
    outline-offset: 1px;
  }
  input {
    position: absolute;
    opacity: 0;
  }
  .scroll {
    max-height: var(--yzt-land-use-table-max-height, none);
    overflow: auto;
  }
  caption {
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
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
  .name {
    display: flex;
    align-items: baseline;
  }
  .part .name {
    padding-left: 24px;
  }
  tfoot th,
  tfoot td {
    border-top: 1px solid var(--yzt-color-border-strong);
    font-weight: 600;
  }
  button {
    margin: 0;
    padding: 0 2px;
    border: 0;
    border-radius: var(--yzt-radius-s);
    background: transparent;
    color: inherit;
    font: inherit;
    text-align: left;
    cursor: pointer;
  }
  button.fold {
    flex: none;
    width: 20px;
    color: var(--yzt-color-text-muted);
    text-align: center;
  }
  button.pick:hover {
    text-decoration: underline;
  }
  button[aria-pressed='true'] {
    font-weight: 600;
    color: var(--yzt-color-accent-text);
  }
  @media (pointer: coarse) {
    button,
    fieldset label {
      min-height: var(--yzt-control-height);
    }
  }
  .swatch {
    flex: none;
    width: 12px;
    height: 12px;
    margin-right: 4px;
    border: 1px solid var(--yzt-color-border-strong);
    border-radius: 2px;
    background: var(--_class, transparent);
    forced-color-adjust: none;
    align-self: center;
  }
  .source {
    margin: var(--yzt-space-1) 0 0;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
`;
