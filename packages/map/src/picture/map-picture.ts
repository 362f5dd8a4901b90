/** The map as a picture of a size and a scale of its own, such as a sheet of paper has. */
import type BaseLayer from 'ol/layer/Base.js';
import type OlMap from 'ol/Map.js';
import { transformExtent } from 'ol/proj.js';
import View from 'ol/View.js';
import { environmentChanged } from '@yizhangtu/base/environment';
import { setTheme, type ThemeChoice } from '@yizhangtu/base/theme';
import type { LayerElement } from '../layer/layer.js';
import { FOR_PICTURE } from '../map/map-session.js';
import type { YztMap } from '../map/map.js';
import type { Bounds } from '../shared/values.js';
import { composed, isReadable } from './compose-canvases.js';

/** What a picture is to show. The turn is that of the map, and so is the middle, unless a box is given. */
export interface PictureOptions {
  /** Size in CSS px; a sheet has 96 to the inch. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture for one CSS px: 3.125 for 300 dpi. */
  readonly pixelRatio: number;
  /** Units of the map's projection for one CSS px, as OpenLayers counts resolution. Default: that of the map. */
  readonly resolution?: number;
  /** Box that is to be seen whole, west south east north in degrees. Wins over `resolution`; on a turned map its sides lean. */
  readonly bounds?: Bounds;
  /** Layers that are left out. */
  readonly without?: readonly LayerElement[];
  /** Theme it is drawn in. Default: that of the map. */
  readonly theme?: ThemeChoice;
  /** Seconds to wait for what is on its way. Default 30. */
  readonly timeLimit?: number;
  /** Ends it; the map is as before at once. */
  readonly signal?: AbortSignal;
}

export interface MapPicture {
  /** The picture; undefined where the browser does not give it away. */
  readonly canvas?: HTMLCanvasElement;
  /** Layers whose images come from another origin that does not allow them to be read: with them there is no picture. */
  readonly tainted: readonly LayerElement[];
  /** Layers that were still loading when the time was over. */
  readonly late: readonly LayerElement[];
}

const TIME_LIMIT_S = 30;
/** Resolutions of any map: a View limits them to those of its projection else. */
const [FINEST, COARSEST] = [1e-9, 1e9];

const busy = new WeakSet<YztMap>();

/**
 * Draws the map as a picture. Meanwhile the page shows the map as it was, and neither its view nor its events change.
 * @throws DOMException `InvalidStateError` while another picture of the map is made or the map has not been drawn, `AbortError` when `signal` ends it.
 */
export async function mapPicture(map: YztMap, options: PictureOptions): Promise<MapPicture> {
  if (busy.has(map) || !map.isReady) throw new DOMException('the map is not drawn, or is being drawn as a picture', 'InvalidStateError');
  busy.add(map);
  const back = turned(map, options);
  try {
    const isLate = lateness(map);
    await drawn(map, options, isLate);
    const late = map.layers.filter(isLate);
    const tainted = taintedLayers(map);
    if (tainted.length > 0) return { tainted, late };
    return { canvas: composed(map.olMap, options), tainted, late };
  } finally {
    back();
    busy.delete(map);
  }
}

/** Middle and resolution of a picture, in the projection of its map. */
function placeOf(view: View, { width, height, resolution, bounds }: PictureOptions): { readonly center: number[]; readonly resolution: number } {
  const own = { center: view.getCenter() ?? [0, 0], resolution: resolution ?? view.getResolution() ?? 1 };
  if (!bounds) return own;
  const [west = 0, south = 0, east = 0, north = 0] = transformExtent([...bounds], 'EPSG:4326', view.getProjection(), 8);
  return { center: [(west + east) / 2, (south + north) / 2], resolution: Math.max((east - west) / width, (north - south) / height, FINEST) };
}

/** Turns the OpenLayers map to what the picture shows. Returns what turns it back. */
function turned(map: YztMap, options: PictureOptions): () => void {
  const { width, height, pixelRatio, without = [], theme } = options;
  const { olMap } = map;
  const [view, ratio, own] = [olMap.getView(), olMap.getPixelRatio(), map.getAttribute('data-yzt-theme')];
  const stopCovering = covered(olMap);
  const hidden = without.map(({ olLayer }) => olLayer).filter((layer) => layer.getVisible());
  hidden.forEach((layer) => layer.setVisible(false));
  const projection = view.getProjection();
  const other = new View({ projection, ...placeOf(view, options), rotation: view.getRotation(), minResolution: FINEST, maxResolution: COARSEST, multiWorld: true });
  other.set(FOR_PICTURE, true);
  if (theme) setTheme(theme, map);
  olMap.setPixelRatio(pixelRatio);
  olMap.setView(other);
  olMap.setSize([width, height]);
  // OpenLayers measures the element whenever it changes, which is of no concern to a picture.
  const keepSize = (): void => {
    const [wide, high] = olMap.getSize() ?? [];
    if (wide !== width || high !== height) olMap.setSize([width, height]);
  };
  olMap.on('change:size', keepSize);
  const box = transformExtent(other.calculateExtent([width, height]), projection, 'EPSG:4326', 8) as unknown as Bounds;
  for (const layer of map.layers) layer.lookAt(box);
  return () => {
    hidden.forEach((layer) => layer.setVisible(true));
    if (theme) {
      if (own === null) map.removeAttribute('data-yzt-theme');
      else map.setAttribute('data-yzt-theme', own);
      environmentChanged();
    }
    olMap.setPixelRatio(ratio);
    olMap.un('change:size', keepSize);
    olMap.updateSize();
    olMap.setView(view);
    for (const layer of map.layers) layer.lookAt();
    olMap.renderSync();
    stopCovering();
  };
}

/** Lays the map as it is now over itself, so that nobody sees it change. */
function covered(olMap: OlMap): () => void {
  const target = olMap.getTargetElement();
  const [width = 0, height = 0] = olMap.getSize() ?? [];
  const cover = composed(olMap, { width, height, pixelRatio: olMap.getPixelRatio() });
  Object.assign(cover.style, { position: 'absolute', left: '0', top: '0', width: '100%', height: '100%', zIndex: '1' });
  target?.append(cover);
  return () => cover.remove();
}

/** Tells which shown layers are not all there. Neither rows nor drawing code that a layer has asked for are known to OpenLayers. */
function lateness(map: YztMap): (layer: LayerElement) => boolean {
  const coming = new Set(map.layers);
  for (const layer of map.layers) {
    const came = (): boolean => coming.delete(layer);
    layer.updateComplete.then(came, came);
  }
  return (layer) => layer.isShown && (coming.has(layer) || layer.hasAttribute('loading'));
}

/** Resolves when everything is drawn, or the time is over. */
function drawn(map: YztMap, { timeLimit = TIME_LIMIT_S, signal }: PictureOptions, isLate: (layer: LayerElement) => boolean): Promise<void> {
  const { olMap } = map;
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      olMap.un('rendercomplete', complete);
      signal?.removeEventListener('abort', aborted);
    };
    const complete = (): void => {
      if (map.layers.some(isLate)) return void setTimeout(() => olMap.render(), 50);
      end();
      resolve();
    };
    const aborted = (): void => {
      end();
      reject(new DOMException('Aborted', 'AbortError'));
    };
    const timer = setTimeout(() => {
      end();
      resolve();
    }, timeLimit * 1000);
    if (signal?.aborted) return aborted();
    signal?.addEventListener('abort', aborted);
    olMap.on('rendercomplete', complete);
    // At once: what the frame before has still to say would be taken for the picture's.
    olMap.renderSync();
  });
}

/** Layers without which the picture could be read. Each is drawn alone to find out: which canvas shows which layer is OpenLayers' own affair. */
function taintedLayers(map: YztMap): LayerElement[] {
  const { olMap } = map;
  if (isReadable(olMap)) return [];
  const shown = map.layers.map((element) => ({ element, olLayer: element.olLayer as BaseLayer })).filter(({ olLayer }) => olLayer.getVisible());
  for (const { olLayer } of shown) olLayer.setVisible(false);
  const found = shown.filter(({ olLayer }) => {
    olLayer.setVisible(true);
    olMap.renderSync();
    const readable = isReadable(olMap);
    olLayer.setVisible(false);
    return !readable;
  });
  for (const { olLayer } of shown) olLayer.setVisible(true);
  return found.map(({ element }) => element);
}
