import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { home } from '@yizhangtu/base/icon-shapes';
import { iconSvg } from '@yizhangtu/base/icon-svg';
import { buttonStyles, focusStyles, hostStyles } from '@yizhangtu/base/styles';
import { MapWidget } from '../shared/map-widget.js';
import { toolStyles } from '../shared/tool.styles.js';

const FLIGHT_MS = 300;

/** Four finite numbers «west south east north», or undefined. */
export function boundsOf(words: string | undefined): [number, number, number, number] | undefined {
  const numbers = (words ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (numbers.length !== 4 || !numbers.every(Number.isFinite) || words?.trim() === '') return undefined;
  return numbers as [number, number, number, number];
}

/**
 * A button that takes the map back to where the page began, or to given bounds.
 * @tag yzt-home-tool
 * @summary Back to the first view.
 * @csspart base - The frame of the button.
 * @csspart button - The button.
 */
export class YztHomeTool extends MapWidget {
  static override styles = [hostStyles, focusStyles, buttonStyles, toolStyles];

  /** Bounds to go to, `west south east north` in degrees. Without them: the map's own `bounds`, or the view it began with. */
  @property() bounds?: string;

  /** Takes the map home. */
  goHome(): void {
    const map = this.mapElement;
    if (!map) return;
    const bounds = boundsOf(this.bounds);
    if (bounds) map.fit(bounds, { duration: FLIGHT_MS });
    else map.home();
  }

  override render(): TemplateResult {
    const label = this.say({ zh: '回到初始范围', en: 'Back to the first view' });
    return html`<div class="base" part="base">
      <button
        part="button"
        type="button"
        title=${label}
        aria-label=${label}
        ?disabled=${!this.mapElement}
        @click=${() => this.goHome()}
      >
        ${iconSvg(home)}
      </button>
    </div>`;
  }
}
