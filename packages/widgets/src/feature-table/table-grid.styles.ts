import { css } from 'lit';

/** Styles of the grid: head, rows, figures. */
export const tableGridStyles = css`
  /* Rows of an earlier question or order while the next one is under way; not for a blink of time. */
  :host([stale]) .row {
    opacity: 0.5;
    transition: opacity 200ms 150ms;
  }
  .grid {
    position: relative;
    flex: 1;
    min-height: 0;
    overflow: auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    border: 1px solid var(--yzt-color-border);
    border-radius: var(--yzt-radius-s);
    font-size: var(--yzt-font-size-s);
  }
  .grid:focus {
    outline-offset: -2px;
  }
  .sheet {
    width: -webkit-max-content;
    width: max-content;
    min-width: 100%;
  }
  .line {
    display: grid;
    grid-template-columns: var(--_columns);
    border-bottom: 1px solid var(--yzt-color-border);
    background: var(--_row, var(--yzt-color-surface));
  }
  .header,
  .footer {
    position: sticky;
    z-index: 2;
    background: var(--yzt-color-surface);
  }
  .header {
    top: 0;
  }
  .footer {
    bottom: 0;
    box-shadow: 0 -1px 0 var(--yzt-color-border);
  }
  .header .line,
  .footer .line {
    --_row: var(--yzt-color-surface-sunken);
  }
  .space {
    position: relative;
  }
  .rows {
    position: absolute;
    top: 0;
    right: 0;
    left: 0;
    will-change: transform;
  }
  .cell {
    height: max(var(--yzt-control-height), calc(32px * var(--yzt-text-scale, 1)));
    padding: 0 var(--yzt-space-2);
    overflow: hidden;
    background: inherit;
    line-height: max(var(--yzt-control-height), calc(32px * var(--yzt-text-scale, 1)));
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .row {
    cursor: default;
    font-variant-numeric: tabular-nums;
  }
  .row.hovered {
    --_row: var(--yzt-color-surface-sunken);
  }
  .row[aria-selected='true'] {
    --_row: var(--yzt-color-accent-soft);
  }
  .number {
    text-align: right;
  }
  .pinned {
    position: sticky;
    z-index: 1;
    left: 0;
  }
  .check {
    display: flex;
    align-items: center;
    justify-content: center;
    padding: 0;
  }
  .check input {
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--yzt-color-accent);
  }
  .name {
    position: relative;
    display: flex;
    align-items: center;
    color: var(--yzt-color-text-muted);
    cursor: pointer;
    user-select: none;
  }
  .name.pinned {
    position: sticky;
  }
  .name:hover,
  .name:not([aria-sort='none']) {
    color: var(--yzt-color-text);
  }
  .name.number {
    justify-content: flex-end;
  }
  .name .words {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .name .icon {
    flex: none;
    margin-left: 2px;
  }
  .unit {
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
  .name.over {
    box-shadow: inset 2px 0 0 var(--yzt-color-accent);
  }
  .grip {
    position: absolute;
    top: 0;
    right: 0;
    width: 9px;
    height: 100%;
    cursor: col-resize;
    touch-action: none;
  }
  .grip::after {
    position: absolute;
    top: 25%;
    right: 0;
    width: 1px;
    height: 50%;
    background: var(--yzt-color-border-strong);
    content: '';
    opacity: 0.6;
  }
  .grip:hover::after {
    top: 0;
    width: 2px;
    height: 100%;
    background: var(--yzt-color-accent);
    opacity: 1;
  }
  .grid.keys:focus .active {
    box-shadow: inset 0 0 0 2px var(--yzt-color-focus);
  }
  .footer .cell {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .footer .unit {
    font-weight: 400;
  }
  @media (pointer: coarse) {
    .grip {
      width: 20px;
    }
  }
  @media (forced-colors: active) {
    .row[aria-selected='true'] .cell {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
    .row.hovered .cell {
      outline: 1px dashed;
      outline-offset: -2px;
    }
  }
`;
