import { css } from 'lit';

/** Styles of `<yzt-filter-summary>`. */
export const filterSummaryStyles = css`
  :host {
    font-size: var(--yzt-font-size-s);
  }
  .base {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin: -2px;
  }
  .base > * {
    margin: 2px;
  }
  .total {
    margin-right: var(--yzt-space-2);
    color: var(--yzt-color-text-muted);
  }
  .total b {
    color: var(--yzt-color-text);
    font-variant-numeric: tabular-nums;
  }
  ul {
    display: contents;
    list-style: none;
  }
  li {
    margin: 2px;
    max-width: 100%;
  }
  .chip {
    max-width: 100%;
    min-height: 26px;
    padding: 0 6px 0 10px;
    border-color: transparent;
    border-radius: 13px;
    background: var(--yzt-color-accent-soft);
    color: var(--yzt-color-accent-text);
    font-size: var(--yzt-font-size-xs);
    grid-template-columns: minmax(0, auto) auto;
  }
  .chip span {
    padding: 3px 0;
    overflow-wrap: anywhere;
    line-height: 1.35;
    text-align: start;
    white-space: normal;
  }
  .chip:hover {
    border-color: var(--yzt-color-accent);
    background: var(--yzt-color-accent-soft);
  }
  @media (pointer: coarse) {
    .chip {
      min-height: var(--yzt-control-height);
    }
  }
  @media (forced-colors: active) {
    .chip {
      border-color: ButtonText;
    }
  }
`;
