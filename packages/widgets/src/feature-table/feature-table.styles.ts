import { css } from 'lit';

/** Styles of what stands above the grid. */
export const featureTableStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: var(--yzt-feature-table-height, 420px);
    min-height: 200px;
  }
  .base {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    min-height: calc(var(--yzt-control-height) + 8px);
    padding-bottom: var(--yzt-space-1);
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
  }
  .total {
    flex: 1;
    margin: 0 var(--yzt-space-2) 0 0;
    white-space: nowrap;
  }
  .tools b {
    color: var(--yzt-color-text);
    font-variant-numeric: tabular-nums;
  }
  .selected {
    display: inline-flex;
    align-items: center;
    margin-right: var(--yzt-space-2);
    white-space: nowrap;
  }
  .buttons {
    position: relative;
    display: inline-flex;
    margin-left: auto;
  }
  .buttons > button {
    margin-left: var(--yzt-space-1);
    color: var(--yzt-color-text);
  }
  .pop {
    position: absolute;
    top: calc(100% + 4px);
    right: 0;
    z-index: 5;
    width: -webkit-max-content;
    width: max-content;
    min-width: 220px;
    max-width: min(360px, 86vw);
    padding: var(--yzt-space-2);
    box-shadow: var(--yzt-shadow-popover);
    color: var(--yzt-color-text);
  }
  .pop p {
    margin: 0 var(--yzt-space-2) var(--yzt-space-1);
    color: var(--yzt-color-text-muted);
  }
  .pop label {
    display: flex;
    flex: 1;
    align-items: center;
    min-width: 0;
    min-height: var(--yzt-control-height);
    padding: 0 var(--yzt-space-2);
    cursor: pointer;
  }
  .pop label span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .pop input {
    flex: none;
    margin: 0 var(--yzt-space-2) 0 0;
    accent-color: var(--yzt-color-accent);
  }
  .pop .item {
    width: 100%;
    justify-content: start;
    padding: 0 var(--yzt-space-2);
    border-color: transparent;
    background: transparent;
    grid-gap: var(--yzt-space-2);
  }
  .pop .item:hover {
    background: var(--yzt-color-surface-sunken);
  }
  .columns ul {
    max-height: min(320px, 50vh);
    margin: 0;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }
  .columns li {
    display: flex;
    align-items: center;
  }
  .columns .icon {
    flex: none;
    color: var(--yzt-color-text-muted);
  }
  .columns .icon:disabled {
    opacity: 0.35;
  }
  .columns .icon[aria-pressed='true'] {
    color: var(--yzt-color-accent-text);
  }
  .columns .end {
    padding-top: var(--yzt-space-1);
    border-top: 1px solid var(--yzt-color-border);
    text-align: right;
  }
  .nothing {
    padding: var(--yzt-space-5) var(--yzt-space-3);
    color: var(--yzt-color-text-muted);
    text-align: center;
  }
  .nothing p {
    margin: 0 0 var(--yzt-space-2);
  }
`;
