import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type BaseLayer from 'ol/layer/Base.js';
import type { ObjectEvent } from 'ol/Object.js';
import { YztElement } from '@yizhangtu/base/element';
import { LinkTarget } from '@yizhangtu/base/link';
import type { Dataset } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';
import { LAYER_LINK, MapController } from '../link/link.js';
import type { LayerGroupElement } from '../layer-group/group-element.js';
import type { Hit } from '../map/map-types.js';
import type { YztMap } from '../map/map.js';
import type { ClusterHit } from '../renderer/types.js';
import { badValue } from '../shared/bad-value.js';
import { numberFrom, rounded, type Bounds, type LonLat } from '../shared/values.js';
import { disposeLayer } from './dispose-layer.js';
import type { Identified, IdentifyOptions, LegendImage } from './identified.js';

/** OpenLayers hides a layer at its minimum zoom, we show it there: the limit moves down by less than any zoom step. */
const ZOOM_STEP = 1e-9;

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

/**
 * Base of every layer of a map. It makes its OpenLayers layer at once, joins its map in the order of the document, and keeps
 * properties and the OpenLayers layer equal in both directions.
 * @slot - Things that belong to the layer, such as its popup.
 */
export abstract class LayerElement extends YztElement {
  static override styles = [
    css`
      :host {
        display: contents;
      }
    `,
  ];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'id'];
  }

  /** Id of the map, for a layer that stands outside of it. */
  @property() for?: string;

  /** The map as a property. Wins over `for` and over the map around the layer. */
  @property({ attribute: false }) map?: YztMap;

  /** Name of the layer in the legend, the layer list and messages. */
  @property() label = '';

  /** Keeps the layer off the map but in the layer list. */
  @property({ type: Boolean, reflect: true }) invisible = false;

  /** Who made the data, as plain text; shown with the map. */
  @property() attribution = '';

  /** Keeps the layer out of the legend. */
  @property({ type: Boolean, attribute: 'no-legend' }) noLegend = false;

  /** Heading of the layer in the legend where it differs from `label`. */
  @property({ attribute: 'legend-title' }) legendTitle?: string;

  #opacity = 1;
  #minZoom?: number;
  #maxZoom?: number;
  #olLayer?: BaseLayer;
  #pushing = false;
  readonly #target = new LinkTarget(this, LAYER_LINK.name);
  readonly #link = new MapController(this, (next, previous) => this.#changeMap(next, previous));

  /** From 0, clear, to 1, opaque. */
  @property()
  get opacity(): number {
    return this.#opacity;
  }
  set opacity(value: number | string | null | undefined) {
    const opacity = value == null ? 1 : numberFrom(value, 0, 1);
    if (opacity === undefined) badValue(this, 'opacity', value, '0.6');
    else this.#opacity = opacity;
  }

  /** First zoom level at which the layer shows. */
  @property({ attribute: 'min-zoom' })
  get minZoom(): number | undefined {
    return this.#minZoom;
  }
  set minZoom(value: number | string | null | undefined) {
    const zoom = value == null ? undefined : numberFrom(value);
    if (value != null && zoom === undefined) badValue(this, 'min-zoom', value, '9');
    else this.#minZoom = zoom;
  }

  /** Last zoom level at which the layer shows. */
  @property({ attribute: 'max-zoom' })
  get maxZoom(): number | undefined {
    return this.#maxZoom;
  }
  set maxZoom(value: number | string | null | undefined) {
    const zoom = value == null ? undefined : numberFrom(value);
    if (value != null && zoom === undefined) badValue(this, 'max-zoom', value, '16');
    else this.#maxZoom = zoom;
  }

  /** The OpenLayers layer, made at first use. A new one takes its place after the element has been off the page. */
  get olLayer(): BaseLayer {
    if (!this.#olLayer) this.#adopt(this.createOlLayer());
    return this.#olLayer as BaseLayer;
  }

  /** The map the layer is on, or undefined. */
  get mapElement(): YztMap | undefined {
    return this.#link.target;
  }

  /** The group around the layer, or undefined. */
  get groupElement(): LayerGroupElement | undefined {
    return this.mapElement?.stack.groupOf(this);
  }

  /** Whether the layer can be seen now: it and its groups are visible and the zoom is in range. */
  get isShown(): boolean {
    const zoom = this.mapElement?.zoom;
    if (zoom === undefined || this.invisible) return false;
    const inRange = zoom >= (this.minZoom ?? -Infinity) && zoom <= (this.maxZoom ?? Infinity);
    return inRange && (this.groupElement?.isShown ?? true);
  }

  /** How the layer is drawn, resolved, for legends, popups and charts; undefined for layers without data. */
  get symbologyModel(): Symbology | undefined {
    return undefined;
  }

  /** The data behind the layer, resolved; undefined for layers without data. */
  get layerDataset(): Dataset | undefined {
    return undefined;
  }

  /** The box around all that the layer has, west south east north in degrees; undefined where nobody knows, or a service has not told. */
  get layerBounds(): Bounds | undefined {
    return this.layerDataset?.bounds;
  }

  /** Everything of the layer near a pixel, best first. Layers with data answer; the others have nothing to pick. */
  hitsAt(_pixel: readonly [number, number], _tolerance: number): Hit[] {
    return [];
  }

  /** The cluster of rows at a pixel; undefined where there is none. */
  clusterAt(_pixel: readonly [number, number]): ClusterHit | undefined {
    return undefined;
  }

  /** Rows of the layer's dataset that a box touches, for the selection by a box. */
  rowsIn(_bounds: Bounds): Iterable<number> {
    return [];
  }

  /**
   * Asks whoever draws the layer what is at a place, best first. For layers without rows of their own, such as pictures of a map service;
   * undefined where nobody can be asked. Rejects with a `YztError`, or with an `AbortError` when the asking was ended.
   */
  identifyAt(_place: LonLat, _options: IdentifyOptions): Promise<readonly Identified[]> | undefined {
    return undefined;
  }

  /**
   * Asks for what a box shows instead of what the map shows, as a picture of another part of the world needs; without a box again for what the
   * map shows. Only layers that ask for more as the map moves do something.
   */
  lookAt(_bounds?: Bounds): void {}

  /** Legends that the service behind the layer draws, one a layer of the service; shown by the legend where there is no symbology. */
  get legendImages(): readonly LegendImage[] {
    return [];
  }

  /** Times the layer can show, in order, as the service writes them; undefined for layers without times. */
  get timeValues(): readonly string[] | undefined {
    return undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A move inside one map changes the draw order and nothing else.
    this.mapElement?.stack.queueSort();
  }

  override attributeChangedCallback(name: string, previous: string | null, value: string | null): void {
    super.attributeChangedCallback(name, previous, value);
    if (name === 'id' && this.isConnected) this.#target.announce();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.#olLayer) this.#push(this.#olLayer);
    const told: (keyof LayerElement)[] = ['label', 'invisible', 'opacity', 'attribution', 'noLegend', 'legendTitle', 'minZoom', 'maxZoom', 'error'];
    if (told.some((name) => changed.has(name))) this.layerChanged();
    if (changed.get('invisible') === true && !this.invisible) this.groupElement?.keepOne(this);
  }

  protected override environmentChanged(): void {
    super.environmentChanged();
    this.themeChanged();
    this.repaint();
  }

  /** Draws the layer again in the next frame; one that no map has asked for yet is drawn when one does. */
  protected repaint(): void {
    this.#olLayer?.changed();
  }

  /** Makes the OpenLayers layer. Called when it is first needed, again after the element came back to a page. */
  protected abstract createOlLayer(): BaseLayer;

  /** Frees the OpenLayers layer after the element has left its page. A layer that belongs to somebody else overrides this. */
  protected disposeOlLayer(layer: BaseLayer): void {
    disposeLayer(layer);
  }

  /** Puts a new OpenLayers layer in the place of the old one. */
  protected renewOlLayer(): void {
    this.#release();
    this.mapElement?.stack.replace(this);
  }

  /** Colours or language changed: whatever was kept from tokens is out of date. The layer is drawn again after it. */
  protected themeChanged(): void {}

  /** Tells the map, and by it the legend and the layer list, that something they show of this layer changed. */
  protected layerChanged(): void {
    this.mapElement?.stack.queueChange();
  }

  #changeMap(next: YztMap | undefined, previous: YztMap | undefined): void {
    previous?.stack.remove(this);
    if (next) next.stack.add(this);
    else if (!this.isConnected) this.#release();
    this.mapChanged(next, previous);
  }

  /** The layer came to another map, or left it (`next` undefined). */
  protected mapChanged(_next: YztMap | undefined, _previous: YztMap | undefined): void {}

  #adopt(layer: BaseLayer): void {
    this.#olLayer = layer;
    this.#push(layer);
    layer.on('propertychange', this.#pull);
  }

  #release(): void {
    const layer = this.#olLayer;
    if (!layer) return;
    this.#olLayer = undefined;
    layer.un('propertychange', this.#pull);
    this.disposeOlLayer(layer);
  }

  /** Puts the properties into the OpenLayers layer where they differ. */
  #push(layer: BaseLayer): void {
    this.#pushing = true;
    if (layer.getOpacity() !== this.opacity) layer.setOpacity(this.opacity);
    if (layer.getVisible() === this.invisible) layer.setVisible(!this.invisible);
    const min = this.minZoom ?? -Infinity;
    if (rounded(layer.getMinZoom() + ZOOM_STEP, 8) !== min) layer.setMinZoom(min - ZOOM_STEP);
    const max = this.maxZoom ?? Infinity;
    if (layer.getMaxZoom() !== max) layer.setMaxZoom(max);
    this.#pushing = false;
  }

  /** Takes over what code changed on the OpenLayers layer itself. */
  readonly #pull = (event: ObjectEvent): void => {
    const layer = this.#olLayer;
    if (!layer || this.#pushing) return;
    if (event.key === 'opacity') this.opacity = layer.getOpacity();
    else if (event.key === 'visible') this.invisible = !layer.getVisible();
    else if (event.key === 'minZoom') this.minZoom = finite(rounded(layer.getMinZoom() + ZOOM_STEP, 8));
    else if (event.key === 'maxZoom') this.maxZoom = finite(layer.getMaxZoom());
  };

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
