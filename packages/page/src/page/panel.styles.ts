import { css } from 'lit';

/** What stands in the panels, whatever their place. */
export const panelStyles = css`
  .panel {
    min-width: 0;
    min-height: 0;
    overflow-x: hidden;
    overflow-y: auto;
    background: var(--yzt-color-surface);
  }
  .search,
  .resources {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-gap: var(--yzt-space-3);
    align-content: start;
    padding: var(--yzt-space-3) var(--yzt-space-4) var(--yzt-space-4);
  }
  .search {
    padding-bottom: 0;
  }
  .panel ::slotted(h2),
  .sheet ::slotted(h2) {
    margin: 0;
    font-size: var(--yzt-font-size-m);
    font-weight: 600;
    line-height: 1.4;
  }
  .resources ::slotted(h2:not(:first-of-type)) {
    margin-top: var(--yzt-space-2);
    padding-top: var(--yzt-space-3);
    border-top: 1px solid var(--yzt-color-border);
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    grid-gap: var(--yzt-space-3) var(--yzt-space-4);
    align-content: start;
    padding: var(--yzt-space-3) var(--yzt-space-4);
  }
  .figures ::slotted(:not(yzt-indicator)) {
    grid-column: 1 / -1;
  }
  .charts ::slotted(*) {
    padding: var(--yzt-space-3) var(--yzt-space-4);
    border-top: 1px solid var(--yzt-color-border);
  }
  .details {
    display: flex;
    flex-direction: column;
    min-height: 0;
    padding: var(--yzt-space-3) var(--yzt-space-4);
  }
  .details ::slotted(*) {
    flex: 1 1 auto;
    min-height: 0;
  }
  .details ::slotted(h2) {
    flex: none;
    padding-bottom: var(--yzt-space-2);
  }
  .details ::slotted(yzt-feature-list),
  .details ::slotted(yzt-card-list),
  .details ::slotted(yzt-feature-table) {
    flex: 1 1 0px;
    height: auto;
  }
  .tabs {
    display: grid;
    grid-auto-columns: 1fr;
    grid-auto-flow: column;
    border-top: 1px solid var(--yzt-color-border);
    border-bottom: 1px solid var(--yzt-color-border);
  }
  .tabs button {
    padding: 9px;
    border: 0;
    border-bottom: 2px solid transparent;
    border-radius: 0;
    color: var(--yzt-color-text-muted);
    font-weight: 500;
  }
  .tabs button:hover {
    color: var(--yzt-color-text);
  }
  .tabs button[aria-selected='true'] {
    border-bottom-color: var(--yzt-color-accent);
    color: var(--yzt-color-accent-text);
  }
  .tabs button:focus {
    outline-offset: -3px;
  }
  .tabs + .charts ::slotted(:first-child) {
    border-top: 0;
  }
`;
