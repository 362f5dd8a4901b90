import { css } from 'lit';

/** Styles of `<yzt-scale-line>`. */
export const scaleLineStyles = css`
  :host {
    display: inline-block;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
    font-variant-numeric: tabular-nums;
    line-height: 1.3;
  }
  .base {
    display: inline-grid;
    grid-auto-flow: column;
    grid-gap: var(--yzt-space-3);
    align-items: end;
  }
  /* Over the map: a quiet ground, so that the words stay readable. */
  :host([slot]) .base {
    padding: 1px 6px 3px;
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface);
  }
  .bar {
    border: 1.5px solid currentColor;
    border-top: 0;
    height: 5px;
  }
  .length {
    display: block;
    text-align: center;
    white-space: nowrap;
    text-shadow:
      0 0 2px var(--yzt-map-halo),
      0 0 2px var(--yzt-map-halo);
  }
  .ratio {
    white-space: nowrap;
  }
`;
