/** Drawing on a map, corner by corner: by clicks, or by the keyboard of the map (Enter sets a corner at its middle). */
import type { Text } from '@yizhangtu/base/locale';
import { Dataset } from '@yizhangtu/data/model';
import type { LayerElement } from '@yizhangtu/map/layer';
import type { MapPick, YztMap } from '@yizhangtu/map/map';
import { areaTable, cornerTable, lineTable, withCorner, type DrawnCorner } from './drawn-corners.js';

const LABEL: Text = { zh: '正在画', en: 'Being drawn' };

/** Who draws. */
export interface DrawingHost {
  /** A corner more or less, begun or ended. */
  changed(): void;
  /** A double click: what is drawn is wanted, if it is enough. */
  finished(): void;
  say(text: Text): string;
}

/** An area or a line in the making. Clicks on the map select nothing meanwhile. */
export class CornerDrawing {
  readonly #host: DrawingHost;
  readonly #shape: 'polygon' | 'line';
  readonly #drawn = new Dataset();
  readonly #points = new Dataset();
  #corners: readonly DrawnCorner[] = [];
  #layers: LayerElement[] = [];
  #map?: YztMap | undefined;

  constructor(shape: 'polygon' | 'line', host: DrawingHost) {
    this.#shape = shape;
    this.#host = host;
  }

  get isUnderWay(): boolean {
    return this.#map !== undefined;
  }

  get corners(): readonly DrawnCorner[] {
    return this.#corners;
  }

  /** Begins; resolves when corners can be set. */
  async start(map: YztMap): Promise<void> {
    if (this.#map) return;
    this.#map = map;
    this.#corners = [];
    this.#host.changed();
    // What corners and shape are drawn by, for pages that have no such layers.
    await Promise.all([this.#shape === 'line' ? import('@yizhangtu/map/line-layer') : import('@yizhangtu/map/polygon-layer'), import('@yizhangtu/map/point-layer')]);
    if (this.#map !== map || this.#layers.length > 0) return;
    map.addEventListener('yzt-pick', this.#onPick, true);
    map.addEventListener('dblclick', this.#onDouble, true);
    this.#layers = [this.#layer(`yzt-${this.#shape}-layer`, this.#drawn), this.#layer('yzt-point-layer', this.#points)];
    map.append(...this.#layers);
    this.#show();
  }

  /** Takes the last corner back. */
  undo(): void {
    this.#corners = this.#corners.slice(0, -1);
    this.#show();
  }

  /** Ends; nothing of it stays on the map. */
  end(): void {
    this.#map?.removeEventListener('yzt-pick', this.#onPick, true);
    this.#map?.removeEventListener('dblclick', this.#onDouble, true);
    this.#map = undefined;
    for (const layer of this.#layers) layer.remove();
    this.#layers = [];
    this.#corners = [];
    this.#host.changed();
  }

  #layer(tag: 'yzt-polygon-layer' | 'yzt-line-layer' | 'yzt-point-layer', dataset: Dataset): LayerElement {
    const layer = document.createElement(tag);
    for (const name of ['no-legend', 'no-hover', 'no-select']) layer.setAttribute(name, '');
    layer.setAttribute('symbology', 'fixed:map-selection');
    if (tag === 'yzt-polygon-layer') layer.setAttribute('fill-opacity', '0.15');
    layer.setAttribute('label', this.#host.say(LABEL));
    layer.dataset = dataset;
    return layer;
  }

  readonly #onPick = (event: Event): void => {
    const { lonLat, pixel } = (event as CustomEvent<MapPick>).detail;
    // Neither selection nor popup: the click is a corner.
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#corners = withCorner(this.#corners, { lonLat: [lonLat[0], lonLat[1]], pixel });
    this.#show();
  };

  readonly #onDouble = (event: Event): void => {
    event.stopPropagation();
    this.#host.finished();
  };

  #show(): void {
    this.#drawn.setTable(this.#shape === 'line' ? lineTable(this.#corners.map(({ lonLat }) => lonLat)) : areaTable(this.#corners, ''));
    this.#points.setTable(cornerTable(this.#corners));
    this.#host.changed();
  }
}
