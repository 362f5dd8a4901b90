import { css } from 'lit';

/** Styles of `<yzt-drill-map>`. */
export const drillMapStyles = css`
  .head {
    display: flex;
    align-items: center;
    padding-bottom: var(--yzt-space-1);
    border-bottom: 1px solid var(--yzt-color-border);
  }
  nav {
    display: flex;
    flex: 1;
    align-items: center;
    min-width: 0;
  }
  .path {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: center;
    min-width: 0;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .path li {
    display: flex;
    align-items: center;
    min-width: 0;
  }
  .path li + li::before {
    content: '›';
    margin: 0 var(--yzt-space-1);
    color: var(--yzt-color-text-muted);
  }
  .step {
    min-height: 28px;
    padding: 0 4px;
    border: 0;
    background: transparent;
    color: var(--yzt-color-accent-text);
  }
  .step:hover {
    text-decoration: underline;
  }
  .here {
    padding: 0 4px;
    font-weight: 600;
  }
  ul {
    max-height: var(--yzt-drill-map-max-height, 360px);
    margin: 0;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }
  .region {
    display: flex;
    justify-content: flex-start;
    width: 100%;
    padding: 0 var(--yzt-space-2);
    border: 0;
    border-bottom: 1px solid var(--yzt-color-border);
    border-radius: 0;
    background: transparent;
    text-align: start;
  }
  .region:focus {
    outline-offset: -2px;
  }
  .region:hover,
  .region.hovered {
    background: var(--yzt-color-surface-sunken);
  }
  .region[aria-current='true'] {
    background: var(--yzt-color-accent-soft);
  }
  .region .swatch {
    margin-right: var(--yzt-space-2);
  }
  .name {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .value {
    flex: none;
    margin-left: var(--yzt-space-2);
    color: var(--yzt-color-text-muted);
    font-size: var(--yzt-font-size-s);
    font-variant-numeric: tabular-nums;
  }
  @media (pointer: coarse) {
    .step {
      min-height: var(--yzt-control-height);
    }
  }
`;
