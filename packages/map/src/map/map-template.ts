import { html } from 'lit';

const NAMES = ['top-start', 'top-end', 'bottom-start', 'bottom-end', 'bottom'] as const;

/** The places for widgets. */
export const CORNERS = html`
  <div class="corners">
    ${NAMES.map((name) => html`<div class="corner ${name}" part="corner"><slot name=${name}></slot></div>`)}
  </div>
`;

/** Where Enter picks; drawn twice, so that it stands out from every map. */
export const CROSSHAIR = html`
  <svg class="crosshair" viewBox="0 0 25 25" aria-hidden="true">
    <path d="M12.5 0v25M0 12.5h25"></path>
    <path d="M12.5 0v25M0 12.5h25"></path>
  </svg>
`;
