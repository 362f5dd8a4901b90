import { css } from 'lit';

/** Styles of `<yzt-draw-area>`. */
export const drawAreaStyles = css`
  :host {
    font-size: var(--yzt-font-size-s);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
  }
  .buttons button {
    margin: 0 var(--yzt-space-2) var(--yzt-space-1) 0;
  }
  p {
    margin: 0 0 var(--yzt-space-1);
    color: var(--yzt-color-text-muted);
  }
`;
