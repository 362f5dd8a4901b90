import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { home } from '@yizhangtu/base/icon-shapes';
import { iconSvg } from '@yizhangtu/base/icon-svg';
import { buttonStyles, focusStyles, hostStyles } from '@yizhangtu/base/styles';
import type { YztMap } from '@yizhangtu/map/map';
import { MapWidget } from '../shared/map-widget.js';
import { toolStyles } from '../shared/tool.styles.js';

interface HomeView {
  readonly map: YztMap;
  readonly center: readonly [number, number];
  readonly zoom: number;
  readonly rotation: number;
}

/** Four finite numbers «west south east north», or undefined. */
export function boundsOf(words: string | undefined): [number, number, number, number] | undefined {
  const numbers = (words ?? '').trim().split(/[\s,]+/).map(Number);
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

  /** Bounds to go to, `west south east north` in degrees. Without them: the view the map had when it was ready. */
  @property() bounds?: string;

  #home?: HomeView;

  protected override mapChanged(event?: Event): void {
    const map = this.mapElement;
    if (this.#home && this.#home.map !== map) this.#home = undefined;
    // A view that changes before anybody touched it (a late `bounds`, the first frame) still is the first view.
    if (map && Number.isFinite(map.zoom) && (!this.#home || event?.type === 'yzt-ready')) this.#remember(map);
    super.mapChanged(event);
  }

  #remember(map: YztMap): void {
    this.#home = { map, center: [map.center[0], map.center[1]], zoom: map.zoom, rotation: map.rotation };
  }

  /** Takes the map home. */
  goHome(): void {
    const map = this.mapElement;
    if (!map) return;
    const bounds = boundsOf(this.bounds);
    if (bounds) map.fit(bounds);
    else if (this.#home) map.flyTo({ center: this.#home.center, zoom: this.#home.zoom, rotation: this.#home.rotation });
  }

  override render(): TemplateResult {
    const label = this.say({ zh: '回到初始范围', en: 'Back to the first view' });
    return html`<div class="base" part="base">
      <button part="button" type="button" title=${label} aria-label=${label} ?disabled=${!this.mapElement} @click=${() => this.goHome()}>
        ${iconSvg(home)}
      </button>
    </div>`;
  }
}
