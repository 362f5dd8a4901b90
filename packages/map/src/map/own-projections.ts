/**
 * What a map loads when it is asked for a projection that OpenLayers does not bring. A door of its own: a page that also imports
 * `@yizhangtu/map/crs` then names `crs/register.js` only statically, and bundlers have nothing to warn of.
 */
import type { CrsTransform } from '@yizhangtu/data/crs';
import { shiftDatum, type ChinaDatum } from '../crs/china-offset.js';
import { lonLatTransform } from '../crs/register.js';

export { projectionOf } from '../crs/register.js';

/** Shifts lon, lat pairs in place. */
function shift(from: ChinaDatum, to: ChinaDatum): (coordinates: Float64Array) => void {
  return (coordinates) => {
    for (let i = 0; i < coordinates.length; i += 2) coordinates.set(shiftDatum([coordinates[i] as number, coordinates[i + 1] as number], from, to), i);
  };
}

/** From a system to degrees: `EPSG:4528`, and the shifted degrees of map apps, `GCJ-02` and `BD-09`, by name only. Undefined for one that is not known. */
export function degreesFrom(crs: string): CrsTransform | undefined {
  const [, gcj, bd] = /^(?:(gcj-?02)|(bd-?09))$/i.exec(crs.trim()) ?? [];
  if (gcj === undefined && bd === undefined) return lonLatTransform(crs);
  const datum = gcj === undefined ? 'bd09' : 'gcj02';
  return Object.assign(shift(datum, 'wgs84'), { inverse: shift('wgs84', datum) });
}
