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
  const { registerCrs, zoneOf } = await import('../crs/index.js');
  registerCrs(zoneOf(code) ? [code] : []);
  if (isKnown(code)) return;
  throw new YztError('unknown-crs', {
    zh: `<${tag}>:不认识坐标系 projection="${code}"。可用 EPSG:3857、EPSG:4490、EPSG:4549 等;其他坐标系请先用 registerDefinition() 登记。`,
    en: `<${tag}>: projection="${code}" is not known. Use EPSG:3857, EPSG:4490, EPSG:4549 …; register others with registerDefinition() first.`,
  });
}
