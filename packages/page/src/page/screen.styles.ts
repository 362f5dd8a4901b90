import { css } from 'lit';

/** 大屏: the map from edge to edge, columns 1 : 2 : 1, cards left and right, nothing to search with. Read from metres away. */
export const screenStyles = css`
  .screen {
    --_gap: max(12px, 1.6vh);
    --_card: rgba(18, 32, 44, 0.94);
    position: relative;
    grid-template-areas: 'bar bar bar' 'start . end' 'strip strip strip';
    grid-template-rows: 9vh minmax(0, 1fr) auto;
    grid-template-columns: minmax(0, 1fr) minmax(0, 2fr) minmax(0, 1fr);
    grid-gap: var(--_gap) 2vh;
    padding: 0 2vh var(--_gap);
  }
  .screen .bar {
    z-index: 3;
    min-height: 0;
    margin: 0 -2vh;
    padding: 0 2vh;
    border: 0;
    background: transparent;
  }
  .screen .brand {
    display: contents;
  }
  .screen .emblem {
    display: none;
  }
  .screen h1 {
    grid-row: 1;
    grid-column: 2;
    font-size: var(--yzt-font-size-3xl);
    letter-spacing: 0.12em;
    text-align: center;
  }
  .screen h1:lang(en) {
    letter-spacing: 0.02em;
  }
  .screen .owner {
    grid-row: 1;
    grid-column: 1;
    font-size: var(--yzt-font-size-l);
  }
  .screen .status {
    grid-row: 1;
    grid-column: 3;
    font-size: var(--yzt-font-size-l);
  }
  .screen .views {
    position: absolute;
    z-index: 3;
    top: 9.5vh;
    left: 50%;
    border: 1px solid var(--yzt-color-border);
    transform: translateX(-50%);
  }
  /* It ends where the strip begins, so that its own numbers along the edge can be read. */
  .screen .stage {
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
  }
  .screen .map {
    bottom: calc(var(--_gap) + 40px * var(--yzt-text-scale, 1));
  }
  /* The map fades out under the cards, and under title and views. */
  .screen .stage::after {
    position: absolute;
    z-index: 1;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    background: linear-gradient(rgba(11, 21, 31, 0.96) 7vh, rgba(11, 21, 31, 0) 18vh), linear-gradient(
      90deg,
      rgba(11, 21, 31, 0.96),
      rgba(11, 21, 31, 0.7) 24%,
      rgba(11, 21, 31, 0) 34%,
      rgba(11, 21, 31, 0) 66%,
      rgba(11, 21, 31, 0.7) 76%,
      rgba(11, 21, 31, 0.96)
    );
    content: '';
    pointer-events: none;
  }
  .screen .tools,
  .screen .low {
    bottom: calc(2 * var(--_gap) + 40px * var(--yzt-text-scale, 1));
    margin: 0;
  }
  .screen .tools {
    top: auto;
    right: calc(25% + 1.5vh);
  }
  .screen .low {
    right: calc(25% + 1.5vh);
    left: calc(25% + 1.5vh);
    align-items: flex-start;
  }
  /* Nobody scrolls a wall: it is as high as there is room under the views. */
  .screen .stage .legend {
    max-width: 44%;
    margin: 0 0 var(--_gap);
    --yzt-legend-max-height: 64vh;
  }
  .screen .timeline {
    width: 80%;
    max-width: none;
    margin: 0;
  }
  .screen .panel {
    z-index: 2;
    display: flex;
    flex-direction: column;
    background: transparent;
  }
  .screen .panel.start {
    grid-area: start;
  }
  .screen .panel.end {
    grid-area: end;
  }
  .screen .figures,
  .screen .details,
  .screen .charts ::slotted(*),
  .screen .strip {
    border: 1px solid var(--yzt-color-border);
    border-radius: var(--yzt-radius-m);
    background: var(--_card);
  }
  .screen .figures,
  .screen .details,
  .screen .charts ::slotted(*) {
    padding: 1.6vh 1.8vh;
  }
  .screen .figures {
    flex: none;
    grid-gap: 1.8vh;
    --yzt-indicator-size: var(--yzt-font-size-3xl);
  }
  .screen .details {
    flex: 1 1 auto;
    margin-top: var(--_gap);
    overflow: hidden;
  }
  .screen .charts {
    display: grid;
    flex: 1 1 auto;
    grid-auto-rows: auto;
    grid-template-columns: repeat(var(--yzt-page-chart-columns, 1), minmax(0, 1fr));
    grid-gap: var(--_gap);
    align-content: start;
    --yzt-chart-row-height: 3.6vh;
  }
  .screen .panel ::slotted(h2) {
    font-size: var(--yzt-font-size-l);
  }
  .screen .strip {
    z-index: 2;
  }
`;
