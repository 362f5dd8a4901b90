import { css } from 'lit';

export const indicatorBoardStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    margin-bottom: var(--yzt-space-2);
  }
  .label {
    margin-right: var(--yzt-space-3);
    font-weight: 600;
  }
  .summary {
    flex: 1;
    min-width: 0;
    margin-right: var(--yzt-space-2);
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
    font-variant-numeric: tabular-nums;
  }
  .example {
    flex: none;
    padding: 0 6px;
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-warning-soft);
    color: var(--yzt-color-warning-text);
    font-size: var(--yzt-font-size-xs);
    line-height: 1.6;
  }
  .grid {
    display: grid;
    grid-gap: var(--yzt-space-3);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, calc(var(--yzt-indicator-board-min, 210px) * var(--yzt-text-scale, 1))), 1fr));
  }
  /* As many as asked for, fewer where a card would be too narrow for its words: on a phone. */
  .grid.fixed {
    --_share: calc((100% - (var(--_columns) - 1) * var(--yzt-space-3)) / var(--_columns));
    grid-template-columns: repeat(auto-fill, minmax(min(100%, max(calc(110px * var(--yzt-text-scale, 1)), var(--_share))), 1fr));
  }
  /* The list is one for screen readers; its cards and those of the page share the grid. */
  .cards {
    display: contents;
  }
  .card,
  ::slotted(*) {
    box-sizing: border-box;
    min-width: 0;
    padding: var(--yzt-space-3);
    border: 1px solid var(--yzt-color-border);
    border-radius: var(--yzt-radius-m);
    background: var(--yzt-color-surface);
  }
  .more {
    margin: var(--yzt-space-2) 0 0;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
  }
  .notice,
  .empty {
    margin: 0 0 var(--yzt-space-2);
    padding: var(--yzt-space-3);
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
  }
  .notice {
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-danger-soft);
    color: var(--yzt-color-danger-text);
  }
  .skeleton {
    display: block;
    width: 60%;
    height: 2.4em;
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-border);
  }
`;
