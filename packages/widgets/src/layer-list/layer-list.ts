import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { ellipsis } from '@yizhangtu/base/icon-shapes';
import { iconSvg } from '@yizhangtu/base/icon-svg';
import { formatNumber } from '@yizhangtu/base/number-format';
import type { Text } from '@yizhangtu/base/locale';
import { buttonStyles, focusStyles, hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import type { LayerElement } from '@yizhangtu/map/layer';
import { DatasetWatch } from '../shared/dataset-watch.js';
import { MapWidget } from '../shared/map-widget.js';
import { badgeStyles, linkButtonStyles, stateStyles } from '../shared/panel.styles.js';
import { swatch, swatchShape, swatchStyles } from '../shared/swatch.js';
import { isOn, layerTree, listed, outOfScale, searched, setTick, tickOf, type TreeGroup, type TreeNode } from './layer-tree.js';
import { layerListStyles } from './layer-list.styles.js';

type Node = TreeNode<LayerElement>;
type GroupNode = Extract<Node, { kind: 'group' }>;

/** A layer that loads: data layers and sources have these; a layer without them never shows the state. */
interface Loading {
  readonly loading?: boolean;
  readonly stale?: boolean;
  reload?(): void;
}

/** From so many layers on there is a search box. */
const SEARCH_FROM = 9;

/**
 * The layers and groups of a map, the top one first: switch them on and off, set their opacity, find them.
 *
 * Plain lists with native check boxes, which every screen reader knows; a group's box is mixed when some of its layers are on.
 * Layers out of their zoom range say what to do; a layer that failed says why and offers to try again.
 * @tag yzt-layer-list
 * @summary Tree of layers with visibility, opacity, counts and states.
 * @csspart base - The whole list.
 * @csspart layer - One layer.
 * @csspart group - One group.
 */
export class YztLayerList extends MapWidget {
  static override styles = [
    hostStyles,
    focusStyles,
    buttonStyles,
    hiddenTextStyles,
    badgeStyles,
    stateStyles,
    linkButtonStyles,
    swatchStyles,
    layerListStyles,
  ];

  /** Shows no buttons for opacity. */
  @property({ type: Boolean, attribute: 'no-opacity' }) noOpacity = false;

  /** Shows no search box, however many layers there are. */
  @property({ type: Boolean, attribute: 'no-search' }) noSearch = false;

  protected override readonly mapEvents = ['yzt-ready', 'yzt-view-change', 'yzt-layers-change'] as const;

  @state() private words = '';
  @state() private open?: LayerElement;

  readonly #watch = new DatasetWatch(this, ['data', 'filter']);
  readonly #radioNames = new WeakMap<TreeGroup, string>();
  #radioCount = 0;
  #scale = '';

  protected override mapChanged(event?: Event): void {
    const map = this.mapElement;
    const layers = this.#layers;
    this.#watch.watch(layers.map((layer) => layer.layerDataset));
    const scale = layers.map((layer) => outOfScale(layer, map?.zoom ?? NaN) ?? '').join();
    if (event?.type === 'yzt-view-change' && scale === this.#scale) return;
    this.#scale = scale;
    this.requestUpdate();
  }

  get #layers(): LayerElement[] {
    return listed(this.mapElement?.layers ?? []);
  }

  #tick(node: Node, event: Event): void {
    setTick(node, (event.target as HTMLInputElement).checked, this.#layers);
    this.requestUpdate();
  }

  #name({ label, usualLabel }: { readonly label: string; readonly usualLabel?: Text | undefined }): string {
    return label || this.say(usualLabel ?? { zh: '未命名图层', en: 'Unnamed layer' });
  }

  /** Radio buttons of one group share a name, so that the arrow keys go through them. */
  #radioName(group: TreeGroup): string {
    const name = this.#radioNames.get(group) ?? `group-${++this.#radioCount}`;
    this.#radioNames.set(group, name);
    return name;
  }

  #badges(layer: LayerElement): TemplateResult {
    const { stale } = layer as Loading;
    const dataset = layer.layerDataset;
    return html`${layer.error ? html`<span class="badge failed">${this.say({ zh: '加载失败', en: 'Failed' })}</span>` : nothing}
    ${stale ? html`<span class="badge stale">${this.say({ zh: '数据已过期', en: 'Out of date' })}</span>` : nothing}
    ${dataset?.provenance.example ? html`<span class="badge example">${this.say({ zh: '示例', en: 'Example' })}</span>` : nothing}`;
  }

  #count(layer: LayerElement): TemplateResult | typeof nothing {
    if ((layer as Loading).loading)
      return html`<span class="count" role="status">${this.say({ zh: '加载中…', en: 'Loading…' })}</span>`;
    const dataset = layer.layerDataset;
    if (!dataset || layer.error) return nothing;
    return html`<span class="count">${formatNumber(dataset.query({ measures: [{ kind: 'count' }] }).total.count)}</span>`;
  }

  #swatch(layer: LayerElement): TemplateResult {
    const symbol = layer.symbologyModel?.classes[0];
    return html`<span class="place">${symbol ? swatch(swatchShape(layer.layerDataset?.geometry), symbol) : nothing}</span>`;
  }

  #reason(layer: LayerElement): string | undefined {
    const out = outOfScale(layer, this.mapElement?.zoom ?? NaN);
    if (!out) return undefined;
    return out === 'zoom-in'
      ? this.say({ zh: '放大后显示', en: 'Zoom in to see it' })
      : this.say({ zh: '缩小后显示', en: 'Zoom out to see it' });
  }

  #settings(layer: LayerElement): TemplateResult {
    const percent = Math.round(layer.opacity * 100);
    return html`<div class="settings" id="settings">
      <label for="opacity">${this.say({ zh: '不透明度', en: 'Opacity' })}</label>
      <input
        id="opacity"
        type="range"
        min="0"
        max="100"
        step="5"
        .value=${String(percent)}
        @input=${(event: Event) => {
          event.stopPropagation();
          layer.opacity = Number((event.target as HTMLInputElement).value) / 100;
          this.requestUpdate();
        }}
      />
      <output for="opacity">${percent}%</output>
    </div>`;
  }

  #trouble(layer: LayerElement): TemplateResult | typeof nothing {
    if (!layer.error) return nothing;
    const { reload } = layer as Loading;
    return html`<p class="notice">
      <span>${layer.error.in(this.locale)}</span>
      ${
        reload
          ? html`<button class="link" type="button" @click=${() => reload.call(layer)}>
              ${this.say({ zh: '重试', en: 'Try again' })}
            </button>`
          : nothing
      }
    </p>`;
  }

  #layer(node: Extract<Node, { kind: 'layer' }>, exclusive: TreeGroup | undefined): TemplateResult {
    const { layer } = node;
    const name = this.#name(layer);
    const reason = this.#reason(layer);
    const open = this.open === layer;
    const opacityLabel = this.say({ zh: `${name}：不透明度`, en: `${name}: opacity` });
    return html`<li class=${classMap({ layer: true, out: reason !== undefined })} part="layer">
      <div class="line">
        <label>
          <input
            type=${exclusive ? 'radio' : 'checkbox'}
            name=${exclusive ? this.#radioName(exclusive) : nothing}
            .checked=${live(isOn(layer))}
            @input=${(event: Event) => event.stopPropagation()}
            @change=${(event: Event) => this.#tick(node, event)}
          />
          ${this.#swatch(layer)}
          <span class="name"
            >${name} ${this.#badges(layer)}${reason === undefined ? nothing : html`<span class="reason">${reason}</span>`}</span
          >
        </label>
        ${this.#count(layer)}
        ${
          this.noOpacity
            ? nothing
            : html`<button
                class="icon more"
                type="button"
                aria-label=${opacityLabel}
                aria-expanded=${open ? 'true' : 'false'}
                @click=${() => (this.open = open ? undefined : layer)}
              >
                ${iconSvg(ellipsis)}
              </button>`
        }
      </div>
      ${open ? this.#settings(layer) : nothing}${this.#trouble(layer)}
    </li>`;
  }

  #group(node: GroupNode): TemplateResult {
    const tick = tickOf(node);
    const name = this.#name(node.group);
    const exclusive = (node.group as { exclusive?: boolean }).exclusive ? node.group : undefined;
    return html`<li class="group" part="group">
      <div class="line">
        ${
          exclusive
            ? html`<span class="name">${name}</span>`
            : html`<label>
                <input
                  type="checkbox"
                  .checked=${live(tick === 'on')}
                  .indeterminate=${live(tick === 'mixed')}
                  @input=${(event: Event) => event.stopPropagation()}
                  @change=${(event: Event) => this.#tick(node, event)}
                />
                <span class="name">${name}</span>
              </label>`
        }
      </div>
      ${this.#nodes(node.children, name, exclusive)}
    </li>`;
  }

  #nodes(nodes: readonly Node[], name: string, exclusive?: TreeGroup): TemplateResult {
    return html`<ul aria-label=${name}>
      ${repeat(
        nodes,
        (node) => (node.kind === 'layer' ? node.layer : node.group),
        (node) => (node.kind === 'layer' ? this.#layer(node, exclusive) : this.#group(node)),
      )}
    </ul>`;
  }

  #search(): TemplateResult {
    const label = this.say({ zh: '搜索图层', en: 'Search layers' });
    return html`<input
      class="search"
      type="search"
      autocomplete="off"
      aria-label=${label}
      placeholder=${label}
      .value=${this.words}
      @input=${(event: Event) => {
        event.stopPropagation();
        this.words = (event.target as HTMLInputElement).value;
      }}
    />`;
  }

  override render(): TemplateResult {
    const layers = this.#layers;
    if (layers.length === 0) return html`<p class="empty">${this.say({ zh: '地图上没有图层', en: 'The map has no layers' })}</p>`;
    const hits = searched(layerTree(layers), this.words);
    return html`<div class="base" part="base">
      ${layers.length >= SEARCH_FROM && !this.noSearch ? this.#search() : nothing}
      ${
        hits.length > 0
          ? this.#nodes(hits, this.say({ zh: '图层', en: 'Layers' }))
          : html`<p class="empty" role="status">
              ${this.say({ zh: `没有名称含「${this.words}」的图层`, en: `No layer is called “${this.words}”` })}
            </p>`
      }
    </div>`;
  }
}
