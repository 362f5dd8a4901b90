import { html, type TemplateResult } from 'lit';

/** Where Enter picks; drawn twice, so that it stands out from every map. */
const CROSSHAIR = html`
  <svg class="crosshair" viewBox="0 0 25 25" aria-hidden="true">
    <path d="M12.5 0v25M0 12.5h25"></path>
    <path d="M12.5 0v25M0 12.5h25"></path>
  </svg>
`;

/** What changes in the shadow root of a map. */
export interface MapParts {
  readonly label: string;
  readonly help: string;
  readonly message: string;
  /** The map was last used by keys: it shows its focus and where Enter picks. */
  readonly keyboard: boolean;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onKeyboard: (used: boolean) => void;
  readonly onSlot: () => void;
}

/** The shadow root of a map. OpenLayers puts its own part into the viewport. */
export function mapTemplate(parts: MapParts): TemplateResult {
  const { label, help, message, keyboard, onKey, onKeyboard, onSlot } = parts;
  return html`
    <div
      class="viewport ${keyboard ? 'keyboard' : ''}"
      part="viewport"
      role="application"
      tabindex="0"
      aria-label=${label}
      aria-describedby="keys"
      @keydown=${onKey}
      @keyup=${() => onKeyboard(true)}
      @pointerdown=${() => onKeyboard(false)}
    ></div>
    ${CROSSHAIR}
    <div class="content"><slot @slotchange=${onSlot}></slot></div>
    <div class="corners">
      <div class="corner top-start" part="corner"><slot name="top-start"></slot></div>
      <div class="corner top-end" part="corner"><slot name="top-end"></slot></div>
      <div class="corner bottom-start" part="corner"><slot name="bottom-start"></slot></div>
      <div class="corner bottom-end" part="corner"><slot name="bottom-end"></slot></div>
      <div class="corner bottom" part="corner"><slot name="bottom"></slot></div>
    </div>
    <p class="hidden-text" id="keys">${help}</p>
    <p class="hidden-text" role="status" aria-live="polite">${message}</p>
  `;
}
