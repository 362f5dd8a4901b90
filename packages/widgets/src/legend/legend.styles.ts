import { css } from 'lit';

/** Styles of `<yzt-legend>`. */
export const legendStyles = css`
  :host {
    font-size: var(--yzt-font-size-s);
  }
  /* One that folds stands on a map, which would be read through it. */
  :host([collapsible]:not([orientation='horizontal'])) {
    padding: var(--yzt-space-1) var(--yzt-space-4);
    border: 1px solid var(--yzt-color-border);
    border-radius: var(--yzt-radius-m);
    background: var(--yzt-legend-background, var(--yzt-color-surface));
    box-shadow: var(--yzt-shadow-panel);
  }
  .toggle {
    display: flex;
    align-items: center;
    justify-content: space-between;
    width: 100%;
    min-height: var(--yzt-control-height);
    padding: 0;
    border: 0;
    background: transparent;
    font-size: var(--yzt-font-size-s);
    font-weight: 600;
  }
  .toggle span {
    margin-right: var(--yzt-space-3);
  }
  /* What does not fit scrolls; a shade at the edge says that there is more. */
  .fold {
    --_surface: var(--yzt-legend-background, var(--yzt-color-surface));
    max-height: var(--yzt-legend-max-height, none);
    overflow: auto;
    background:
      linear-gradient(to bottom, var(--_surface) 40%, transparent) 0 0 / 100% 32px no-repeat local,
      linear-gradient(to top, var(--_surface) 40%, transparent) 0 100% / 100% 32px no-repeat local,
      linear-gradient(to bottom, var(--yzt-color-border), transparent) 0 0 / 100% 8px no-repeat scroll,
      linear-gradient(to top, var(--yzt-color-border), transparent) 0 100% / 100% 8px no-repeat scroll;
  }
  /* Out of sight and out of the way, but still measured: it unfolds by itself when there is room. */
  .fold.closed {
    width: 0;
    height: 0;
    overflow: hidden;
    visibility: hidden;
  }
  .fold.closed .base {
    width: max-content;
  }
  .block + .block {
    margin-top: var(--yzt-space-3);
  }
  .block.off .swatch {
    opacity: 0.4;
  }
  .block.off {
    color: var(--yzt-color-text-muted);
  }
  .head {
    display: flex;
    align-items: center;
    min-height: 28px;
  }
  .title {
    flex: 1;
    min-width: 0;
    margin: 0;
    font-size: inherit;
    font-weight: 600;
    line-height: 1.25;
  }
  .unit,
  .reason {
    margin-left: var(--yzt-space-1);
    color: var(--yzt-color-text-muted);
    font-weight: 400;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .row {
    display: flex;
    align-items: center;
    width: 100%;
    min-height: 28px;
    padding: 2px var(--yzt-space-2);
    border: 0;
    border-radius: var(--yzt-radius-s);
    background: transparent;
    color: inherit;
    font: inherit;
    text-align: start;
  }
  .row .swatch {
    margin-right: var(--yzt-space-2);
  }
  .place {
    display: inline-flex;
    flex: none;
    justify-content: center;
    align-items: center;
    width: 18px;
    margin-right: var(--yzt-space-2);
  }
  .place .swatch {
    margin: 0;
  }
  .place .swatch.marker {
    width: calc(22px * var(--yzt-text-scale, 1));
    height: calc(22px * var(--yzt-text-scale, 1));
    margin: 0 -2px;
  }
  .label {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .count {
    margin-left: var(--yzt-space-3);
    color: var(--yzt-color-text-muted);
    font-variant-numeric: tabular-nums;
  }
  /* Numbers under an earlier filter while the next ones are under way; not for a blink of time. */
  :host([stale]) .count {
    opacity: 0.5;
    transition: opacity 200ms 150ms;
  }
  button.row:hover {
    background: var(--yzt-color-surface-sunken);
  }
  button.row[aria-pressed='true'] {
    background: var(--yzt-color-accent-soft);
    color: var(--yzt-color-accent-text);
    font-weight: 600;
  }
  .row.out .label {
    color: var(--yzt-color-text-muted);
    text-decoration: line-through;
  }
  .row.out .swatch {
    opacity: 0.35;
  }
  /* Services draw dark words on nothing or on white. */
  .picture {
    display: block;
    max-width: 100%;
    margin: 2px 0;
    border-radius: var(--yzt-radius-s);
    background: #fff;
    forced-color-adjust: none;
  }
  .picture.failed {
    display: none;
  }
  .picture:not(.failed) + .note {
    display: none;
  }
  .drawn .picture {
    flex: none;
    margin: 0 var(--yzt-space-2) 0 0;
  }
  .heading {
    margin: var(--yzt-space-1) 0 0;
    color: var(--yzt-color-text-muted);
  }
  .ramp {
    min-width: 160px;
    padding: 2px var(--yzt-space-2) 0;
  }
  /* On the ground of the map: that is where the colours are seen. */
  .scale {
    height: 12px;
    border: 1px solid var(--yzt-color-border);
    border-radius: 2px;
    background-color: var(--yzt-map-land);
    background-image: var(--_ramp);
    forced-color-adjust: none;
  }
  .ticks {
    position: relative;
    height: 1.5em;
    margin-top: 2px;
    color: var(--yzt-color-text);
    font-variant-numeric: tabular-nums;
  }
  .tick {
    position: absolute;
    left: var(--_place);
    white-space: nowrap;
    transform: translateX(-50%);
  }
  .tick:first-child {
    transform: none;
  }
  .tick:last-child {
    right: 0;
    left: auto;
    transform: none;
  }
  .ends {
    display: flex;
    justify-content: space-between;
    color: var(--yzt-color-text-muted);
  }
  .sizes {
    margin: var(--yzt-space-1) 0 0;
    padding: 0 var(--yzt-space-2);
  }
  .sizes-name {
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
  .sizes-chart {
    display: flex;
  }
  .sizes-chart svg {
    flex: none;
    overflow: visible;
  }
  .sizes-chart circle {
    fill: none;
    stroke: var(--yzt-color-text-muted);
  }
  .sizes-chart path {
    fill: none;
    stroke: var(--yzt-color-border-strong, var(--yzt-color-border));
  }
  .sizes-numbers {
    position: relative;
    flex: 1;
    min-width: calc(72px * var(--yzt-text-scale, 1));
    margin: 0 0 0 var(--yzt-space-1);
    padding: 0;
    list-style: none;
    font-variant-numeric: tabular-nums;
  }
  .sizes-numbers li {
    position: absolute;
    left: 0;
    height: calc(16px * var(--yzt-text-scale, 1));
    line-height: calc(16px * var(--yzt-text-scale, 1));
    white-space: nowrap;
    font-size: var(--yzt-font-size-xs);
  }
  .note {
    margin: var(--yzt-space-1) 0 0;
    padding: 0 var(--yzt-space-2);
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
    line-height: 1.4;
  }
  @media (pointer: coarse) {
    button.row {
      min-height: var(--yzt-control-height);
    }
  }
  @media (forced-colors: active) {
    button.row[aria-pressed='true'] {
      outline: 1px solid;
      outline-offset: -1px;
    }
  }
`;
