/** What a clustered point layer does beyond drawing: clicks, opened clusters, their keyboard. Fetched when a layer is clustered. */
import type { TemplateResult } from 'lit';
import type View from 'ol/View.js';
import { formatNumber } from '@yizhangtu/base/number-format';
import type { Locale, Text } from '@yizhangtu/base/locale';
import type { Dataset } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';
import type { LayerElement } from '../layer/layer.js';
import type { Hit, MapPick } from '../map/map-types.js';
import type { YztMap } from '../map/map.js';
import { selectHit } from '../map/selection.js';
import { ClusterPicture, type ClusterChoice } from '../renderer/cluster-picture.js';
import type { ClusterHit } from '../renderer/types.js';
import { motionIsReduced } from '../shared/motion.js';
import { CLOSED, clusterWords, selectionWords, shareWords } from '../shared/cluster-words.js';
import { rowName, spiderPanel } from './spider-panel.js';

const ZOOM_MS = 400;
/** Nearer to the ground than this there is nothing more to see: what has not split by then is opened where it is. */
const LAST_ZOOM = 20;

/** The layer, as far as its clusters need it. */
export interface ClusterLayer extends LayerElement {
  readonly noSelect: boolean;
  readonly labelField?: string | undefined;
  readonly locale: Locale;
  readonly layerDataset: Dataset | undefined;
  readonly symbologyModel: Symbology | undefined;
}

/** What the layer lends its session. */
export interface SessionTools {
  readonly choice: () => ClusterChoice;
  readonly redraw: () => void;
  readonly say: (text: Text) => string;
}

/** Clusters of one layer, from being switched on to the end of the layer. */
export class ClusterSession {
  readonly picture: ClusterPicture;
  readonly #layer: ClusterLayer;
  readonly #tools: SessionTools;
  #map?: YztMap | undefined;
  /** Where the focus goes once the list of opened places is there. */
  #focusNext = false;
  #active = 0;

  constructor(layer: ClusterLayer, tools: SessionTools) {
    this.#layer = layer;
    this.#tools = tools;
    const owner = { redraw: tools.redraw, closed: () => this.#onClosed(), still: motionIsReduced };
    this.picture = new ClusterPicture(tools.choice, owner);
  }

  /** Takes the clicks and keys of a map; undefined lets go. */
  listen(map: YztMap | undefined): void {
    if (map === this.#map) return;
    this.#map?.removeEventListener('yzt-pick', this.#onPick);
    this.#map?.removeEventListener('keydown', this.#onKey, true);
    if (!map) this.picture.close();
    this.#map = map;
    map?.addEventListener('yzt-pick', this.#onPick);
    map?.addEventListener('keydown', this.#onKey, true);
  }

  /** The opened places as a list for keyboard and screen reader; undefined when nothing is opened. */
  panel(): TemplateResult | undefined {
    const { spider } = this.picture;
    const dataset = this.#layer.layerDataset;
    if (!spider || !dataset) return undefined;
    return spiderPanel({
      spider,
      active: this.#active,
      say: this.#tools.say,
      nameOf: (row) => rowName(dataset, row, this.#layer.labelField, this.#layer.locale),
      isSelected: (row) => dataset.selection.has(row),
      onFocus: (leg) => this.#focus(leg),
      onBlur: () => this.#blur(),
      onPick: (leg, additive) => this.#pickLeg(leg, additive),
    });
  }

  /** After the layer has rendered. */
  rendered(root: ParentNode): void {
    if (!this.#focusNext) return;
    const first = root.querySelector<HTMLElement>('[data-leg="0"]');
    if (!first) return;
    this.#focusNext = false;
    first.focus();
  }

  readonly #onPick = (event: CustomEvent<MapPick>): void => {
    const layer = this.#layer;
    const map = this.#map;
    if (!map || event.defaultPrevented || !layer.isShown) return;
    const { pixel, additive, byKey, hits } = event.detail;
    const { spider } = this.picture;
    // An end of a leg is a row like any other: the map selects it, a popup opens at it.
    if (spider && hits.some((hit) => hit.layer === layer && spider.rows.includes(hit.row))) return;
    const cluster = layer.clusterAt(pixel);
    if (cluster) event.preventDefault();
    if (spider) {
      this.picture.close();
      if (!cluster || cluster.rows[0] === spider.rows[0]) return;
    }
    if (!cluster) return;
    // Rows that are counted elsewhere are not here to be selected.
    if (additive && !layer.noSelect && cluster.rows.length > 0) this.#select(cluster, map);
    else this.#expand(cluster, pixel, byKey, map);
  };

  /** Escape closes what is open before it clears the selection. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.picture.spider) return;
    event.preventDefault();
    event.stopPropagation();
    this.#close();
  };

  /** All rows of a cluster: added to the selection, or taken from it when all were in it. */
  #select(cluster: ClusterHit, map: YztMap): void {
    const dataset = this.#layer.layerDataset;
    if (!dataset) return;
    const { rows } = cluster;
    const whole = rows.every((row) => dataset.selection.has(row));
    dataset.select(rows, whole ? 'toggle' : 'add');
    this.#announce(map, selectionWords(rows.length, !whole, formatNumber));
  }

  /** To where the cluster is seen in parts; where it never is, its rows are put on legs. */
  #expand(cluster: ClusterHit, pixel: readonly [number, number], byKey: boolean, map: YztMap): void {
    const zoom = this.#zoomFor(cluster, map.olMap.getView());
    const shares = shareWords(this.#layer.symbologyModel, cluster);
    this.#announce(map, clusterWords(cluster.count, shares, zoom === undefined ? 'opened' : 'zoomed', formatNumber));
    if (zoom === undefined) {
      this.#active = 0;
      this.#focusNext = byKey;
      this.picture.open(...pixel);
      this.#layer.requestUpdate();
      return;
    }
    const [west, south, east, north] = cluster.bounds;
    void map.flyTo({ center: [(west + east) / 2, (south + north) / 2], zoom, duration: ZOOM_MS });
  }

  #zoomFor(cluster: ClusterHit, view: View): number | undefined {
    const { splitResolution } = cluster;
    const split = splitResolution === undefined ? undefined : view.getZoomForResolution(splitResolution);
    if (split === undefined) return undefined;
    const { maxZoom = Infinity } = this.#tools.choice();
    // Whole levels: tiles are sharp there. Beyond the last clustered one every point stands alone.
    const zoom = Math.min(Math.ceil(split - 1e-6), Math.floor(maxZoom) + 1);
    const last = Math.min(view.getMaxZoom(), Math.max(LAST_ZOOM, view.getZoom() ?? 0));
    return zoom <= last && zoom > (view.getZoom() ?? 0) ? zoom : undefined;
  }

  #pickLeg(leg: number, additive: boolean): void {
    const map = this.#map;
    const { spider } = this.picture;
    const row = spider?.rows[leg];
    const dataset = this.#layer.layerDataset;
    if (!map || !spider || row === undefined || !dataset) return;
    const pixel = [spider.places[2 * leg] as number, spider.places[2 * leg + 1] as number] as const;
    const hit: Hit | undefined = this.#layer.hitsAt(pixel, 0).find((one) => one.row === row);
    if (!hit) return;
    if (map.tellPick({ pixel, hits: [hit], additive, byKey: true })) selectHit([hit], map.layers, additive);
    this.#layer.requestUpdate();
  }

  #focus(leg: number): void {
    this.picture.focusLeg(leg);
    if (leg === this.#active) return;
    this.#active = leg;
    this.#layer.requestUpdate();
  }

  #blur(): void {
    this.picture.focusLeg(-1);
  }

  #close(): void {
    const map = this.#map;
    const hadFocus = this.#layer.shadowRoot?.activeElement != null;
    this.picture.close();
    if (!map) return;
    if (hadFocus) map.focus();
    this.#announce(map, CLOSED);
  }

  #onClosed(): void {
    this.#focusNext = false;
    this.#layer.requestUpdate();
  }

  #announce(map: YztMap, text: Text): void {
    map.announce(this.#tools.say(text));
  }
}
