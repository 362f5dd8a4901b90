import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { asYztError } from '@yizhangtu/base/errors';
import { share2 } from '@yizhangtu/base/icon-shapes';
import { iconSvg } from '@yizhangtu/base/icon-svg';
import { buttonStyles, focusStyles, hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import type { DatasetLike } from '@yizhangtu/data/model';
import { datasetState, restoreState } from '@yizhangtu/data/state';
import type { LayerElement } from '@yizhangtu/map/layer';
import { copyText } from '../shared/copy-text.js';
import { arrange, listedLayers, remembered } from '../shared/layer-order.js';
import { MapWidget } from '../shared/map-widget.js';
import { toolStyles } from '../shared/tool.styles.js';
import { hashValue, hashWith, readState, writeState, type SharedLayer, type SharedState } from './share-state.js';
import { shareToolStyles } from './share-tool.styles.js';

const DATASETS = 'yzt-dataset[id], yzt-remote-dataset[id]';
const SAID_MS = 4000;
const KEEP_DELAY_MS = 400;

/** What a link knows a layer by. */
const keyOf = (layer: LayerElement): string => layer.id || layer.label;

type DatasetElement = Element & { readonly dataset?: DatasetLike };

/**
 * A button that copies a link to the page as it is seen now: the view, which layers are shown, how strongly and in which order, filters and selection. All of it
 * stands behind the `#` of the address, so no server hears of it; a page that is opened by such a link restores it. Addresses and tokens of
 * services are never in it; words that somebody typed into a filter are.
 * @tag yzt-share-tool
 * @summary A link to the page as it is now.
 * @csspart base - The frame of the button.
 * @csspart button - The button.
 * @csspart said - What it says after a click.
 */
export class YztShareTool extends MapWidget {
  static override styles = [hostStyles, focusStyles, buttonStyles, hiddenTextStyles, toolStyles, shareToolStyles];

  /** Name in the address, so that two maps of a page do not meet: `#yzt=…`. */
  @property() name = 'yzt';

  /** Keeps the address of the page up to date, so that it comes back as it was when it is loaded again. */
  @property({ type: Boolean }) keep = false;

  @state() private said: 'copied' | 'shown' | undefined;
  @state() private link = '';

  protected override readonly mapEvents = ['yzt-ready', 'yzt-view-change', 'yzt-layers-change'] as const;

  /** What layers were like when they came. */
  readonly #first = new WeakMap<LayerElement, Required<SharedLayer>>();
  /** The order that the page has them in. */
  #order: readonly LayerElement[] = [];
  /** Layers of the wanted order that were there when it was last applied. */
  #arranged = 0;
  #wanted: SharedState | undefined;
  #read = false;
  #stops: (() => void)[] = [];
  #watched: (() => void)[] = [];
  #timer?: ReturnType<typeof setTimeout>;
  #keepTimer?: ReturnType<typeof setTimeout>;

  /** The address of the page as it is now. */
  get url(): string {
    const text = writeState(this.#state());
    return new URL(hashWith(location.hash, this.name, text), location.href).href;
  }

  /** Copies the link, or shows it where copying is not allowed. */
  async share(): Promise<void> {
    if (!this.mapElement) return;
    this.link = this.url;
    this.said = (await copyText(this.link, this.renderRoot as ShadowRoot)) ? 'copied' : 'shown';
    clearTimeout(this.#timer);
    if (this.said === 'copied') this.#timer = setTimeout(() => (this.said = undefined), SAID_MS);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#onHash);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#onHash);
    clearTimeout(this.#timer);
    clearTimeout(this.#keepTimer);
    this.#stop();
  }

  protected override mapChanged(event?: Event): void {
    super.mapChanged(event);
    const map = this.mapElement;
    if (!map) return;
    for (const layer of this.#layers) if (!this.#first.has(layer)) this.#first.set(layer, { invisible: layer.invisible, opacity: layer.opacity });
    this.#order = remembered(this.#order, this.#layers);
    if (!this.#read) this.#readHash();
    this.#applyLayers();
    this.#applyOrder();
    if (event?.type === 'yzt-ready') this.#watch();
    if (event) this.#keepLater();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('keep')) this.#watch();
  }

  /** Layers and groups as a list has them, bottom first. */
  get #layers(): LayerElement[] {
    return listedLayers(this.mapElement?.stack.all ?? []);
  }

  #datasets(): [string, DatasetLike][] {
    const root = this.getRootNode() as Document | ShadowRoot;
    const all = [...root.querySelectorAll<DatasetElement>(DATASETS)];
    return all.flatMap((element) => (element.dataset ? [[element.id, element.dataset] as [string, DatasetLike]] : []));
  }

  #state(): SharedState {
    const map = this.mapElement;
    if (!map) return { center: [0, 0], zoom: 0 };
    const layers: Record<string, SharedLayer> = {};
    const listed = this.#layers;
    const moved = remembered(this.#order, listed).some((layer, index) => layer !== listed[index]);
    for (const layer of listed) {
      const [key, first] = [keyOf(layer), this.#first.get(layer)];
      const now = { ...(layer.invisible !== first?.invisible && { invisible: layer.invisible }), ...(layer.opacity !== first?.opacity && { opacity: layer.opacity }) };
      if (key && Object.keys(now).length > 0) layers[key] = now;
    }
    const datasets: Record<string, unknown> = {};
    for (const [id, dataset] of this.#datasets()) {
      const { selection, ...rest } = datasetState(dataset);
      if (selection || Object.keys(rest.filters).length > 0) datasets[id] = { ...rest, ...(selection && { selection }) };
    }
    return { center: map.center, zoom: map.zoom, rotation: map.rotation, layers, ...(moved && { order: listed.map(keyOf).filter(Boolean) }), datasets };
  }

  readonly #onHash = (): void => {
    this.#read = false;
    if (this.mapElement) this.#readHash();
    this.#applyLayers();
    this.#applyOrder();
  };

  #readHash(): void {
    this.#read = true;
    this.#arranged = 0;
    const text = hashValue(location.hash, this.name);
    const map = this.mapElement;
    if (text === undefined || !map) return;
    this.clearError();
    try {
      const wanted = readState(text);
      // Filters first: what cannot be restored must leave the page as it was.
      const datasets = this.#datasets();
      for (const [id, one] of Object.entries(wanted.datasets ?? {})) {
        const found = datasets.find(([name]) => name === id);
        if (found) this.#stops.push(restoreState(found[1], one));
      }
      map.center = wanted.center as [number, number];
      map.zoom = wanted.zoom;
      map.rotation = wanted.rotation ?? 0;
      this.#wanted = wanted;
    } catch (reason) {
      this.fail(asYztError(reason, 'bad-state', { zh: '<yzt-share-tool>：链接里的页面状态没有套用。', en: '<yzt-share-tool>: what the link says of the page was not applied.' }));
    }
  }

  /** Layers may come after the link was read; each is set once. */
  #applyLayers(): void {
    const left = { ...this.#wanted?.layers };
    for (const layer of this.#layers) {
      const key = keyOf(layer);
      const wanted = left[key];
      if (!wanted) continue;
      delete left[key];
      if (wanted.invisible !== undefined) layer.invisible = wanted.invisible;
      if (wanted.opacity !== undefined) layer.opacity = wanted.opacity;
    }
    if (this.#wanted) this.#wanted = { ...this.#wanted, layers: left };
  }

  /** Again whenever one more of the wanted layers is there; in between people may move them. */
  #applyOrder(): void {
    const { order } = this.#wanted ?? {};
    if (!order) return;
    const wanted = new Set(order);
    const there = this.#layers.filter((layer) => wanted.has(keyOf(layer))).length;
    if (there <= this.#arranged) return;
    this.#arranged = there;
    arrange(this.#layers, keyOf, order);
  }

  #stop(): void {
    for (const stop of [...this.#stops, ...this.#watched]) stop();
    this.#stops = this.#watched = [];
  }

  #watch(): void {
    for (const stop of this.#watched) stop();
    this.#watched = this.keep ? this.#datasets().map(([, dataset]) => dataset.subscribe(() => this.#keepLater())) : [];
    this.#keepLater();
  }

  #keepLater(): void {
    if (!this.keep || !this.mapElement?.isReady) return;
    clearTimeout(this.#keepTimer);
    this.#keepTimer = setTimeout(() => {
      // Not a new entry: the way back leads to the page before.
      if (this.isConnected && this.mapElement) history.replaceState(history.state, '', this.url);
    }, KEEP_DELAY_MS);
  }

  #message(): TemplateResult | typeof nothing {
    if (this.said === undefined) return nothing;
    if (this.said === 'copied') return html`<div class="said" part="said">${this.say({ zh: '链接已复制', en: 'Link copied' })}</div>`;
    const label = this.say({ zh: '本页链接，请自行复制', en: 'Link to this page, to be copied' });
    return html`<div class="said" part="said">
      <label>${label}<input type="text" readonly .value=${this.link} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} /></label>
    </div>`;
  }

  override render(): TemplateResult {
    const label = this.say({ zh: '分享本页链接', en: 'Share a link to this page' });
    return html`<div class="base" part="base">
        <button part="button" type="button" title=${label} aria-label=${label} ?disabled=${!this.mapElement} @click=${() => void this.share()}>${iconSvg(share2)}</button>
      </div>
      ${this.#message()}
      <p class="hidden-text" role="status">${this.said === 'copied' ? this.say({ zh: '链接已复制', en: 'Link copied' }) : ''}</p>`;
  }
}
