import { get as projectionOf } from 'ol/proj.js';
import { YztError } from '@yizhangtu/base/errors';

/** Whether OpenLayers knows a projection already. */
export function isKnown(code: string): boolean {
  return projectionOf(code) !== null;
}

/**
 * Makes a projection known, from the library's own definitions; nothing is ever looked up on the network.
 * @throws YztError `unknown-crs` when there is no definition.
 */
export async function loadProjection(code: string, tag: string): Promise<void> {
  if (isKnown(code)) return;
  const { registerCrs } = await import('../crs/index.js');
  registerCrs();
  if (isKnown(code)) return;
  const projected = await import('../crs-projected/index.js');
  projected.registerProjectedCrs();
  if (isKnown(code)) return;
  throw new YztError('unknown-crs', {
    zh: `<${tag}>:不认识坐标系 projection="${code}"。可用 EPSG:3857、EPSG:4490、EPSG:4549 等;其他坐标系请先用 ol/proj/proj4 注册。`,
    en: `<${tag}>: projection="${code}" is not known. Use EPSG:3857, EPSG:4490, EPSG:4549 …; register others with ol/proj/proj4 first.`,
  });
}
