import { css } from 'lit';

/** Styles of `<yzt-circle-watch>`. */
export const circleWatchStyles = css`
  :host {
    font-size: var(--yzt-font-size-s);
    font-variant-numeric: tabular-nums;
  }
  h3 {
    margin: 0 0 var(--yzt-space-2);
    font-size: var(--yzt-font-size-m);
  }
  .circles {
    display: flex;
    margin: 0 -2px;
  }
  .circles button {
    flex: 1 1 0;
    display: block;
    min-width: 0;
    margin: 0 2px;
    padding: var(--yzt-space-1) var(--yzt-space-2);
    border-top: 3px solid var(--_circle);
    text-align: left;
    line-height: 1.3;
  }
  .circles b {
    display: block;
    font-size: var(--yzt-font-size-l);
  }
  .said,
  .note {
    margin: var(--yzt-space-2) 0 0;
  }
  .note,
  .source {
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
  .source {
    margin: var(--yzt-space-2) 0 0;
  }
  ul,
  ol {
    margin: var(--yzt-space-2) 0 0;
    padding: 0;
    list-style: none;
  }
  .groups {
    display: flex;
    flex-wrap: wrap;
    color: var(--yzt-color-text-muted);
  }
  .groups li {
    margin-right: var(--yzt-space-3);
    white-space: nowrap;
  }
  .dot {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-right: 5px;
    border-radius: 50%;
    background: var(--_group);
    forced-color-adjust: none;
  }
  button.vessel {
    display: grid;
    grid-auto-flow: row;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: baseline;
    justify-content: stretch;
    grid-gap: 0 var(--yzt-space-2);
    width: 100%;
    padding: var(--yzt-space-1) var(--yzt-space-2);
    border-width: 1px 0 0;
    border-color: var(--yzt-color-border);
    border-radius: 0;
    background: transparent;
    text-align: left;
  }
  button.vessel:hover,
  button.vessel.hovered {
    background: var(--yzt-color-surface-sunken);
  }
  button.vessel[aria-pressed='true'] {
    background: var(--yzt-color-accent-soft);
  }
  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .place {
    white-space: nowrap;
  }
  .what {
    grid-column: 1 / -1;
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
  .end {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    margin-top: var(--yzt-space-2);
  }
`;
