import { css } from 'lit';

/** The frame that all layouts share, the title bar, and what lies over the map. */
export const pageStyles = css`
  :host {
    position: relative;
    height: 100vh;
    overflow: hidden;
    background: var(--yzt-color-page);
  }
  [hidden] {
    display: none !important;
  }
  .desk ::slotted([data-yzt-layouts]:not([data-yzt-layouts~='desk'])),
  .screen ::slotted([data-yzt-layouts]:not([data-yzt-layouts~='screen'])),
  .mobile ::slotted([data-yzt-layouts]:not([data-yzt-layouts~='mobile'])) {
    display: none !important;
  }
  .base {
    display: grid;
    height: 100%;
  }
  h1,
  p {
    margin: 0;
  }
  .bar {
    display: grid;
    grid-area: bar;
    grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
    grid-gap: var(--yzt-space-4);
    align-items: center;
    min-height: 56px;
    padding: 0 var(--yzt-space-4);
    border-bottom: 1px solid var(--yzt-color-border);
    background: var(--yzt-color-surface);
  }
  .brand {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: auto;
    grid-gap: var(--yzt-space-3);
    align-items: center;
    justify-content: start;
    min-width: 0;
  }
  .emblem {
    display: grid;
    width: 32px;
    height: 32px;
  }
  .emblem ::slotted(*) {
    display: grid;
    place-items: center;
    width: 32px;
    height: 32px;
    object-fit: contain;
  }
  .emblem ::slotted(span) {
    border-radius: var(--yzt-radius-m);
    background: var(--yzt-color-accent);
    color: var(--yzt-color-text-on-accent);
    font-size: 17px;
    font-weight: 700;
  }
  h1 {
    font-size: var(--yzt-font-size-xl);
    font-weight: 700;
    line-height: 1.25;
    letter-spacing: 0.01em;
    white-space: nowrap;
  }
  /* Where there is little room the date stays, and the unit is shortened. */
  .owner {
    display: flex;
    min-width: 0;
    overflow: hidden;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
    white-space: nowrap;
  }
  .owner span {
    flex: 0 1 auto;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .owner .when {
    flex: none;
  }
  .owner span + span::before {
    content: ' · ';
  }
  .views {
    display: grid;
    grid-auto-flow: column;
    grid-gap: 2px;
    justify-self: center;
    padding: 2px;
    border-radius: var(--yzt-radius-m);
    background: var(--yzt-color-surface-sunken);
  }
  .views ::slotted(*) {
    display: inline-grid;
    grid-auto-flow: column;
    grid-gap: 6px;
    align-items: baseline;
    align-content: center;
    min-height: var(--yzt-control-height);
    padding: 0 var(--yzt-space-4);
    border: 0;
    border-radius: 6px;
    background: transparent;
    color: inherit;
    font: inherit;
    font-weight: 500;
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
  }
  .views ::slotted(:hover) {
    color: var(--yzt-color-accent-text);
  }
  .views ::slotted([aria-pressed='true']),
  .views ::slotted([aria-current]) {
    background: var(--yzt-color-surface-raised);
    box-shadow: 0 1px 3px rgba(0, 0, 0, 0.16);
    color: var(--yzt-color-accent-text);
  }
  .status {
    display: flex;
    grid-column: 3;
    align-items: center;
    justify-content: flex-end;
    min-width: 0;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
  }
  .status > yzt-appearance {
    flex: none;
    margin-left: var(--yzt-space-3);
  }
  .stage {
    position: relative;
    grid-area: stage;
    min-width: 0;
    min-height: 0;
  }
  .map {
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
  }
  .map ::slotted(yzt-map) {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
    min-height: 0;
  }
  .tools {
    position: absolute;
    z-index: 2;
    top: 0;
    right: 0;
    display: grid;
    grid-gap: var(--yzt-space-2);
    justify-items: end;
    margin: var(--yzt-space-3);
  }
  /* The legend stands on the time slider, however high that is. */
  .low {
    position: absolute;
    z-index: 2;
    right: 0;
    bottom: 0;
    left: 0;
    display: flex;
    flex-direction: column;
    align-items: flex-end;
    pointer-events: none;
  }
  .low > * {
    pointer-events: auto;
  }
  .stage .legend {
    max-width: 44%;
    margin: var(--yzt-space-3);
    --yzt-legend-max-height: 38vh;
  }
  .stage .legend ::slotted(*) {
    padding: var(--yzt-space-1) var(--yzt-space-4);
    border: 1px solid var(--yzt-color-border);
    border-radius: var(--yzt-radius-m);
    background: var(--yzt-color-surface);
    box-shadow: var(--yzt-shadow-panel);
  }
  .timeline {
    align-self: center;
    width: 100%;
    max-width: 760px;
    margin: 0 0 var(--yzt-space-3);
    padding: 0 var(--yzt-space-3);
  }
  .timeline ::slotted(*) {
    padding: var(--yzt-space-2) var(--yzt-space-3);
    border: 1px solid var(--yzt-color-border);
    border-radius: var(--yzt-radius-m);
    background: var(--yzt-color-surface);
    box-shadow: var(--yzt-shadow-panel);
  }
  .strip {
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    grid-area: strip;
    align-items: center;
    min-height: 40px;
    padding: 2px calc(var(--yzt-space-4) / 2);
    border-top: 1px solid var(--yzt-color-border);
    background: var(--yzt-color-surface);
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
  .strip > *,
  .strip ::slotted(*) {
    margin: 2px calc(var(--yzt-space-4) / 2);
  }
  .strip > slot {
    margin: 0;
  }
  .strip yzt-attribution {
    flex: 1 1 24em;
    text-align: right;
  }
  @media print {
    .tools,
    .views,
    .edge,
    .grip,
    .tabs,
    yzt-appearance {
      display: none;
    }
  }
`;
