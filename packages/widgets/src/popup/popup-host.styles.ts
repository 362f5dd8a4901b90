import { css } from 'lit';

/** What a popup is without its card, which brings its own styles. */
export const popupHostStyles = css`
  /* An empty box in the corner of whatever holds fixed things here; the card is moved from there. */
  :host {
    position: fixed;
    z-index: var(--yzt-popup-z-index, 20);
    top: 0;
    left: 0;
    width: 0;
    height: 0;
  }
`;
