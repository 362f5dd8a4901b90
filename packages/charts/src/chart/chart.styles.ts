import { css } from 'lit';

/** Shared by all charts: frame, states, legend row, table. */
export const chartStyles = css`
  :host {
    position: relative;
    min-width: 0;
  }
  figure {
    display: flex;
    flex-direction: column;
    height: 100%;
    margin: 0;
  }
  figcaption {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    grid-gap: var(--yzt-space-2);
    align-items: baseline;
    margin-bottom: var(--yzt-space-2);
  }
  .title {
    margin: 0;
    font-size: var(--yzt-font-size-m);
    font-weight: 600;
    line-height: 1.4;
  }
  /* Space behind the title, so that a unit that wraps begins where the title does. */
  .title + .unit {
    margin: 0;
  }
  .title {
    margin-right: var(--yzt-space-2);
  }
  .unit {
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
    font-weight: 400;
    white-space: nowrap;
  }
  button {
    min-height: 24px;
    padding: 0 var(--yzt-space-1);
    border: 0;
    border-radius: var(--yzt-radius-s);
    background: transparent;
    color: var(--yzt-color-accent-text);
    font: inherit;
    font-size: var(--yzt-font-size-xs);
    cursor: pointer;
  }
  button:hover {
    text-decoration: underline;
  }
  .tools {
    white-space: nowrap;
  }
  .export {
    position: relative;
    display: inline-block;
  }
  .menu {
    position: absolute;
    z-index: 3;
    top: 100%;
    right: 0;
    display: grid;
    min-width: 8em;
    padding: var(--yzt-space-1);
    border: 1px solid var(--yzt-color-border);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface-raised);
    box-shadow: var(--yzt-shadow-popover);
  }
  .menu button {
    min-height: var(--yzt-control-height);
    padding: 0 var(--yzt-space-2);
    color: var(--yzt-color-text);
    text-align: left;
  }
  .menu button:hover {
    background: var(--yzt-color-surface-sunken);
    text-decoration: none;
  }
  .plot {
    position: relative;
    display: grid;
    flex: 1 1 auto;
    grid-template-columns: minmax(0, 1fr);
    min-width: 0;
    font-size: var(--yzt-font-size-s);
    font-variant-numeric: tabular-nums;
    /* Rows of lying bars are as high as a line: any length works, and its px are known to the drawing. */
    line-height: var(--yzt-chart-row-height, 2);
  }
  .plot > :not(svg) {
    line-height: 1.5;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    margin: 0 0 var(--yzt-space-1);
    padding: 0;
    list-style: none;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
  .legend li {
    display: inline-flex;
    align-items: center;
    max-width: 100%;
    margin-right: var(--yzt-space-3);
  }
  .legend button,
  .legend .entry {
    display: inline-flex;
    align-items: center;
    max-width: 100%;
    min-height: 24px;
    padding: 0;
    color: inherit;
    text-align: left;
  }
  .legend .key {
    flex: none;
    margin-right: 6px;
  }
  .legend .faded {
    color: var(--yzt-color-text-muted);
  }
  .legend .faded .key {
    opacity: 0.32;
  }
  .legend [aria-pressed='true'] {
    color: var(--yzt-color-text);
    font-weight: 600;
  }
  .key.line {
    height: 3px;
    width: 16px;
  }
  .key {
    display: inline-block;
    width: 10px;
    height: 10px;
    border-radius: 2px;
  }
  .tip small {
    color: var(--yzt-color-text-muted);
    font-size: inherit;
  }
  .state {
    display: grid;
    place-items: center;
    min-height: 88px;
    margin: 0;
    padding: var(--yzt-space-3);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface-sunken);
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
    text-align: center;
  }
  .state.wrong {
    background: var(--yzt-color-danger-soft);
    color: var(--yzt-color-danger-text);
  }
  .late {
    grid-column: 1 / -1;
    margin: 0;
    color: var(--yzt-color-danger-text);
    font-size: var(--yzt-font-size-xs);
  }
  /* Marks of an earlier answer while the next one is under way; not for a blink of time. */
  .plot {
    transition: opacity 200ms 150ms;
  }
  :host([stale]) .plot {
    opacity: 0.5;
  }
  .skeleton {
    display: grid;
    grid-gap: 12px;
    padding: 6px 0;
  }
  .skeleton i {
    height: 10px;
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-border);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .skeleton i:nth-child(2) {
    width: 78%;
  }
  .skeleton i:nth-child(3) {
    width: 56%;
  }
  .skeleton i:nth-child(4) {
    width: 40%;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  .note {
    margin: var(--yzt-space-1) 0 0;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
  .source {
    margin: var(--yzt-space-2) 0 0;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
  .badge {
    display: inline-block;
    margin-right: var(--yzt-space-1);
    padding: 0 5px;
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-warning-soft);
    color: var(--yzt-color-warning-text);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--yzt-font-size-s);
  }
  th,
  td {
    padding: 5px 0;
    border-bottom: 1px solid var(--yzt-color-border);
    font-weight: 400;
    text-align: left;
  }
  thead th {
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
  .number {
    padding-left: var(--yzt-space-3);
    text-align: right;
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton i {
      animation: none;
    }
  }
  @media print {
    :host {
      page-break-inside: avoid;
      -webkit-print-color-adjust: exact;
    }
    .tools,
    .tip {
      display: none;
    }
    /* Paper is not as wide as the page was: the drawing shrinks as a whole. */
    .plot svg {
      max-width: 100%;
      height: auto;
    }
  }
  @media (forced-colors: active) {
    .menu,
    .tip,
    .state {
      border: 1px solid CanvasText;
    }
  }
`;
