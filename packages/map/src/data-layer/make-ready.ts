import type { YztMap } from '../map/map.js';
import type { Renderer } from '../renderer/types.js';

const WEB_MERCATOR = 'EPSG:3857';

/** Lets a renderer put its places into the projection of its map, if that is known by now; a projection that is still loading would be taken for degrees. */
export function makeReady(renderer: Renderer | undefined, map: YztMap | undefined): void {
  if (!renderer || !map) return;
  if (map.isReady) renderer.ready(map.olMap.getView().getProjection().getCode());
  else if (map.projection === WEB_MERCATOR) renderer.ready(WEB_MERCATOR);
}
