import { css } from 'lit';

/** Styles of the card of `<yzt-popup>`. */
export const popupStyles = css`
  .card {
    position: absolute;
    top: 0;
    left: 0;
    display: flex;
    flex-direction: column;
    width: max-content;
    min-width: 200px;
    max-width: min(var(--yzt-popup-max-width, 340px), var(--_room-width, 100vw));
    max-height: var(--_room-height, 60vh);
    overflow: visible;
    transform: translate(var(--_left, 0), var(--_top, 0));
    border: 1px solid var(--yzt-color-border);
    border-radius: var(--yzt-radius-m);
    background: var(--yzt-color-surface-raised);
    box-shadow: var(--yzt-shadow-popover);
    font-size: var(--yzt-font-size-s);
  }
  .card.outside {
    visibility: hidden;
  }
  .tip {
    position: absolute;
    left: var(--_tip, 50%);
    width: 12px;
    height: 12px;
    margin-left: -6px;
    border: 1px solid var(--yzt-color-border);
    border-width: 0 1px 1px 0;
    background: var(--yzt-color-surface-raised);
  }
  .above .tip {
    bottom: -7px;
    transform: rotate(45deg);
  }
  .below .tip {
    top: -7px;
    transform: rotate(225deg);
  }
  header {
    display: flex;
    align-items: flex-start;
    padding: var(--yzt-space-2) var(--yzt-space-1) var(--yzt-space-1) var(--yzt-space-3);
  }
  .title {
    flex: 1;
    min-width: 0;
    margin: 0;
    padding-top: 4px;
    font-size: var(--yzt-font-size-l);
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .class {
    display: inline-flex;
    align-items: center;
    margin: 0 var(--yzt-space-3) var(--yzt-space-2);
  }
  .class .swatch {
    width: 10px;
    height: 10px;
    margin-right: 6px;
  }
  .class .swatch.marker {
    width: 14px;
    height: 14px;
  }
  /* Title, actions and pager stay; everything else scrolls where it does not fit. */
  .body {
    min-height: 0;
    padding: 0 0 var(--yzt-space-2);
    overflow-y: auto;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(4em, auto) minmax(0, 1fr);
    grid-gap: 2px var(--yzt-space-3);
    margin: 0;
    padding: 0 var(--yzt-space-3) var(--yzt-space-1);
    line-height: 1.5;
  }
  dt {
    color: var(--yzt-color-text-muted);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .words {
    margin: 0;
    padding: 0 var(--yzt-space-3) var(--yzt-space-1);
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  /* A page of somebody else's: on the white it was made for. */
  .page {
    display: block;
    width: 300px;
    max-width: 100%;
    height: 180px;
    margin: 0 0 var(--yzt-space-1);
    border: 0;
    background: #fff;
    color-scheme: light;
  }
  /* One running text, so that a long source fills its lines; a date stays whole. */
  .source {
    margin: 0;
    padding: 0 var(--yzt-space-3);
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
    line-height: 1.6;
    overflow-wrap: anywhere;
  }
  .source .date {
    margin-left: 0.8em;
    white-space: nowrap;
  }
  .source .badge {
    margin-right: 0.6em;
  }
  .pager {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: flex-end;
    padding: 0 var(--yzt-space-2) var(--yzt-space-2);
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .pager button {
    flex: none;
    min-width: 28px;
    min-height: 28px;
  }
  .pager span {
    padding: 0 var(--yzt-space-1);
  }
  .actions::slotted(*) {
    margin: 0 var(--yzt-space-3) var(--yzt-space-3);
  }
  /* Phone: a card along the bottom of the map. */
  .card.sheet {
    width: var(--_room-width, 100vw);
    max-width: none;
    border-radius: var(--yzt-radius-m) var(--yzt-radius-m) 0 0;
  }
  .clamped .tip,
  .sheet .tip {
    display: none;
  }
  @media (pointer: coarse) {
    .pager button {
      min-width: var(--yzt-control-height);
      min-height: var(--yzt-control-height);
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
