import { css } from 'lit';

/** Styles of `<yzt-query-builder>`. */
export const queryBuilderStyles = css`
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .group {
    padding: var(--yzt-space-2);
    border: 1px solid var(--yzt-color-border);
    border-left: 3px solid var(--yzt-color-accent);
    border-radius: var(--yzt-radius-s);
  }
  .group .group {
    margin-top: var(--yzt-space-2);
    border-left-color: var(--yzt-color-border-strong);
  }
  .head,
  .add {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
  .add {
    justify-content: flex-start;
    margin-top: var(--yzt-space-1);
  }
  .add .icon {
    margin: 0;
  }
  .join {
    display: inline-flex;
  }
  .join button {
    min-height: calc(var(--yzt-control-height) - 4px);
    padding: 0 var(--yzt-space-2);
    border-radius: 0;
    font-size: var(--yzt-font-size-s);
  }
  .join button:first-child {
    border-radius: var(--yzt-radius-s) 0 0 var(--yzt-radius-s);
  }
  .join button:last-child {
    margin-left: -1px;
    border-radius: 0 var(--yzt-radius-s) var(--yzt-radius-s) 0;
  }
  .join button[aria-pressed='true'] {
    z-index: 1;
  }
  .rule {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    padding-top: var(--yzt-space-2);
  }
  .rule > * {
    margin-right: var(--yzt-space-1);
  }
  .rule > .icon {
    margin-right: 0;
    margin-left: auto;
    color: var(--yzt-color-text-muted);
  }
  .rule.wide .value {
    flex: 0 0 100%;
    order: 3;
    margin: var(--yzt-space-1) 0 0;
  }
  select,
  input {
    box-sizing: border-box;
    min-height: var(--yzt-control-height);
    max-width: 100%;
    padding: 0 var(--yzt-space-2);
    border: 1px solid var(--yzt-color-border-strong);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface);
    color: inherit;
    font: inherit;
    font-size: var(--yzt-font-size-s);
  }
  .value {
    display: inline-flex;
    align-items: center;
    min-width: 0;
    max-width: 100%;
  }
  .value input {
    width: calc(120px * var(--yzt-text-scale, 1));
    min-width: 0;
  }
  .value input[type='date'] {
    width: calc(140px * var(--yzt-text-scale, 1));
  }
  .dash {
    margin: 0 var(--yzt-space-1);
  }
  .unit {
    margin-left: var(--yzt-space-1);
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    max-height: calc(132px * var(--yzt-text-scale, 1));
    overflow-y: auto;
  }
  .chip {
    min-height: 28px;
    margin: 2px 4px 2px 0;
    padding: 0 10px;
    border-color: var(--yzt-color-border);
    border-radius: var(--yzt-radius-full);
    font-size: var(--yzt-font-size-s);
  }
  @media (pointer: coarse) {
    .chip {
      min-height: var(--yzt-control-height);
    }
    .choices {
      max-height: 208px;
    }
  }
  .said {
    display: flex;
    align-items: flex-start;
    margin: var(--yzt-space-2) 0 0;
    font-size: var(--yzt-font-size-s);
  }
  .said p {
    flex: 1;
    min-width: 0;
    margin: 0;
    color: var(--yzt-color-text-muted);
  }
  .said b {
    color: var(--yzt-color-text);
    font-variant-numeric: tabular-nums;
  }
  .other {
    margin: 0 0 var(--yzt-space-2);
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
  }
`;
