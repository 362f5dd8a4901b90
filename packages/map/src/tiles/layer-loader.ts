import type Layer from 'ol/layer/Layer.js';
import UrlTile from 'ol/source/UrlTile.js';
import { equivalent } from 'ol/proj.js';
import type { YztError } from '@yizhangtu/base/errors';
import type { LayerElement } from '../layer/layer.js';
import { TileLoader } from './tile-loader.js';

/** What a layer element has a loader do, and how. */
export interface LayerLoading {
  /** `fail` of the element. */
  report(error: YztError): void;
  /** `clearError` of the element. */
  mended(): void;
  /** Tiles are under way for a while, or not any more. */
  busy(is: boolean): void;
  crossOrigin(): string;
  /** Seconds. */
  timeLimit(): number;
}

let refreshed = 0;

/** The loader of a layer element. The element disposes it with its OpenLayers layer. */
export function layerLoader(element: LayerElement, layer: Layer, loading: LayerLoading): TileLoader {
  const loader = new TileLoader({
    subject: element,
    get crossOrigin() {
      return loading.crossOrigin();
    },
    get timeLimit() {
      return loading.timeLimit();
    },
    isWanted: () => element.isConnected && element.isShown,
    isReprojected: () => {
      const [own, view] = [layer.getSource()?.getProjection(), element.mapElement?.olMap.getView().getProjection()];
      return !!own && !!view && !equivalent(own, view);
    },
    refresh: () => {
      const source = layer.getSource();
      // Under another key the tiles of the old one stay until those of the new one are there.
      if (source instanceof UrlTile) source.setTileUrlFunction(source.getTileUrlFunction(), `again-${++refreshed}`);
      else source?.refresh();
    },
    report: loading.report,
    mended: loading.mended,
    busy: loading.busy,
  });
  layer.on('prerender', () => loader.shown());
  return loader;
}
