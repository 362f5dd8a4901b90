import { css } from 'lit';

/** Styles of lists of rows. */
export const rowListStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: var(--yzt-feature-list-height, 420px);
    min-height: 160px;
  }
  .base {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    padding-bottom: var(--yzt-space-1);
    border-bottom: 1px solid var(--yzt-color-border);
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
  }
  .total {
    flex: 1;
    margin: 0 var(--yzt-space-2) 0 0;
    white-space: nowrap;
  }
  .total b {
    color: var(--yzt-color-text);
    font-variant-numeric: tabular-nums;
  }
  .head label {
    display: inline-flex;
    align-items: center;
    margin-right: var(--yzt-space-2);
    min-height: var(--yzt-control-height);
  }
  .head input {
    margin: 0 6px 0 0;
    accent-color: var(--yzt-color-accent);
  }
  select {
    min-height: var(--yzt-control-height);
    max-width: 100%;
    border: 1px solid transparent;
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface);
    color: inherit;
    font: inherit;
  }
  select:hover {
    border-color: var(--yzt-color-border-strong);
  }
  /* Rows of an earlier question or order while the next one is under way; not for a blink of time. */
  :host([stale]) .row {
    opacity: 0.5;
    transition: opacity 200ms 150ms;
  }
  .list {
    position: relative;
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
  }
  .list:focus {
    outline-offset: -2px;
  }
  .rows {
    position: absolute;
    top: 0;
    right: 0;
    left: 0;
    will-change: transform;
  }
  .row {
    display: flex;
    flex-direction: column;
    justify-content: center;
    height: calc(56px * var(--yzt-text-scale, 1));
    padding: 0 var(--yzt-space-3);
    border-bottom: 1px solid var(--yzt-color-border);
    border-left: 3px solid transparent;
    cursor: pointer;
  }
  .row.hovered {
    background: var(--yzt-color-surface-sunken);
  }
  .row[aria-selected='true'] {
    border-left-color: var(--yzt-color-accent);
    background: var(--yzt-color-accent-soft);
  }
  .list.keys:focus .row.active {
    box-shadow: inset 0 0 0 2px var(--yzt-color-focus);
  }
  .line {
    display: flex;
    align-items: center;
    min-width: 0;
  }
  .title {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .class {
    display: block;
    flex: none;
    max-width: 45%;
    margin-left: var(--yzt-space-2);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .class .swatch {
    vertical-align: middle;
    width: 8px;
    height: 8px;
    margin-right: 5px;
  }
  .class .swatch.marker {
    width: 14px;
    height: 14px;
  }
  .meta {
    overflow: hidden;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
    font-variant-numeric: tabular-nums;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .meta > span + span::before {
    content: ' · ';
  }
  .nothing {
    padding: var(--yzt-space-5) var(--yzt-space-3);
    color: var(--yzt-color-text-muted);
    text-align: center;
  }
  .nothing p {
    margin: 0 0 var(--yzt-space-2);
  }
  @media (forced-colors: active) {
    .row[aria-selected='true'] {
      border-left-color: Highlight;
    }
    .row.hovered {
      outline: 1px dashed;
      outline-offset: -2px;
    }
  }
`;
