import { css } from 'lit';

/** At a desk: what one searches with, the map, what it comes to; a strip below. */
export const deskStyles = css`
  .desk {
    grid-template-areas: 'bar bar bar' 'start stage end' 'strip strip strip';
    grid-template-rows: auto minmax(0, 1fr) auto;
    grid-template-columns: auto minmax(0, 1fr) auto;
  }
  /* Two lines from the beginning: sources come with the data, and a strip that grew then would leave the map fitted to a height that it no longer has. A window of more than 2,400 px has room for them in one. */
  @media (max-width: 2400px) {
    .desk .strip {
      box-sizing: border-box;
      min-height: calc(3.2 * var(--yzt-font-size-xs) + 9px);
    }
  }
  /* Wider columns for larger text, but the map keeps more than half. */
  .desk .start.panel {
    grid-area: start;
    width: min(calc(292px * var(--yzt-text-scale, 1)), 21vw);
    min-width: 248px;
    border-right: 1px solid var(--yzt-color-border);
  }
  .desk .end.panel {
    display: flex;
    flex-direction: column;
    grid-area: end;
    width: min(calc(368px * var(--yzt-text-scale, 1)), 26vw);
    min-width: 300px;
    border-left: 1px solid var(--yzt-color-border);
  }
  .desk .end.panel > * {
    flex: none;
  }
  .desk .end.panel > .details {
    flex: 1 0 320px;
  }
  .desk.large-text .bar {
    grid-template-columns: auto minmax(0, 1fr) auto;
  }
  /* Many views, or long names of them, are scrolled rather than laid over what stands beside them. */
  .desk.large-text .views {
    max-width: 100%;
    overflow-x: auto;
  }
  /* Where there is little room owner and date stand one above the other; with large text they go before the name of the page does. */
  @media (max-width: 1500px) {
    .desk .owner {
      flex-direction: column;
      font-size: var(--yzt-font-size-xs);
      line-height: 1.4;
    }
    .desk .owner span + span::before {
      content: none;
    }
    .desk.large-text .owner {
      display: none;
    }
  }
  .edge {
    position: absolute;
    z-index: 2;
    /* Not in the middle: the line of a round degree and its number are likely there. */
    top: 56%;
    min-width: 24px;
    min-height: 56px;
    margin-top: -28px;
    padding: 0;
    border-color: var(--yzt-color-border);
    color: var(--yzt-color-text-muted);
  }
  .edge.start {
    left: -1px;
    border-radius: 0 var(--yzt-radius-m) var(--yzt-radius-m) 0;
  }
  .edge.end {
    right: -1px;
    border-radius: var(--yzt-radius-m) 0 0 var(--yzt-radius-m);
  }
  .edge:hover {
    color: var(--yzt-color-text);
  }

  /* Narrower desks and tablets: what is searched for stands under the figures. */
  .narrow {
    grid-template-areas: 'bar bar' 'stage end' 'stage start' 'strip strip';
    grid-template-rows: auto minmax(0, 3fr) minmax(0, 2fr) auto;
    grid-template-columns: minmax(0, 1fr) auto;
  }
  .narrow .start.panel,
  .narrow .end.panel {
    width: 320px;
    min-width: 0;
    border-right: 0;
    border-left: 1px solid var(--yzt-color-border);
  }
  .narrow .start.panel {
    border-top: 1px solid var(--yzt-color-border-strong);
  }
  .narrow .bar {
    grid-template-columns: auto minmax(0, 1fr) auto;
  }
  .narrow .owner,
  .narrow yzt-coordinates {
    display: none;
  }

  /* A wide desk: charts and list stand side by side, and nothing hides behind a tab. */
  .wide .start.panel {
    width: min(calc(340px * var(--yzt-text-scale, 1)), 16vw);
  }
  .wide .end.panel {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    grid-template-columns: repeat(2, minmax(0, 1fr));
    width: min(calc(800px * var(--yzt-text-scale, 1)), 34vw);
    min-width: 760px;
    overflow: hidden;
  }
  .wide .end.panel > .figures {
    grid-template-columns: repeat(4, minmax(0, 1fr));
    grid-column: 1 / -1;
    border-bottom: 1px solid var(--yzt-color-border);
  }
  .wide .end.panel > .charts {
    grid-row: 2;
    overflow: auto;
  }
  .wide .end.panel > .charts ::slotted(:first-child) {
    border-top: 0;
  }
  .wide .end.panel > .details {
    grid-row: 2;
    border-left: 1px solid var(--yzt-color-border);
  }
`;
