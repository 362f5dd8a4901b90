import { css } from 'lit';

/** Styles of `<yzt-layer-list>`. */
export const layerListStyles = css`
  /* What is only heard stays inside: it would lengthen a page around a panel that scrolls. */
  .base {
    position: relative;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .level-2 {
    padding-left: var(--yzt-space-4);
  }
  .level-3 {
    padding-left: calc(2 * var(--yzt-space-4));
  }
  .level-4 {
    padding-left: calc(3 * var(--yzt-space-4));
  }
  .level-5 {
    padding-left: calc(4 * var(--yzt-space-4));
  }
  /* The ring belongs to the line, not to all that is open under it. */
  li:focus {
    outline: none;
  }
  li:focus > .line {
    border-radius: var(--yzt-radius-s);
    outline: 2px solid var(--yzt-color-focus);
    outline-offset: -2px;
  }
  li:focus:not(:focus-visible) > .line {
    outline: none;
  }
  .grouped .layer > .line {
    padding-left: 20px;
  }
  .fold {
    display: inline-grid;
    flex: none;
    place-content: center;
    width: 20px;
    height: var(--yzt-control-height);
    color: var(--yzt-color-text-muted);
    cursor: pointer;
  }
  .grip {
    position: absolute;
    top: 0;
    left: -14px;
    display: inline-grid;
    place-content: center;
    width: 14px;
    height: var(--yzt-control-height);
    color: var(--yzt-color-text-muted);
    opacity: 0;
    cursor: grab;
    touch-action: none;
  }
  .grip svg {
    width: 14px;
    height: 14px;
  }
  .line:hover > .grip,
  li:focus > .line > .grip {
    opacity: 1;
  }
  /* Fingers have the buttons of the details. */
  @media (hover: none) {
    .grip {
      display: none;
    }
  }
  .dragged > .line {
    opacity: 0.5;
  }
  .drop-above {
    box-shadow: 0 -2px 0 var(--yzt-color-accent);
  }
  .drop-below {
    box-shadow: 0 2px 0 var(--yzt-color-accent);
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
  /* A row, not the swatch of a layer of lines. */
  .line:not(.swatch) {
    position: relative;
    display: flex;
    align-items: center;
    min-height: var(--yzt-control-height);
  }
  .line label {
    display: flex;
    flex: 1;
    align-items: center;
    box-sizing: border-box;
    min-width: 0;
    min-height: var(--yzt-control-height);
    padding: var(--yzt-space-1) 0;
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
    padding: 0 0 var(--yzt-space-3) 26px;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
  }
  .grouped .settings,
  .grouped .layer > .notice {
    margin-left: 20px;
  }
  .strength {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
  }
  .strength label {
    white-space: nowrap;
  }
  .strength input {
    flex: 1 1 48px;
    min-width: 0;
    margin: 0 var(--yzt-space-2);
    min-height: 24px;
    accent-color: var(--yzt-color-accent);
  }
  .strength output {
    min-width: 3.2em;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    margin: var(--yzt-space-1) 0 0 calc(-1 * var(--yzt-space-1));
  }
  /* Up and down stay side by side. */
  .acts span {
    display: inline-flex;
  }
  .act {
    margin: var(--yzt-space-1) 0 0 var(--yzt-space-1);
    padding: 0 var(--yzt-space-2);
    color: var(--yzt-color-text);
    font-size: var(--yzt-font-size-s);
  }
  .act svg {
    width: 14px;
    height: 14px;
  }
  dl {
    margin: var(--yzt-space-2) 0 0;
  }
  dl div {
    display: flex;
    line-height: 1.5;
  }
  dt {
    flex: none;
    min-width: 3.4em;
    margin-right: var(--yzt-space-2);
  }
  dd {
    min-width: 0;
    margin: 0;
    color: var(--yzt-color-text);
    overflow-wrap: anywhere;
  }
  .notice {
    display: flex;
    align-items: center;
    margin: 0 0 var(--yzt-space-2) 26px;
    padding: var(--yzt-space-1) var(--yzt-space-2);
  }
  .notice.plain {
    padding: 0;
    border: 0;
    background: none;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
  }
  .notice span {
    flex: 1;
    overflow-wrap: anywhere;
  }
`;
