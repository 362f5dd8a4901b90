import type { YztMap } from '../map/map.js';
import type { Renderer } from '../renderer/types.js';

const WEB_MERCATOR = 'EPSG:3857';

/** The projection of a map, if it is known by now: one that is still loading would be taken for degrees. */
export function projectionOf(map: YztMap | undefined): string | undefined {
  if (map?.isReady) return map.olMap.getView().getProjection().getCode();
  return map?.projection === WEB_MERCATOR ? WEB_MERCATOR : undefined;
}

/** Lets a renderer put its places into the projection of its map. */
export function makeReady(renderer: Renderer | undefined, map: YztMap | undefined): void {
  const projection = projectionOf(map);
  if (projection !== undefined) renderer?.ready(projection);
}
