import { css } from 'lit';

/** Styles of `<yzt-closed-season>`. */
export const closedSeasonStyles = css`
  :host {
    font-size: var(--yzt-font-size-s);
    font-variant-numeric: tabular-nums;
  }
  h3 {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    margin: 0 0 var(--yzt-space-1);
    font-size: var(--yzt-font-size-m);
  }
  time {
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
    font-weight: 400;
  }
  p,
  h4,
  ul {
    margin: 0;
    padding: 0;
  }
  [part='state'] {
    display: inline-block;
    padding: 0 var(--yzt-space-2);
    border-radius: var(--yzt-radius-s);
    background: var(--yzt-color-surface-sunken);
    font-weight: 600;
  }
  [part='state'].closed {
    background: var(--yzt-color-danger-soft);
    color: var(--yzt-color-danger-text);
  }
  [part='state'].partly {
    background: var(--yzt-color-warning-soft);
    color: var(--yzt-color-warning-text);
  }
  [part='state'].open {
    background: var(--yzt-color-success-soft);
    color: var(--yzt-color-success-text);
  }
  [part='next'] {
    margin-top: var(--yzt-space-1);
  }
  h4 {
    margin-top: var(--yzt-space-3);
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
    font-weight: 400;
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    grid-gap: 0 var(--yzt-space-2);
    margin-top: var(--yzt-space-1);
    list-style: none;
  }
  .word,
  .dates {
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
  .closed > .word {
    color: var(--yzt-color-danger-text);
    font-weight: 600;
  }
  .dates,
  .year {
    grid-column: 1 / -1;
  }
  .year {
    position: relative;
    height: 6px;
    margin: 2px 0;
    border-radius: 3px;
    background: var(--yzt-color-surface-sunken);
    forced-color-adjust: none;
  }
  .span,
  .now {
    position: absolute;
    top: 0;
    bottom: 0;
  }
  .span {
    border-radius: 3px;
    background: var(--yzt-color-border-strong);
  }
  .closed .span {
    background: var(--yzt-color-danger);
  }
  .now {
    top: -2px;
    bottom: -2px;
    width: 2px;
    margin-left: -1px;
    background: var(--yzt-color-text);
  }
  .note {
    margin-top: var(--yzt-space-2);
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-xs);
  }
  @media (forced-colors: active) {
    [part='state'] {
      border: 1px solid;
    }
  }
`;
