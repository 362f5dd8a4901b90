import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Text } from '@yizhangtu/base/locale';
import { buttonStyles, focusStyles, hiddenTextStyles, hostStyles } from '@yizhangtu/base/styles';
import type { LayerElement } from '@yizhangtu/map/layer';
import { DatasetWatch } from '../shared/dataset-watch.js';
import { canMove, moveLayer } from '../shared/layer-order.js';
import { MapWidget } from '../shared/map-widget.js';
import { badgeStyles, linkButtonStyles, stateStyles } from '../shared/panel.styles.js';
import { swatchStyles } from '../shared/swatch.js';
import { layerDetails } from './layer-details.js';
import { layerTree, listed, outOfScale, searched, setTick, subjectOf, tickOf, treeRows, type TreeGroup, type TreeNode, type TreeRow } from './layer-tree.js';
import { layerListStyles } from './layer-list.styles.js';
import { RowDrag, type DropTarget } from './row-drag.js';
import { treeKey, type KeyAction } from './tree-keys.js';
import { isExclusive, treeLines, type TreeView } from './tree-view.js';

type Node = TreeNode<LayerElement>;
type Row = TreeRow<LayerElement>;

declare module '@yizhangtu/base/events' {
  interface YztEvents {
    'yzt-layer-move-request': LayerMove;
  }
}

/** A move of a layer or a group that somebody asks for. */
export interface LayerMove {
  readonly layer: LayerElement;
  /** The layer or group it is to stand beside. Both have the same parent. */
  readonly beside: LayerElement;
  /** On the map, and in the list: above, or below. */
  readonly place: 'above' | 'below';
}

/** From so many layers on there is a search box. */
const SEARCH_FROM = 9;

/**
 * The resource tree of a map: its groups and layers, the top one first. Switch them on and off, find them, put them in another order, go to them, set
 * their opacity, and read where their data come from.
 *
 * A tree after the ARIA Authoring Practices: arrow keys go through it, Space ticks, Enter opens the details, Alt with an arrow key moves. A group is
 * mixed when some of its layers are on. Layers out of their zoom range say what to do; a layer that failed says why and offers to try again. A layer is
 * moved by moving its element among those of its parent, because draw order is the order of the document.
 * @tag yzt-layer-list
 * @summary Tree of layers with visibility, order, opacity, counts, sources and states.
 * @csspart base - The whole list.
 * @csspart layer - One layer.
 * @csspart group - One group.
 * @fires yzt-layer-move-request - Somebody wants a layer above or below another one; `detail` is a `LayerMove`. Cancelable: prevented, the page puts it there itself, or does not.
 */
export class YztLayerList extends MapWidget {
  static override styles = [hostStyles, focusStyles, buttonStyles, hiddenTextStyles, badgeStyles, stateStyles, linkButtonStyles, swatchStyles, layerListStyles];

  /** Shows no sliders for opacity. */
  @property({ type: Boolean, attribute: 'no-opacity' }) noOpacity = false;

  /** Shows no search box, however many layers there are. */
  @property({ type: Boolean, attribute: 'no-search' }) noSearch = false;

  /** Keeps the order of the layers as it is. */
  @property({ type: Boolean, attribute: 'no-reorder' }) noReorder = false;

  protected override readonly mapEvents = ['yzt-ready', 'yzt-view-change', 'yzt-layers-change'] as const;

  @state() private words = '';
  @state() private detailed?: LayerElement | undefined;
  @state() private message = '';
  /** What has the focus, or would get it. */
  @state() private active?: object | undefined;

  readonly #watch = new DatasetWatch(this, ['data', 'filter']);
  /** Groups that somebody opened or closed here. */
  readonly #open = new WeakMap<TreeGroup, boolean>();
  readonly #drag = new RowDrag(this, {
    targets: (item) => this.#dropTargets(item),
    drop: (row, { beside, place }) => {
      const [from, to] = [this.#rowOf(row), this.#rowOf(beside)];
      if (from && to) this.#move(from, to.node, place);
    },
  });
  #rows: readonly Row[] = [];
  #scale = '';
  /** What had the focus when a line was moved, and whether the map has told of the move. */
  #focused?: HTMLElement | undefined;
  #refocus = false;

  protected override mapChanged(event?: Event): void {
    const map = this.mapElement;
    const layers = this.#layers;
    this.#watch.watch(layers.map((layer) => layer.layerDataset));
    const scale = layers.map((layer) => outOfScale(layer, map?.zoom ?? NaN) ?? '').join();
    if (event?.type === 'yzt-view-change' && scale === this.#scale) return;
    this.#scale = scale;
    this.#refocus = this.#focused !== undefined;
    this.requestUpdate();
  }

  /** A line that Lit moved has lost the focus; a button that has nothing more to do gives it to its line. */
  protected override updated(): void {
    if (!this.#refocus) return;
    const focused = this.#focused;
    this.#refocus = false;
    this.#focused = undefined;
    (focused?.matches(':disabled') || !focused?.isConnected ? this.#items.find((item) => item.tabIndex === 0) : focused)?.focus();
  }

  get #layers(): LayerElement[] {
    return listed(this.mapElement?.layers ?? []);
  }

  get #items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role=treeitem]')];
  }

  #rowOf(item: Element): Row | undefined {
    return this.#rows[this.#items.indexOf(item as HTMLElement)];
  }

  /** The lines that a line may be put beside, each with the last one that belongs to it: of an open group what is at its end. */
  #dropTargets(item: Element): DropTarget[] {
    const [row, items] = [this.#rowOf(item), this.#items];
    if (!row) return [];
    const movable = new Set(this.#movable(row));
    return this.#rows.flatMap(({ node, level }, at) => {
      const line = items[at];
      if (!line || !movable.has(node)) return [];
      const next = this.#rows.findIndex((other, index) => index > at && other.level <= level);
      return [{ row: line, last: items[(next < 0 ? items.length : next) - 1] ?? line }];
    });
  }

  #isOpen = (group: TreeGroup): boolean => this.words.trim() !== '' || (this.#open.get(group) ?? !group.folded);

  #setOpen(group: TreeGroup, open: boolean): void {
    this.#open.set(group, open);
    this.requestUpdate();
  }

  #tick(node: Node, on: boolean): void {
    setTick(node, on, this.#layers);
    this.requestUpdate();
  }

  #name({ label, usualLabel }: { readonly label: string; readonly usualLabel?: Text | undefined }): string {
    return label || this.say(usualLabel ?? { zh: '未命名图层', en: 'Unnamed layer' });
  }

  /** Who a row may change places with. A search shows part of the layers, among which "the next one" means nothing. */
  #movable({ node, siblings }: Row): Node[] {
    if (this.noReorder || this.words.trim() !== '') return [];
    return siblings.filter((other) => canMove(subjectOf(node) as LayerElement, subjectOf(other) as LayerElement));
  }

  #move(row: Row, to: Node, place: 'above' | 'below'): void {
    const [layer, beside] = [subjectOf(row.node), subjectOf(to)] as [LayerElement, LayerElement];
    if (!this.emit('yzt-layer-move-request', { layer, beside, place }, { cancelable: true })) return;
    this.#focused = ((this.renderRoot as ShadowRoot).activeElement as HTMLElement | null) ?? undefined;
    moveLayer(layer, beside, place);
    const others = row.siblings.filter((one) => one !== row.node);
    const at = others.indexOf(to) + (place === 'above' ? 1 : 2);
    this.message = this.say({ zh: `${this.#name(layer)}：第 ${at} 位，共 ${row.siblings.length} 位`, en: `${this.#name(layer)}: place ${at} of ${row.siblings.length}` });
    this.active = layer;
  }

  /** The move one place up or down; undefined where there is none. */
  #step(row: Row, by: 'up' | 'down'): (() => void) | undefined {
    const at = row.siblings.indexOf(row.node);
    const next = row.siblings[by === 'up' ? at - 1 : at + 1];
    return next && this.#movable(row).includes(next) ? () => this.#move(row, next, by === 'up' ? 'above' : 'below') : undefined;
  }

  /** Shows all of a layer, at a level at which it is drawn; undefined where nobody knows its place and the level is right. */
  #show(layer: LayerElement): (() => void) | undefined {
    const [map, bounds] = [this.mapElement, layer.layerBounds];
    if (!map || (!bounds && !outOfScale(layer, map.zoom))) return undefined;
    return () => {
      if (bounds) map.fit(bounds, { padding: 48 });
      const out = outOfScale(layer, map.zoom);
      if (out) map.zoom = (out === 'zoom-in' ? layer.minZoom : layer.maxZoom) ?? map.zoom;
    };
  }

  #act(action: Exclude<KeyAction, { go: number }>, row: Row): void {
    const { node } = row;
    if (action === 'tick') {
      if (!isExclusive(node)) this.#tick(node, tickOf(node) !== 'on');
    } else if (action === 'details') {
      if (node.kind === 'layer') this.detailed = this.detailed === node.layer ? undefined : node.layer;
      else this.#setOpen(node.group, !this.#isOpen(node.group));
    } else if (action === 'up' || action === 'down') this.#step(row, action)?.();
    else if (node.kind === 'group') this.#setOpen(node.group, action === 'open');
  }

  #onKey = (event: KeyboardEvent): void => {
    const item = event.target as HTMLElement;
    if (event.key === 'Escape' && item.closest('.settings')) {
      item.closest<HTMLElement>('[role=treeitem]')?.focus();
      this.detailed = undefined;
      return;
    }
    const index = this.#items.indexOf(item);
    const row = this.#rows[index];
    if (!row) return;
    const { node, parent } = row;
    const action = treeKey(event, { index, total: this.#rows.length, parent: parent ? this.#rows.indexOf(parent) : -1, open: node.kind === 'group' ? this.#isOpen(node.group) : undefined });
    if (action === undefined) return;
    event.preventDefault();
    if (typeof action === 'object') this.#items[action.go]?.focus();
    else this.#act(action, row);
  };

  #onFocus = (event: FocusEvent): void => {
    const target = event.target as HTMLElement;
    const item = target.closest<HTMLElement>('[role=treeitem]');
    const row = item && this.#rowOf(item);
    if (row) this.active = subjectOf(row.node);
    if (target.classList.contains('tick')) item?.focus({ preventScroll: true });
  };

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

  #view(): TreeView {
    const rows = this.#rows;
    const current = rows.find(({ node }) => subjectOf(node) === this.active) ?? rows[0];
    const say = (text: Text): string => this.say(text);
    return {
      say,
      locale: this.locale,
      zoom: this.mapElement?.zoom ?? NaN,
      drag: this.#drag,
      rows,
      current: current && subjectOf(current.node),
      detailed: this.detailed,
      name: (subject) => this.#name(subject),
      isOpen: this.#isOpen,
      isMovable: (row) => this.#movable(row).length > 0,
      tick: (node, on) => this.#tick(node, on),
      setOpen: (group, open) => this.#setOpen(group, open),
      detail: (layer) => (this.detailed = layer),
      details: (row, layer) =>
        layerDetails({ layer, say, opacity: !this.noOpacity, show: this.#show(layer), up: this.#step(row, 'up'), down: this.#step(row, 'down'), changed: () => this.requestUpdate() }),
    };
  }

  override render(): TemplateResult {
    const layers = this.#layers;
    if (layers.length === 0) return html`<p class="empty">${this.say({ zh: '地图上没有图层', en: 'The map has no layers' })}</p>`;
    const hits = searched(layerTree(layers), this.words, (subject) => this.#name(subject));
    this.#rows = treeRows(hits, this.#isOpen);
    return html`<div class="base" part="base">
      ${layers.length >= SEARCH_FROM && !this.noSearch ? this.#search() : nothing}
      ${
        hits.length > 0
          ? html`<ul class=${hits.some(({ kind }) => kind === 'group') ? 'grouped' : ''} role="tree" aria-label=${this.say({ zh: '图层', en: 'Layers' })} @keydown=${this.#onKey} @focusin=${this.#onFocus}>
              ${treeLines(this.#view())}
            </ul>`
          : html`<p class="empty" role="status">
              ${this.say({ zh: `没有名称含「${this.words}」的图层`, en: `No layer is called “${this.words}”` })}
            </p>`
      }
      <p class="hidden-text" role="status">${this.message}</p>
    </div>`;
  }
}
