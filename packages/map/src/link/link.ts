import type { ReactiveControllerHost } from 'lit';
import { LinkController, type LinkKind } from '@yizhangtu/base/link';
import type { LayerElement } from '../layer/layer.js';
import type { YztMap } from '../map/map.js';

/** An element that works with a map: inside one, or beside it with `for="id"` or the property `map`. */
export interface MapHost extends Element {
  /** Id of the map, as the attribute `for` names it. */
  for?: string | undefined;
  /** The map itself. Wins over `for` and over the map around the element. */
  map?: YztMap | undefined;
}

/** An element that works with one layer: inside it, or beside it with `layer="id"` or the layer as a property. */
export interface LayerHost extends Element {
  layer?: string | LayerElement | undefined;
}

function isMap(node: unknown): node is YztMap {
  // By shape, not by class: two copies of the library may meet on a page, and linking must not load the map.
  return node instanceof HTMLElement && 'olMap' in node && 'pixelOf' in node;
}

function isLayer(node: unknown): node is LayerElement {
  return node instanceof HTMLElement && 'olLayer' in node && 'mapElement' in node;
}

/** How an element finds its map. */
export const MAP_LINK: LinkKind<YztMap, MapHost> = {
  name: 'yzt-map',
  given: (host) => (isMap(host.map) ? host.map : undefined),
  id: (host) => host.for || undefined,
  enclosing: true,
  is: isMap,
  missing: 'map-not-found',
};

/** How an element finds its layer. */
export const LAYER_LINK: LinkKind<LayerElement, LayerHost> = {
  name: 'yzt-layer',
  given: (host) => (isLayer(host.layer) ? host.layer : undefined),
  id: (host) => (typeof host.layer === 'string' ? host.layer : '') || undefined,
  enclosing: true,
  is: isLayer,
  missing: 'layer-not-found',
};

/**
 * Keeps an element on its map: the property `map`, then `for="id"`, then the map around it. Waits for late maps, lets go of
 * removed ones and links again when anything moves.
 */
export class MapController extends LinkController<YztMap, MapHost & ReactiveControllerHost> {
  /** @param onChange Called with the new and the old map each time it changes, undefined for none. */
  constructor(host: MapHost & ReactiveControllerHost, onChange?: (next: YztMap | undefined, previous: YztMap | undefined) => void) {
    super(host, MAP_LINK, onChange);
  }

  /** The map, or undefined while there is none. */
  get mapElement(): YztMap | undefined {
    return this.target;
  }
}

/** Keeps an element on one layer, by the property `layer` (an element or an id) or by standing inside it. */
export class LayerController extends LinkController<LayerElement, LayerHost & ReactiveControllerHost> {
  /** @param onChange Called with the new and the old layer each time it changes, undefined for none. */
  constructor(
    host: LayerHost & ReactiveControllerHost,
    onChange?: (next: LayerElement | undefined, previous: LayerElement | undefined) => void,
  ) {
    super(host, LAYER_LINK, onChange);
  }

  /** The layer, or undefined while there is none. */
  get layerElement(): LayerElement | undefined {
    return this.target;
  }
}
