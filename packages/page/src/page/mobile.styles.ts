import { css } from 'lit';

/** In a hand: the map, search on top, a sheet of three heights, one primary action. */
export const mobileStyles = css`
  .mobile {
    position: relative;
    display: block;
    --_line: calc(24px * var(--yzt-text-scale, 1));
  }
  .mobile .bar {
    position: absolute;
    z-index: 3;
    top: 12px;
    right: 12px;
    left: 12px;
    grid-template-columns: minmax(0, 1fr);
    grid-gap: var(--yzt-space-2);
    min-height: 0;
    padding: 0;
    border: 0;
    background: transparent;
    pointer-events: none;
  }
  .mobile .bar > * {
    pointer-events: auto;
  }
  .mobile .brand {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip: rect(0 0 0 0);
  }
  .mobile .search {
    padding: 0;
    border-radius: var(--yzt-radius-m);
    background: var(--yzt-color-surface);
    box-shadow: var(--yzt-shadow-panel);
  }
  .mobile .views {
    justify-self: start;
    max-width: 100%;
    overflow-x: auto;
    background: var(--yzt-color-surface);
    box-shadow: var(--yzt-shadow-panel);
  }
  .mobile .views ::slotted(*) {
    min-height: 40px;
    padding: 0 var(--yzt-space-3);
  }
  .mobile .views ::slotted([aria-pressed='true']),
  .mobile .views ::slotted([aria-current]) {
    background: var(--yzt-color-accent);
    box-shadow: none;
    color: var(--yzt-color-text-on-accent);
  }
  .mobile .status {
    display: grid;
    grid-column: 1;
    grid-gap: var(--yzt-space-2);
    justify-items: start;
  }
  .mobile .status ::slotted(*) {
    padding: 6px 10px;
    border-radius: var(--yzt-radius-m);
    background: var(--yzt-color-surface);
    box-shadow: var(--yzt-shadow-panel);
  }
  .mobile .stage {
    position: absolute;
    top: 0;
    right: 0;
    bottom: calc(var(--_sheet-rest) + var(--_line));
    left: 0;
  }
  .mobile .tools {
    top: auto;
    bottom: 0;
  }
  .mobile .tools yzt-zoom-tool,
  .mobile .tools yzt-full-screen-tool {
    display: none;
  }
  /* A card along the bottom of the map has that place to itself. */
  .mobile.popup-open .tools,
  .mobile.popup-open .timeline {
    visibility: hidden;
  }
  .mobile .low {
    right: 56px;
  }
  .mobile .timeline {
    margin: var(--yzt-space-3) 0;
  }
  .mobile .strip {
    position: absolute;
    z-index: 2;
    right: 0;
    bottom: calc(var(--_sheet-rest) - 16px);
    left: 0;
    display: block;
    min-height: 0;
    height: calc(var(--_line) + 16px);
    padding: 0 12px 16px;
    overflow: hidden;
    border: 0;
    white-space: nowrap;
  }
  .mobile .strip yzt-attribution {
    margin: 0;
  }
  .mobile .strip yzt-attribution::part(base) {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .sheet {
    position: absolute;
    z-index: 4;
    right: 0;
    bottom: 0;
    left: 0;
    overflow-x: hidden;
    overflow-y: auto;
    border-radius: 16px 16px 0 0;
    background: var(--yzt-color-surface);
    box-shadow: var(--yzt-shadow-popover);
    transition: height var(--yzt-duration) var(--yzt-easing);
    overscroll-behavior: contain;
  }
  .sheet.peek {
    overflow: hidden;
  }
  .sheet.dragged {
    transition: none;
  }
  .grip {
    position: sticky;
    z-index: 2;
    top: 0;
    display: block;
    width: 100%;
    height: 28px;
    min-height: 28px;
    padding: 0;
    border: 0;
    border-radius: 0;
    background: var(--yzt-color-surface);
    touch-action: none;
    cursor: grab;
  }
  .grip:focus {
    outline-offset: -3px;
  }
  .grip::after {
    display: block;
    width: 40px;
    height: 4px;
    margin: 0 auto;
    border-radius: 2px;
    background: var(--yzt-color-border-strong);
    content: '';
  }
  .sheet .figures,
  .sheet .primary,
  .sheet .details,
  .sheet .resources,
  .sheet .settings,
  .sheet .charts ::slotted(*) {
    padding: var(--yzt-space-4) 20px;
  }
  .sheet .figures {
    padding-top: 0;
  }
  .sheet .primary {
    padding-top: 0;
  }
  .sheet .charts ::slotted(*),
  .sheet .details,
  .sheet .resources,
  .sheet .settings {
    border-top: 8px solid var(--yzt-color-page);
  }
  .sheet .details {
    height: var(--yzt-page-details-height, 460px);
  }
  .sheet .figures ::slotted(h2) {
    font-size: var(--yzt-font-size-xl);
  }
  .primary ::slotted(*) {
    display: block;
    box-sizing: border-box;
    width: 100%;
    min-height: 48px;
    border: 0;
    border-radius: var(--yzt-radius-m);
    background: var(--yzt-color-accent);
    color: var(--yzt-color-text-on-accent);
    font: inherit;
    font-size: var(--yzt-font-size-l);
    font-weight: 600;
    cursor: pointer;
  }
  .settings > * {
    margin-bottom: var(--yzt-space-3);
  }
  @media (prefers-reduced-motion: reduce) {
    .sheet {
      transition: none;
    }
  }
`;
