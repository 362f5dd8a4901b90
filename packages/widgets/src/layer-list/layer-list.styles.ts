import { css } from 'lit';

/** Styles of `<yzt-layer-list>`. */
export const layerListStyles = css`
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  ul ul {
    padding-left: var(--yzt-space-4);
  }
  .search {
    width: 100%;
    min-height: var(--yzt-control-height);
    margin-bottom: var(--yzt-space-2);
    padding: 0 var(--yzt-space-3);
    border: 1px solid var(--yzt-color-border-strong);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface);
    color: inherit;
    font: inherit;
  }
  .search::placeholder {
    color: var(--yzt-color-text-muted);
    opacity: 1;
  }
  .line {
    display: flex;
    align-items: center;
    min-height: var(--yzt-control-height);
  }
  .line label {
    display: flex;
    flex: 1;
    align-items: center;
    min-width: 0;
    min-height: var(--yzt-control-height);
    cursor: pointer;
  }
  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    width: 16px;
    height: 16px;
    margin: 0 10px 0 0;
    accent-color: var(--yzt-color-accent);
  }
  .place {
    display: inline-flex;
    flex: none;
    justify-content: center;
    width: 18px;
    margin-right: var(--yzt-space-2);
  }
  .name {
    min-width: 0;
    overflow-wrap: anywhere;
    word-break: keep-all;
    line-height: 1.3;
  }
  .group > .line .name {
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
  }
  .reason {
    display: block;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
  .out .place {
    opacity: 0.45;
  }
  .out .name {
    color: var(--yzt-color-text-muted);
  }
  .count {
    flex: none;
    margin-left: var(--yzt-space-2);
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
    font-variant-numeric: tabular-nums;
  }
  /* In the flow of the name: a badge goes to the next line before a name is broken. */
  .badge {
    margin-right: var(--yzt-space-1);
  }
  .more {
    flex: none;
    min-width: 28px;
    min-height: 28px;
    margin-left: var(--yzt-space-1);
    color: var(--yzt-color-text-muted);
  }
  @media (pointer: coarse) {
    .more {
      min-width: var(--yzt-control-height);
      min-height: var(--yzt-control-height);
    }
  }
  .settings {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    padding: 0 0 var(--yzt-space-2) 26px;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
  }
  .settings label {
    white-space: nowrap;
  }
  .settings input {
    flex: 1 1 80px;
    min-width: 0;
    margin: 0 var(--yzt-space-2);
    min-height: 24px;
    accent-color: var(--yzt-color-accent);
  }
  .settings output {
    min-width: 3.2em;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .notice {
    display: flex;
    align-items: center;
    margin: 0 0 var(--yzt-space-2) 26px;
    padding: var(--yzt-space-1) var(--yzt-space-2);
  }
  .notice span {
    flex: 1;
    overflow-wrap: anywhere;
  }
`;
