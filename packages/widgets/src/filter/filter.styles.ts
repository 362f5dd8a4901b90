import { css } from 'lit';

/** Styles of `<yzt-filter>`. */
export const filterStyles = css`
  .head {
    display: flex;
    align-items: center;
    min-height: 28px;
    font-size: var(--yzt-font-size-s);
  }
  .name {
    flex: 1;
    min-width: 0;
    color: var(--yzt-color-text-muted);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    margin: -3px;
  }
  .chip {
    min-height: 28px;
    margin: 3px;
    padding: 0 10px;
    border-color: var(--yzt-color-border);
    border-radius: var(--yzt-radius-full);
    font-size: var(--yzt-font-size-s);
    text-align: start;
    grid-gap: 6px;
  }
  .chip .count {
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
    font-variant-numeric: tabular-nums;
  }
  .chip[aria-pressed='true'] .count {
    color: inherit;
  }
  .chip.none .word {
    color: var(--yzt-color-text-muted);
  }
  @media (pointer: coarse) {
    .chip {
      min-height: var(--yzt-control-height);
      padding: 0 14px;
    }
  }
  .search {
    display: flex;
    align-items: center;
    border: 1px solid var(--yzt-color-border-strong);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface);
  }
  .search .icon {
    flex: none;
    margin-left: var(--yzt-space-2);
    color: var(--yzt-color-text-muted);
  }
  .search:focus-within {
    border-color: var(--yzt-color-focus);
    box-shadow: 0 0 0 1px var(--yzt-color-focus);
  }
  .search input {
    flex: 1;
    min-width: 0;
    min-height: var(--yzt-control-height);
    padding: 0 var(--yzt-space-2);
    border: 0;
    outline: none;
    background: transparent;
    color: inherit;
    font: inherit;
  }
  .search input:placeholder-shown {
    text-overflow: ellipsis;
  }
  .search input::placeholder {
    color: var(--yzt-color-text-muted);
    opacity: 1;
  }
  .dates {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
  }
  .dates span {
    margin: 0 var(--yzt-space-1);
    color: var(--yzt-color-text-muted);
  }
  .dates input {
    flex: 1 1 calc(120px * var(--yzt-text-scale, 1));
    min-width: 0;
    min-height: var(--yzt-control-height);
    padding: 0 var(--yzt-space-2);
    border: 1px solid var(--yzt-color-border-strong);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface);
    color: inherit;
    font: inherit;
    font-size: var(--yzt-font-size-s);
  }
  .toggle {
    display: flex;
    align-items: center;
    min-height: var(--yzt-control-height);
    cursor: pointer;
  }
  .toggle input {
    width: 16px;
    height: 16px;
    margin: 0 var(--yzt-space-2) 0 0;
    accent-color: var(--yzt-color-accent);
  }
  .toggle .count {
    margin-left: auto;
    padding-left: var(--yzt-space-2);
    color: var(--yzt-color-text-muted);
    font-variant-numeric: tabular-nums;
  }
  .bars {
    display: block;
    width: calc(100% - 16px);
    height: 40px;
    margin: 0 8px;
  }
  .bars .out {
    fill: var(--yzt-color-border);
  }
  .bars .in {
    fill: var(--yzt-color-accent);
    opacity: 0.75;
  }
  .slider {
    --_slider: 24px;
    --_thumb: 16px;
  }
  .track,
  .chosen {
    position: absolute;
    top: 10px;
    height: 4px;
    border-radius: 2px;
  }
  .track {
    right: 8px;
    left: 8px;
    background: var(--yzt-color-border);
  }
  .chosen {
    right: calc(8px + (100% - 16px) * var(--_right));
    left: calc(8px + (100% - 16px) * var(--_left));
    background: var(--yzt-color-accent);
  }
  .slider input {
    pointer-events: none;
  }
  @media (pointer: coarse) {
    .track,
    .chosen {
      top: calc(var(--yzt-control-height) / 2 - 2px);
    }
  }
  .ends {
    display: flex;
    justify-content: space-between;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
    font-variant-numeric: tabular-nums;
  }
  @media (forced-colors: active) {
    .chip[aria-pressed='true'] {
      border-width: 2px;
    }
    .bars .in {
      fill: Highlight;
    }
    .bars .out,
    .track {
      fill: GrayText;
      background: GrayText;
    }
    .chosen {
      background: Highlight;
    }
  }
`;
