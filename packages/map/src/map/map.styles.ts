import { css } from 'lit';

export const mapStyles = css`
  :host {
    position: relative;
    height: 100%;
    min-height: 200px;
    overflow: hidden;
    background: var(--yzt-map-sea);
    contain: layout style;
  }
  .viewport,
  .content,
  .corners {
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
  }
  .viewport {
    z-index: 0;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
    -webkit-touch-callout: none;
  }
  .viewport:focus {
    outline: none;
  }
  .viewport.keyboard:focus::after {
    content: '';
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    border: 3px solid var(--yzt-color-focus);
    pointer-events: none;
  }
  .crosshair {
    display: none;
    position: absolute;
    top: 50%;
    left: 50%;
    width: 25px;
    height: 25px;
    margin: -12px 0 0 -12px;
    pointer-events: none;
    color: var(--yzt-map-selection);
  }
  .viewport.keyboard:focus + .crosshair {
    display: block;
  }
  .crosshair path {
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
  }
  .crosshair path:first-child {
    stroke: var(--yzt-map-halo);
    stroke-width: 4;
  }
  .box {
    position: absolute;
    border: 2px solid var(--yzt-color-accent);
    background: var(--yzt-color-accent-soft);
    opacity: 0.6;
  }
  .content,
  .corners {
    z-index: 1;
    pointer-events: none;
  }
  .content {
    overflow: hidden;
  }
  .corners {
    z-index: 2;
    display: grid;
    grid-template: 'top-start top-end' 1fr 'bottom-start bottom-end' auto 'bottom bottom' auto / 1fr 1fr;
  }
  .corner {
    display: grid;
    grid-gap: var(--yzt-space-2);
    align-content: start;
    justify-items: start;
    min-width: 0;
    min-height: 0;
    padding: var(--yzt-space-3);
  }
  .top-start {
    grid-area: top-start;
  }
  .top-end {
    grid-area: top-end;
  }
  .bottom-start {
    grid-area: bottom-start;
  }
  .bottom-end {
    grid-area: bottom-end;
  }
  .top-end,
  .bottom-end {
    justify-items: end;
  }
  .bottom-start,
  .bottom-end {
    align-content: end;
  }
  .bottom {
    grid-area: bottom;
    justify-items: stretch;
    padding: 0;
  }
  ::slotted(*) {
    pointer-events: auto;
  }
  @media (forced-colors: active) {
    :host {
      border: 1px solid CanvasText;
    }
    .box {
      border-color: Highlight;
    }
  }
`;
