import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import type { Dataset } from '@yizhangtu/data/model';
import type { LayerElement } from '../layer/layer.js';
import { LayerGroupElement } from '../layer-group/group-element.js';
import type { YztMap } from '../map/map.js';
import '../tianditu-layer/index.js';
import { badValue } from '../shared/bad-value.js';
import { keepWords } from '../shared/keep-words.js';
import { readNumber } from '../shared/read-number.js';
import { chosenOf, fallbackError, optionsOf, type BasemapOption, type OwnPair } from './basemap-options.js';

/** What is shown of a base map. */
export interface BasemapState {
  /** Name of the base map, one of `options`. */
  readonly value: string;
  readonly annotation: 'zh' | 'en' | 'none';
  /** Whether the outline of the land stands for a base map that is not there. */
  readonly fallback: boolean;
}

declare module '@yizhangtu/base/events' {
  interface YztEvents {
    'yzt-basemap-change': BasemapState;
  }
}

/** A layer of the page's as it may be before it is upgraded. */
type OwnLayer = Element & Partial<Pick<LayerElement, 'error' | 'label'>> & { readonly loading?: boolean; reload?(): void };

const TIME_LIMIT = 20;

/**
 * The base map: one of several named pairs of a picture and its names, of which the names can be switched off.
 *
 * It offers 天地图 where the page gives a key or the address of a mirror, layers of the page, an outline of the land that needs no host, and
 * nothing. Where the chosen one is refused or down, the outline is drawn under it until it is back.
 * @tag yzt-basemap
 * @summary Named base maps with their annotation, and an outline that works without any network.
 * @slot - Layers of the page: those with the same `name` are one base map; `annotation-of` names the one whose names they draw.
 * @fires yzt-basemap-change - Another base map, other names, or the outline came or went; `detail` is a `BasemapState`.
 * @fires yzt-error - The chosen base map is refused or down; said once, and the outline stands for it.
 */
export class YztBasemap extends LayerGroupElement {
  /** Name of the base map that is shown: `vec`, `img`, `ter`, `land` (outline), `none`, or the `name` of a layer inside. Without it the first of `options`. */
  @property({ reflect: true }) value = '';

  /** Names on the map: `zh`, `en`, or `none`. */
  @property({ reflect: true }) annotation: 'zh' | 'en' | 'none' = 'zh';

  /** Kinds of 天地图 that are offered, in this order. */
  @property() kinds = 'vec img ter';

  /** 密钥 (tk) of 天地图. A key in a page can be read by everybody; a proxy that adds it needs none here. */
  @property() token = '';

  /** Mirror or proxy of 天地图: its root, or a template with `{layer}` `{set}` `{z}` `{x}` `{y}` and `{tk}`. */
  @property() url = '';

  /** Grid of 天地图: `w` Web Mercator, `c` CGCS2000 degrees. Without it the one that fits the map. */
  @property() grid: '' | 'w' | 'c' = '';

  /** 审图号 of 天地图 as the service shows it now, for `yzt-attribution`. */
  @property({ attribute: 'approval-number' }) approvalNumber = '';

  /** Asks for tiles of 天地图 with CORS, so that a picture of the map can be exported: `anonymous` or `use-credentials`. */
  @property({ attribute: 'cross-origin' }) crossOrigin: '' | 'anonymous' | 'use-credentials' = '';

  #timeLimit = TIME_LIMIT;
  #land?: Dataset;
  #fallback = false;
  #told = '';

  /** Seconds that a tile of 天地图 has. */
  @property({ attribute: 'time-limit' })
  get timeLimit(): number {
    return this.#timeLimit;
  }
  set timeLimit(value: number | string | null | undefined) {
    this.#timeLimit = readNumber(this, { name: 'time-limit', min: 1, max: 3600, example: '20' }, value, this.#timeLimit) ?? TIME_LIMIT;
  }

  /** Base maps to choose from. */
  get options(): readonly BasemapOption[] {
    return optionsOf({ kinds: this.kinds, tianditu: this.#hasService, own: this.#pairs });
  }

  /** The base map that is shown. */
  get current(): BasemapOption {
    return chosenOf(this.options, this.value);
  }

  /** Whether the outline of the land stands for a base map that is not there. */
  get fallback(): boolean {
    return this.#fallback;
  }

  /** Whether the chosen base map is under way. */
  get loading(): boolean {
    return this.#shown.some(({ loading }) => loading);
  }

  /** A base map is one line in lists of layers. */
  override get isOneLayer(): boolean {
    return true;
  }

  /** Nothing is moved under a base map, nor a base map over anything. */
  override get isGround(): boolean {
    return true;
  }

  override get usualLabel(): Text {
    return { zh: '底图', en: 'Base map' };
  }

  /** Asks again for what could not be had. */
  reload(): void {
    for (const layer of this.#shown) layer.reload?.();
  }

  /** Nothing: which layers are seen is what `value` says. */
  override keepOne(): void {}

  constructor() {
    super();
    this.addEventListener('yzt-error', this.#onError);
  }

  protected override mapChanged(next: YztMap | undefined, previous: YztMap | undefined): void {
    previous?.removeEventListener('yzt-layers-change', this.#onLayers);
    next?.addEventListener('yzt-layers-change', this.#onLayers);
    super.mapChanged(next, previous);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    keepWords(this, changed, { annotation: { name: 'annotation', words: ['zh', 'en', 'none'] }, grid: { name: 'grid', words: ['', 'w', 'c'] } });
    super.willUpdate(changed);
    const { value, annotated } = this.current;
    for (const layer of this.#own) {
      const pair = layer.getAttribute('name');
      const seen = pair === null ? annotated && this.annotation !== 'none' && layer.getAttribute('annotation-of') === value : pair === value || (pair === 'land' && this.#fallback);
      layer.toggleAttribute('invisible', !seen);
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { current } = this;
    if (changed.has('value') && this.value !== '' && this.value !== current.value) badValue(this, 'value', this.value, this.options.map(({ value }) => value).join('|'));
    this.#tell({ value: current.value, annotation: this.annotation, fallback: this.#fallback });
    if (this.#wantsLand && !this.#land) void this.#loadLand();
  }

  get #hasService(): boolean {
    return this.token.trim() !== '' || this.url.trim() !== '';
  }

  /** Layers of the page inside. */
  get #own(): OwnLayer[] {
    return [...this.children].filter((child) => child.hasAttribute('name') || child.hasAttribute('annotation-of'));
  }

  get #pairs(): OwnPair[] {
    const own = this.#own;
    const named = own.filter((layer, at) => layer.hasAttribute('name') && own.findIndex((one) => one.getAttribute('name') === layer.getAttribute('name')) === at);
    return named.map((layer) => {
      const name = layer.getAttribute('name') ?? '';
      return { name, label: layer.label ?? layer.getAttribute('label') ?? '', annotated: own.some((one) => one.getAttribute('annotation-of') === name) };
    });
  }

  /** Layers of the chosen base map, without the outline that stands for it. */
  get #shown(): OwnLayer[] {
    const { value } = this.current;
    const inside = [...(this.renderRoot?.querySelectorAll('yzt-tianditu-layer') ?? [])];
    return [...inside, ...this.#own.filter((layer) => [layer.getAttribute('name'), layer.getAttribute('annotation-of')].includes(value))];
  }

  get #wantsLand(): boolean {
    return (this.#fallback || this.current.value === 'land') && !this.#pairs.some(({ name }) => name === 'land');
  }

  async #loadLand(): Promise<void> {
    const { landDataset } = await import('./land-layer.js');
    this.#land = landDataset();
    this.requestUpdate();
  }

  #tell(state: BasemapState): void {
    const told = Object.values(state).join();
    if (told === this.#told) return;
    const first = this.#told === '';
    this.#told = told;
    this.layerChanged();
    if (!first) this.emit('yzt-basemap-change', state);
  }

  /** What goes wrong with a layer inside is told as what it means for the base map. */
  readonly #onError = (event: HTMLElementEventMap['yzt-error']): void => {
    const [source] = event.composedPath();
    if (source === this) return;
    event.stopPropagation();
    event.preventDefault();
    if (!this.#shown.includes(source as Element)) return;
    this.#stand(event.detail);
  };

  /** Something changed on the map: a layer that failed may be well again, or another one chosen. */
  readonly #onLayers = (): void => {
    const error = this.#shown.find((layer) => layer.error !== undefined)?.error;
    if (this.#fallback !== (error !== undefined)) this.#stand(error);
  };

  #stand(error: YztError | undefined): void {
    this.#fallback = error !== undefined;
    if (!error) this.clearError();
    else if (this.error?.code !== error.code) this.fail(fallbackError(this.localName, error));
    this.requestUpdate();
  }

  #tianditu(kind: string): TemplateResult {
    return html`<yzt-tianditu-layer
      .kind=${kind as 'vec'}
      .annotation=${this.annotation}
      .token=${this.token}
      .url=${this.url}
      .grid=${this.grid}
      .approvalNumber=${this.approvalNumber}
      .crossOrigin=${this.crossOrigin}
      .timeLimit=${this.timeLimit}
      .attribution=${this.attribution}
      no-legend
    ></yzt-tianditu-layer>`;
  }

  override render(): TemplateResult {
    const { value } = this.current;
    const isOwn = this.#pairs.some(({ name }) => name === value);
    return html`${
      this.#wantsLand && this.#land
        ? html`<yzt-polygon-layer .dataset=${this.#land} symbology="fixed:map-land" fill-opacity="1" no-legend no-hover no-select></yzt-polygon-layer>`
        : nothing
    }${!isOwn && value !== 'land' && value !== 'none' ? this.#tianditu(value) : nothing}<slot @slotchange=${() => this.requestUpdate()}></slot>`;
  }
}
