import { css } from 'lit';

/** Styles of `<yzt-random-draw>`. */
export const randomDrawStyles = css`
  :host {
    /* What is only read aloud stays within. */
    position: relative;
    font-size: var(--yzt-font-size-s);
    font-variant-numeric: tabular-nums;
  }
  ol.steps {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .steps > li {
    position: relative;
    padding: 0 0 var(--yzt-space-4) 34px;
  }
  .steps > li::before {
    content: '';
    position: absolute;
    left: 11px;
    top: 26px;
    bottom: 0;
    width: 1px;
    background: var(--yzt-color-border);
  }
  .steps > li:last-child::before {
    display: none;
  }
  .mark {
    position: absolute;
    left: 0;
    top: 0;
    width: 23px;
    height: 23px;
    border: 1px solid var(--yzt-color-border-strong);
    border-radius: 50%;
    background: var(--yzt-color-surface);
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
    line-height: 21px;
    text-align: center;
  }
  .now > .mark {
    border-color: var(--yzt-color-accent);
    background: var(--yzt-color-accent);
    color: var(--yzt-color-text-on-accent);
  }
  .done > .mark {
    border-color: var(--yzt-color-accent);
    color: var(--yzt-color-accent-text);
  }
  h3 {
    margin: 0 0 var(--yzt-space-2);
    font-size: var(--yzt-font-size-m);
    line-height: 23px;
  }
  .later > h3 {
    color: var(--yzt-color-text-muted);
    font-weight: 400;
  }
  p {
    margin: 0 0 var(--yzt-space-2);
  }
  .muted {
    color: var(--yzt-color-text-muted);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    margin: 0 0 var(--yzt-space-3);
  }
  .head > * {
    margin: 0 var(--yzt-space-2) 0 0;
  }
  .head h2 {
    font-size: var(--yzt-font-size-l);
    line-height: 1.3;
  }
  label.field {
    display: grid;
    grid-gap: 2px;
    color: var(--yzt-color-text-muted);
  }
  input[type='text'],
  input[type='number'] {
    width: 100%;
    min-width: 0;
    min-height: var(--yzt-control-height);
    padding: 0 var(--yzt-space-2);
    border: 1px solid var(--yzt-color-border-strong);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface);
    color: var(--yzt-color-text);
    font: inherit;
  }
  input:disabled {
    border-color: var(--yzt-color-border);
    background: var(--yzt-color-surface-sunken);
    color: var(--yzt-color-text-muted);
  }
  .party {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    grid-gap: var(--yzt-space-2);
    margin: 0 0 var(--yzt-space-2);
  }
  .tick {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    grid-gap: var(--yzt-space-2);
    align-items: center;
    min-height: var(--yzt-control-height);
    margin: 0 0 var(--yzt-space-2);
  }
  .tick input {
    width: 16px;
    height: 16px;
    margin: 0;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    margin: 0 0 var(--yzt-space-2);
  }
  .buttons > * {
    margin: 0 var(--yzt-space-2) var(--yzt-space-2) 0;
  }
  .hash {
    margin: 0 0 var(--yzt-space-2);
    padding: var(--yzt-space-2) var(--yzt-space-3);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface-sunken);
  }
  .hash dt {
    color: var(--yzt-color-text-muted);
  }
  .hash dd {
    margin: 0;
    font-family: monospace;
    font-size: var(--yzt-font-size-xs);
    overflow-wrap: anywhere;
  }
  .wide {
    max-width: 100%;
    margin: 0 0 var(--yzt-space-2);
    overflow-x: auto;
  }
  caption {
    color: var(--yzt-color-text-muted);
  }
  th,
  td {
    text-align: left;
    vertical-align: top;
  }
  td:first-child {
    padding-left: 0;
  }
  th.number,
  td.number {
    text-align: right;
  }
  thead th {
    white-space: nowrap;
  }
  td input[type='number'] {
    width: 6em;
    text-align: right;
  }
  .rules th,
  .rules td {
    vertical-align: middle;
  }
  .name {
    font-weight: 600;
  }
  .who {
    white-space: nowrap;
  }
  .drawn .code {
    font-size: var(--yzt-font-size-xs);
    color: var(--yzt-color-text-muted);
  }
  .fresh tbody tr {
    animation: appear 0.4s ease-out;
  }
  @keyframes appear {
    from {
      transform: translateY(-6px);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .fresh tbody tr {
      animation: none;
    }
  }
  .class {
    display: inline-block;
    width: 10px;
    height: 10px;
    margin-right: 5px;
    border-radius: 2px;
    background: var(--_class);
    forced-color-adjust: none;
  }
  .warn {
    color: var(--yzt-color-warning-text);
  }
  .verdict {
    padding: var(--yzt-space-2) var(--yzt-space-3);
    border-radius: var(--yzt-radius-s);
  }
  .verdict.valid {
    background: var(--yzt-color-success-soft);
    color: var(--yzt-color-success-text);
  }
  .verdict.invalid {
    background: var(--yzt-color-danger-soft);
    color: var(--yzt-color-danger-text);
  }
  .verdict ul {
    margin: var(--yzt-space-1) 0 0;
    padding-left: 1.4em;
  }
  progress {
    width: 100%;
  }
  .pages {
    display: flex;
    align-items: center;
  }
  .pages > * {
    margin-right: var(--yzt-space-2);
  }
  .source {
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
`;
