import type { YztMap } from '../map/map.js';
import { metresPerUnit } from '../ground/ground.js';

/** Map units a pixel at level 0 of Web Mercator. */
const LEVEL_0 = 156_543.033_928_041;

/**
 * Metres on the ground of pixels in the middle of a map. The resolution is that of the nearest whole level, so that a small zoom asks for the same cells.
 * @param pixels CSS px.
 */
export function metresOf(pixels: number, map: YztMap | undefined): number {
  const view = map?.isReady ? map.olMap.getView() : undefined;
  const [resolution, center] = [view?.getResolution(), view?.getCenter()];
  if (!view || resolution === undefined || !center) return pixels;
  const [along] = metresPerUnit(view.getProjection().getCode(), center[0] as number, center[1] as number);
  return pixels * along * LEVEL_0 * 2 ** Math.round(Math.log2(resolution / LEVEL_0));
}
