import { css } from 'lit';

/** Styles of the legend of two fields. */
export const legendSquareStyles = css`
  .square {
    --_cell: calc(28px * var(--yzt-text-scale, 1));
    padding: 2px var(--yzt-space-2) var(--yzt-space-1);
  }
  .axis {
    margin: 0;
    line-height: 1.4;
  }
  .axis.right {
    margin-left: 3em;
  }
  .line {
    display: flex;
  }
  .limit {
    position: relative;
    flex: none;
    width: 3em;
    padding-right: var(--yzt-space-1);
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  /* A limit stands at the edge between two lines of cells. */
  .limit span {
    position: absolute;
    right: var(--yzt-space-1);
    bottom: -0.7em;
    line-height: 1.4;
  }
  .limits .limit + .limit {
    width: var(--_cell);
    padding: 0;
    text-align: center;
    line-height: 1.5;
    transform: translateX(50%);
  }
  .cell {
    flex: none;
    width: var(--_cell);
    height: var(--_cell);
    padding: 0;
    border: 1px solid var(--yzt-color-surface);
    border-radius: 0;
    background: var(--_color);
    forced-color-adjust: none;
  }
  .cell:focus,
  .cell[aria-pressed='true'] {
    position: relative;
    z-index: 1;
  }
  .cell[aria-pressed='true'] {
    border: 2px solid var(--yzt-color-text);
    box-shadow: 0 0 0 1px var(--yzt-color-surface);
  }
  button.cell:hover {
    border-color: var(--yzt-color-text);
  }
  .cell.out {
    opacity: 0.3;
  }
  @media (pointer: coarse) {
    .square {
      --_cell: var(--yzt-control-height);
    }
  }
  /* In one line: names before and behind, cells as high as the line. */
  .horizontal .square {
    --_cell: calc(13px * var(--yzt-text-scale, 1));
    display: flex;
    align-items: center;
    padding: 0;
  }
  .horizontal .square .limit {
    display: none;
  }
  .horizontal .axis.right {
    margin-left: var(--yzt-space-2);
  }
  .horizontal .axis.up {
    margin-right: var(--yzt-space-2);
  }
`;
