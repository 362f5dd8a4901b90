import { css } from 'lit';

/** Styles of `<yzt-typhoon-panel>`. */
export const typhoonPanelStyles = css`
  :host {
    font-size: var(--yzt-font-size-s);
    font-variant-numeric: tabular-nums;
  }
  .pick {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-gap: 2px;
    color: var(--yzt-color-text-muted);
  }
  select {
    min-height: var(--yzt-control-height);
    width: 100%;
    padding: 0 var(--yzt-space-2);
    border: 1px solid var(--yzt-color-border-strong);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface);
    color: var(--yzt-color-text);
    font: inherit;
  }
  h3 {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    margin: var(--yzt-space-3) 0 var(--yzt-space-1);
    font-size: var(--yzt-font-size-l);
    line-height: 1.25;
  }
  h3 > * {
    margin-right: var(--yzt-space-2);
  }
  .class {
    font-size: var(--yzt-font-size-s);
    font-weight: 400;
  }
  .class::before {
    content: '';
    display: inline-block;
    width: 10px;
    height: 10px;
    margin-right: 5px;
    border: 1px solid var(--yzt-color-border-strong);
    border-radius: 50%;
    background: var(--_class);
    forced-color-adjust: none;
  }
  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    grid-gap: 2px var(--yzt-space-3);
    margin: 0 0 var(--yzt-space-3);
  }
  dt {
    color: var(--yzt-color-text-muted);
  }
  dd {
    margin: 0;
  }
  dl.near {
    padding: var(--yzt-space-2) var(--yzt-space-3);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface-sunken);
  }
  dl.near dd:first-of-type {
    font-weight: 600;
  }
  caption {
    color: var(--yzt-color-text-muted);
  }
  th,
  td {
    padding: 2px 0;
  }
  .empty,
  .source {
    margin: var(--yzt-space-2) 0 0;
    padding: 0;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
`;
