import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { LinkController, type LinkKind } from '@yizhangtu/base/link';
import { formatNumber } from '@yizhangtu/base/number-format';
import { setStyle } from '@yizhangtu/base/set-style';
import { focusStyles, hostStyles } from '@yizhangtu/base/styles';
import type { LayerElement } from '@yizhangtu/map/layer';
import { LAYER_LINK } from '@yizhangtu/map/link';
import { MapWidget, type MapEventName } from '../shared/map-widget.js';
import { LayerClip } from './layer-clip.js';
import { dividerAt, movedByKey, sideOf, type Corners, type SwipeSide } from './swipe-side.js';
import { swipeStyles } from './swipe.styles.js';

/** Where a divider is now. */
export interface SwipeDetail {
  /** In percent, from the left or from above. */
  readonly value: number;
}

declare module '@yizhangtu/base/events' {
  interface YztEvents {
    'yzt-swipe-change': SwipeDetail;
  }
}

/** How the swipe finds the layer of a side. */
const linkOf = (side: SwipeSide): LinkKind<LayerElement, YztSwipe> => ({ name: LAYER_LINK.name, given: () => undefined, id: (host) => (side === 'before' ? host.beforeLayer : host.afterLayer) || undefined, enclosing: false, is: LAYER_LINK.is, missing: 'layer-not-found' });

/**
 * 卷帘: two layers of a map, one on each side of a divider that is moved by pointer or keys. It stands in the map and lies over it. Layers may be groups.
 * What a layer draws on a canvas is clipped, also on a turned map; layers drawn by WebGL (OpenLayers' own) stay whole. Without the swipe both are whole again.
 * @tag yzt-swipe
 * @summary 卷帘: compares two layers of a map on the two sides of a divider.
 * @fires yzt-swipe-change - The divider was moved; `detail.value` in percent.
 * @csspart base - The divider.
 * @csspart grip - The round handle of it.
 */
export class YztSwipe extends MapWidget {
  static override styles = [hostStyles, focusStyles, swipeStyles];

  /** Id of the layer left of the divider, or above it. */
  @property({ attribute: 'before-layer' }) beforeLayer?: string;

  /** Id of the layer right of the divider, or below it. */
  @property({ attribute: 'after-layer' }) afterLayer?: string;

  /** What stands left of the divider, or above it, in words: a year. Without it the label of the layer. */
  @property({ attribute: 'before-label' }) beforeLabel = '';

  /** What stands right of the divider, or below it, in words. Without it the label of the layer. */
  @property({ attribute: 'after-label' }) afterLabel = '';

  /** What the divider is called when it is read out. */
  @property() label = '';

  /** Place of the divider in percent of the map, from the left or from above. */
  @property({ type: Number }) value = 50;

  /** The divider lies across the map and moves up and down. */
  @property({ type: Boolean, reflect: true }) vertical = false;

  /** Shows both layers whole, without a divider. */
  @property({ type: Boolean, reflect: true }) off = false;

  protected override readonly mapEvents: readonly MapEventName[] = ['yzt-ready', 'yzt-layers-change'];

  readonly #links = { before: new LinkController(this, linkOf('before')), after: new LinkController(this, linkOf('after')) };
  readonly #clips = { before: new LayerClip(() => this.#corners('before')), after: new LayerClip(() => this.#corners('after')) };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const clip of Object.values(this.#clips)) clip.use(undefined);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // Layers can draw only once the code of their map is there.
    const works = this.isConnected && !this.off && this.mapElement?.isReady === true;
    for (const side of ['before', 'after'] as const) {
      this.#clips[side].use(works ? this.#links[side].target?.olLayer : undefined);
      this.#clips[side].changed();
    }
  }

  #corners(side: SwipeSide): Corners {
    const [width = 0, height = 0] = this.mapElement?.olMap.getSize() ?? [];
    return sideOf([width, height], this.value, side, this.vertical);
  }

  #move(value: number): void {
    if (value === this.value) return;
    this.value = value;
    this.emit('yzt-swipe-change', { value });
  }

  #onKey(event: KeyboardEvent): void {
    const value = movedByKey(event.key, dividerAt(this.value));
    if (value === undefined) return;
    // The map would go the same way.
    event.preventDefault();
    event.stopPropagation();
    this.#move(value);
  }

  #onDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    const divider = event.currentTarget as HTMLElement;
    event.stopPropagation();
    event.preventDefault();
    divider.focus();
    divider.setPointerCapture(event.pointerId);
  }

  #onMove(event: PointerEvent): void {
    if (!(event.currentTarget as HTMLElement).hasPointerCapture(event.pointerId)) return;
    event.stopPropagation();
    const { left, top, width, height } = (event.currentTarget as HTMLElement).parentElement?.getBoundingClientRect() ?? new DOMRect();
    if (width === 0 || height === 0) return;
    const part = this.vertical ? (event.clientY - top) / height : (event.clientX - left) / width;
    this.#move(Math.round(dividerAt(100 * part) * 10) / 10);
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.mapElement || this.off) return nothing;
    const value = dividerAt(this.value);
    const [before, after] = [this.beforeLabel || this.#links.before.target?.label, this.afterLabel || this.#links.after.target?.label];
    const percent = `${formatNumber(value, { digits: 0 })}%`;
    return html`<div class="over"><div
      class=${this.vertical ? 'divider vertical' : 'divider'} part="base" role="slider" tabindex="0"
      aria-label=${this.label || this.say({ zh: '卷帘分界', en: 'Swipe divider' })} aria-orientation=${this.vertical ? 'vertical' : 'horizontal'}
      aria-valuemin="0" aria-valuemax="100" aria-valuenow=${Math.round(value)}
      aria-valuetext=${[percent, before, after].filter(Boolean).join(this.say({ zh: '，', en: ', ' }))}
      @keydown=${this.#onKey} @pointerdown=${this.#onDown} @pointermove=${this.#onMove}
      ${setStyle(this.vertical ? { top: `${value}%`, left: '0' } : { left: `${value}%`, top: '0' })}>
      <span class="line"></span>
      ${before ? html`<span class="name before" aria-hidden="true">${before}</span>` : nothing}
      ${after ? html`<span class="name after" aria-hidden="true">${after}</span>` : nothing}
      <span class="grip" part="grip" aria-hidden="true">${this.vertical ? '↕' : '↔'}</span>
    </div></div>`;
  }
}
