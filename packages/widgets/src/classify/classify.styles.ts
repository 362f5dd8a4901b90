import { css } from 'lit';

/** Styles of `<yzt-classify>`. */
export const classifyStyles = css`
  .head {
    display: flex;
    align-items: center;
    min-height: 28px;
    margin-bottom: var(--yzt-space-1);
  }
  .name {
    flex: 1;
    min-width: 0;
    font-weight: 600;
  }
  .field {
    flex: 1;
    min-width: 0;
    margin-right: var(--yzt-space-2);
  }
  select,
  input[type='text'] {
    box-sizing: border-box;
    min-height: var(--yzt-control-height);
    max-width: 100%;
    padding: 0 var(--yzt-space-2);
    border: 1px solid var(--yzt-color-border-strong);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface);
    color: inherit;
    font: inherit;
    font-size: var(--yzt-font-size-s);
  }
  input[aria-invalid='true'] {
    border-color: var(--yzt-color-danger-text);
  }
  .caption {
    flex: none;
    margin-right: var(--yzt-space-2);
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    margin: -2px;
  }
  .choices label {
    display: flex;
    flex: 1 1 auto;
    align-items: center;
    margin: 2px var(--yzt-space-2) 2px 2px;
  }
  .choices label:last-child {
    margin-right: 2px;
  }
  .choices select {
    flex: 1;
    min-width: calc(56px * var(--yzt-text-scale, 1));
  }
  .use,
  .fit {
    margin: var(--yzt-space-1) 0 0;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
  }
  .wrong {
    margin: var(--yzt-space-1) 0 0;
    color: var(--yzt-color-danger-text);
    font-size: var(--yzt-font-size-s);
  }
  .ramps {
    margin-top: var(--yzt-space-2);
  }
  summary {
    display: flex;
    align-items: center;
    min-height: var(--yzt-control-height);
    cursor: pointer;
  }
  .strip {
    flex: 1;
    min-width: 60px;
    height: 14px;
    border: 1px solid var(--yzt-color-border);
    border-radius: 2px;
    background: var(--_ramp);
    forced-color-adjust: none;
  }
  .badge.safe {
    flex: none;
    margin-left: var(--yzt-space-2);
    background: var(--yzt-color-success-soft);
    color: var(--yzt-color-success-text);
  }
  summary::after {
    content: '';
    flex: none;
    width: 7px;
    height: 7px;
    margin: 0 4px 4px var(--yzt-space-3);
    border: solid var(--yzt-color-text-muted);
    border-width: 0 2px 2px 0;
    transform: rotate(45deg);
  }
  summary::-webkit-details-marker {
    display: none;
  }
  details[open] > summary::after {
    margin: 4px 4px 0 var(--yzt-space-3);
    transform: rotate(225deg);
  }
  fieldset {
    min-width: 0;
    margin: 0 0 var(--yzt-space-2);
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
  }
  .ramp,
  .turn,
  .log {
    display: flex;
    align-items: center;
    min-height: 26px;
    font-size: var(--yzt-font-size-s);
    cursor: pointer;
  }
  .ramp input,
  .turn input,
  .log input {
    flex: none;
    margin: 0 var(--yzt-space-2) 0 0;
  }
  .ramp-name {
    flex: none;
    width: calc(60px * var(--yzt-text-scale, 1));
    margin-left: var(--yzt-space-2);
    color: var(--yzt-color-text-muted);
  }
  .ramp .badge {
    margin-left: 0;
  }
  .histogram {
    position: relative;
    height: 88px;
    margin-top: var(--yzt-space-3);
    border-bottom: 1px solid var(--yzt-color-border-strong);
    touch-action: none;
  }
  .histogram svg {
    display: block;
    width: 100%;
    height: 100%;
    forced-color-adjust: none;
  }
  .histogram path {
    stroke: var(--yzt-color-border-strong);
    stroke-width: 0.6px;
    vector-effect: non-scaling-stroke;
  }
  .handle {
    position: absolute;
    top: 0;
    bottom: -8px;
    left: calc(var(--_place) * 100%);
    width: 18px;
    margin-left: -9px;
    cursor: ew-resize;
    touch-action: none;
  }
  .handle::before {
    content: '';
    position: absolute;
    top: 0;
    bottom: 8px;
    left: 8px;
    width: 2px;
    background: var(--yzt-color-text);
  }
  .handle::after {
    content: '';
    position: absolute;
    bottom: 0;
    left: 2px;
    width: 14px;
    height: 14px;
    border: 2px solid var(--yzt-color-text);
    border-radius: 50%;
    background: var(--yzt-color-surface);
  }
  .handle:hover,
  .handle:focus {
    z-index: 1;
  }
  .tip {
    position: absolute;
    bottom: 100%;
    left: 9px;
    display: none;
    padding: 0 5px;
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-text);
    color: var(--yzt-color-surface);
    font-size: var(--yzt-font-size-xs);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    transform: translateX(-50%);
    pointer-events: none;
  }
  .handle:hover .tip,
  .handle:focus .tip {
    display: block;
  }
  .ends {
    display: flex;
    justify-content: space-between;
    margin-top: 10px;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
    font-variant-numeric: tabular-nums;
  }
  .limits {
    display: flex;
    align-items: center;
    margin: var(--yzt-space-2) 0;
  }
  .limits input {
    flex: 1;
    min-width: 0;
    font-variant-numeric: tabular-nums;
  }
  @media (pointer: coarse) {
    .ramp,
    .turn,
    .log {
      min-height: var(--yzt-control-height);
    }
    .handle {
      width: 32px;
      margin-left: -16px;
    }
    .handle::before {
      left: 15px;
    }
    .handle::after {
      left: 6px;
      width: 20px;
      height: 20px;
    }
    .tip {
      left: 16px;
    }
  }
  @media (forced-colors: active) {
    .handle::before {
      background: CanvasText;
    }
  }
`;
