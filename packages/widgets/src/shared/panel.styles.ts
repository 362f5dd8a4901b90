import { css } from 'lit';

/** Badges: small words on a tint. `.example` marks seeded data wherever it is shown. */
export const badgeStyles = css`
  .badge {
    display: inline-block;
    padding: 0 6px;
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface-sunken);
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
    line-height: 1.6;
    white-space: nowrap;
  }
  .badge.example,
  .badge.stale {
    background: var(--yzt-color-warning-soft);
    color: var(--yzt-color-warning-text);
  }
  .badge.quiet {
    padding: 0;
    background: transparent;
  }
  .badge.failed {
    background: var(--yzt-color-danger-soft);
    color: var(--yzt-color-danger-text);
  }
  @media (forced-colors: active) {
    .badge {
      border: 1px solid;
    }
  }
`;

/** The designed states of a panel: nothing there, something wrong, still coming. */
export const stateStyles = css`
  .empty,
  .notice {
    margin: 0;
    padding: var(--yzt-space-3);
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
  }
  .notice {
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-danger-soft);
    color: var(--yzt-color-danger-text);
  }
  .skeleton {
    display: block;
    height: 1em;
    margin: var(--yzt-space-2) 0;
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-border);
    animation: pulse 1.4s ease-in-out infinite alternate;
  }
  .skeleton:nth-child(even) {
    width: 64%;
  }
  @keyframes pulse {
    to {
      opacity: 0.4;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation: none;
    }
  }
`;

/** A surface that floats over the map: popups and tool groups. */
export const floatStyles = css`
  .float {
    border: 1px solid var(--yzt-color-border);
    border-radius: var(--yzt-radius-m);
    background: var(--yzt-color-surface-raised);
    box-shadow: var(--yzt-shadow-panel);
  }
`;

/** Buttons that read as words in a line: clear, more, only. */
export const linkButtonStyles = css`
  button.link {
    min-height: 0;
    padding: 2px 4px;
    border: 0;
    background: transparent;
    color: var(--yzt-color-accent-text);
    font-size: var(--yzt-font-size-s);
  }
  button.link:hover {
    text-decoration: underline;
  }
  @media (pointer: coarse) {
    button.link {
      min-height: var(--yzt-control-height);
      padding: 0 var(--yzt-space-2);
    }
  }
`;

/** A small table of figures in a panel: a name at the start of each row, numbers at its end. */
export const figureTableStyles = css`
  table {
    width: 100%;
    border-collapse: collapse;
  }
  caption {
    padding-bottom: 2px;
    text-align: left;
  }
  th,
  td {
    padding: 3px 0 3px var(--yzt-space-2);
    border-top: 1px solid var(--yzt-color-border);
    font-weight: 400;
    text-align: right;
  }
  th:first-child {
    padding-left: 0;
    text-align: left;
  }
  thead th {
    color: var(--yzt-color-text-muted);
  }
`;
