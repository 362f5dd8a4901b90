import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { maximize, minimize } from '@yizhangtu/base/icon-shapes';
import { iconSvg } from '@yizhangtu/base/icon-svg';
import { elementById } from '@yizhangtu/base/lookup';
import { buttonStyles, focusStyles, hostStyles } from '@yizhangtu/base/styles';
import { MapWidget } from '../shared/map-widget.js';
import { toolStyles } from '../shared/tool.styles.js';

/**
 * A button that shows the map, or any part of the page, on the whole screen and back. Not there where the browser does not allow it.
 * @tag yzt-full-screen-tool
 * @summary Full screen on and off.
 * @csspart base - The frame of the button.
 * @csspart button - The button.
 */
export class YztFullScreenTool extends MapWidget {
  static override styles = [hostStyles, focusStyles, buttonStyles, toolStyles];

  /** Id of the part of the page to show. Without it: the map. */
  @property() target?: string;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('fullscreenchange', this.#onChange);
  }

  override disconnectedCallback(): void {
    document.removeEventListener('fullscreenchange', this.#onChange);
    super.disconnectedCallback();
  }

  #onChange = (): void => this.requestUpdate();

  /** What is shown on the whole screen: the named part of the page, or the map. */
  get targetElement(): Element | undefined {
    return this.target ? elementById(this, this.target) : this.mapElement;
  }

  #isOn(): boolean {
    // The document names the outermost host when the element stands in a shadow root.
    const target = this.targetElement;
    const root = target?.getRootNode();
    const current = root instanceof ShadowRoot ? root.fullscreenElement : document.fullscreenElement;
    return target !== undefined && current === target;
  }

  /** Goes full screen, or back. Needs a click or a key press of the user, as browsers demand. */
  async toggle(): Promise<void> {
    try {
      if (this.#isOn()) await document.exitFullscreen();
      else await this.targetElement?.requestFullscreen();
    } catch {
      // Refused by the browser or by a permissions policy: the page stays as it is, which the user sees.
    }
  }

  override render(): TemplateResult | typeof nothing {
    if (!document.fullscreenEnabled) return nothing;
    const on = this.#isOn();
    const label = on ? this.say({ zh: '退出全屏', en: 'Leave full screen' }) : this.say({ zh: '全屏', en: 'Full screen' });
    return html`<div class="base" part="base">
      <button
        part="button"
        type="button"
        title=${label}
        aria-label=${label}
        ?disabled=${!this.targetElement}
        @click=${() => void this.toggle()}
      >
        ${iconSvg(on ? minimize : maximize)}
      </button>
    </div>`;
  }
}
