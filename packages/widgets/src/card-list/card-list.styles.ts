import { css } from 'lit';

/** What `<yzt-card-list>` has beside a list of rows. */
export const cardListStyles = css`
  :host {
    --_picture: 0px;
    height: var(--yzt-card-list-height, 420px);
  }
  :host([pictures]) {
    --_picture: 108px;
  }
  .rows {
    display: grid;
    grid-template-columns: repeat(var(--_per-line, 1), minmax(0, 1fr));
  }
  .row,
  .row.hovered,
  .row[aria-selected='true'] {
    display: block;
    height: calc(var(--_picture) + (44px + 20px * var(--_facts, 0)) * var(--yzt-text-scale, 1) + 16px);
    padding: 5px;
    border: 0;
    background: none;
  }
  .card {
    box-sizing: border-box;
    height: 100%;
    overflow: hidden;
    border: 1px solid var(--yzt-color-border);
    border-radius: var(--yzt-radius-m);
    background: var(--yzt-color-surface);
  }
  .row.hovered .card {
    border-color: var(--yzt-color-border-strong);
    background: var(--yzt-color-surface-sunken);
  }
  .row[aria-selected='true'] .card {
    border-color: var(--yzt-color-accent);
    box-shadow: inset 0 0 0 1px var(--yzt-color-accent);
    background: var(--yzt-color-accent-soft);
  }
  .list.keys:focus .row.active {
    box-shadow: none;
  }
  .list.keys:focus .row.active .card {
    outline: 2px solid var(--yzt-color-focus);
  }
  .picture {
    position: relative;
    height: var(--_picture);
    overflow: hidden;
    background: var(--yzt-color-surface-sunken);
  }
  .picture img {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .initial {
    position: absolute;
    top: 50%;
    left: 50%;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-2xl);
    transform: translate(-50%, -50%);
  }
  .picture .class {
    position: absolute;
    top: 6px;
    left: 6px;
    max-width: calc(100% - 12px);
    margin: 0;
    background: var(--yzt-color-surface);
    color: var(--yzt-color-text);
  }
  .card .line {
    height: calc(36px * var(--yzt-text-scale, 1));
    padding: 0 var(--yzt-space-3);
  }
  dl {
    margin: 0;
    padding: 0 var(--yzt-space-3);
  }
  .fact {
    display: flex;
    height: calc(20px * var(--yzt-text-scale, 1));
    font-size: var(--yzt-font-size-s);
    line-height: calc(20px * var(--yzt-text-scale, 1));
    font-variant-numeric: tabular-nums;
  }
  dt {
    flex: none;
    max-width: 45%;
    margin-right: var(--yzt-space-2);
    overflow: hidden;
    color: var(--yzt-color-text-muted);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  dd {
    flex: 1;
    min-width: 0;
    margin: 0;
    overflow: hidden;
    text-align: end;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    .row[aria-selected='true'] .card {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
