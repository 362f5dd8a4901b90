import type BaseLayer from 'ol/layer/Base.js';
import type LayerGroup from 'ol/layer/Group.js';
import type OlMap from 'ol/Map.js';
import type { LayerGroupElement } from '../layer-group/group-element.js';
import type { LayerElement } from '../layer/layer.js';
import { flatParent, inFlatOrder } from './flat-order.js';

function isGroup(layer: LayerElement): layer is LayerGroupElement {
  return 'isOneLayer' in layer && 'keepOne' in layer;
}

/** A layer on the map. Its OpenLayers layer is made when there is an OpenLayers map to put it on. */
interface Member {
  olLayer?: BaseLayer;
  /** The z-index it came with. */
  zIndex?: number | undefined;
  holder?: LayerGroup | undefined;
}

/**
 * The layers of one map, in the order of the document. Layer elements join and leave it themselves; OpenLayers gets the same
 * tree of groups, and the order as z-indexes, because re-ordering a collection would throw away what layers have rendered.
 */
export class LayerStack {
  readonly #olMap: () => OlMap | undefined;
  readonly #onChange: () => void;
  readonly #members = new Map<LayerElement, Member>();
  #ordered: LayerElement[] = [];
  #stale = false;
  #queued = false;

  /**
   * @param olMap The OpenLayers map, undefined while the map element has none.
   * @param onChange Called once per microtask after layers came, went, moved or changed.
   */
  constructor(olMap: () => OlMap | undefined, onChange: () => void) {
    this.#olMap = olMap;
    this.#onChange = onChange;
  }

  /** All layers and groups, bottom first. */
  get all(): readonly LayerElement[] {
    if (this.#stale) this.#sort();
    return this.#ordered;
  }

  /** Takes in a layer. Called by layer elements. */
  add(layer: LayerElement): void {
    if (this.#members.has(layer)) return;
    this.#members.set(layer, {});
    this.#place(layer);
    if (isGroup(layer)) for (const member of this.#members.keys()) this.#place(member);
    this.queueSort();
  }

  /** Lets go of a layer. Called by layer elements. */
  remove(layer: LayerElement): void {
    const member = this.#members.get(layer);
    if (!member) return;
    this.#members.delete(layer);
    if (isGroup(layer)) for (const other of this.#members.keys()) this.#place(other);
    leave(member);
    // A native layer goes back to its owner as it came.
    if (!member.olLayer) return this.queueSort();
    if (member.zIndex === undefined) member.olLayer.unset('zIndex');
    else member.olLayer.setZIndex(member.zIndex);
    this.queueSort();
  }

  /** Puts all layers on a new OpenLayers map. */
  attach(): void {
    for (const layer of this.#members.keys()) this.#place(layer);
    this.queueSort();
  }

  /** Takes all layers off the OpenLayers map, before it is disposed. */
  detach(): void {
    for (const member of this.#members.values()) leave(member);
  }

  /** Swaps the OpenLayers layer of an element that got a new one. */
  replace(layer: LayerElement): void {
    if (!this.#members.has(layer)) return;
    this.remove(layer);
    this.add(layer);
  }

  /** The innermost group around a layer on this map. */
  groupOf(layer: LayerElement): LayerGroupElement | undefined {
    for (let at = flatParent(layer); at; at = flatParent(at)) {
      if (this.#members.has(at as LayerElement) && isGroup(at as LayerElement)) return at as LayerGroupElement;
    }
    return undefined;
  }

  /** Layers and groups directly inside a group, or directly on the map. */
  membersOf(group: LayerGroupElement | undefined): LayerElement[] {
    return this.all.filter((layer) => this.groupOf(layer) === group);
  }

  /** Layers moved: order and groups are worked out again. */
  queueSort(): void {
    this.#stale = true;
    this.queueChange();
  }

  /** Something shown of a layer changed: the map tells once per microtask. */
  queueChange(): void {
    if (this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (this.#stale) this.#sort();
      this.#onChange();
    });
  }

  #place(layer: LayerElement): void {
    const member = this.#members.get(layer);
    const olMap = this.#olMap();
    if (!member || !olMap) return;
    if (!member.olLayer) {
      member.olLayer = layer.olLayer;
      member.zIndex = member.olLayer.getZIndex();
    }
    const group = this.groupOf(layer);
    const holder = group ? (group.olLayer as LayerGroup) : olMap.getLayerGroup();
    if (holder === member.holder) return;
    leave(member);
    member.holder = holder;
    holder.getLayers().push(member.olLayer);
  }

  #sort(): void {
    this.#stale = false;
    this.#ordered = inFlatOrder(this.#members.keys());
    for (const layer of this.#ordered) this.#place(layer);
    // Below zero: a layer that a page adds to `olMap` itself lies on top, as it would without us.
    this.#ordered.forEach((layer, index) => this.#members.get(layer)?.olLayer?.setZIndex(index - this.#ordered.length));
    for (const layer of this.#ordered) if (isGroup(layer)) layer.keepOne();
  }
}

/** Takes a layer out of what holds it. */
function leave(member: Member): void {
  if (member.olLayer) member.holder?.getLayers().remove(member.olLayer);
  member.holder = undefined;
}

export { isGroup };
