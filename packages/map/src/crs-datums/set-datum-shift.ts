import { YztError } from '@yizhangtu/base/errors';
import { addCoordinateTransforms, addProjection, get, type Projection as OlProjection } from 'ol/proj.js';
import Projection from 'ol/proj/Projection.js';
import { zoneExtent, zoneWorldExtent, normalCode } from '../crs/cgcs2000-zones.js';
import { fromGaussKruger, toGaussKruger } from '../crs/gauss-kruger.js';
import { adoptProjection, findMoreProjections } from '../crs/register.js';
import { fromCgcs2000, toCgcs2000, type DatumShift } from './datum-shift.js';
import { OLD_DATUMS, oldZoneOf, type OldDatum } from './old-zones.js';

const shifts = new Map<OldDatum, DatumShift>();
const made = new Map<string, OlProjection>();

/**
 * Says how an old datum lies to CGCS2000, with the parameters of your surveying authority; its degrees and all its zones are known to the map,
 * to datasets and to services from then on. There are no parameters of our own: they differ from place to place, and wrong ones are out by a
 * hundred metres. Parameters given later count for what is transformed later.
 * @throws YztError `bad-argument` for numbers that are none.
 */
export function setDatumShift(datum: OldDatum, shift: DatumShift): void {
  if (!(datum in OLD_DATUMS) || ![shift.dx, shift.dy, shift.dz, shift.rx ?? 0, shift.ry ?? 0, shift.rz ?? 0, shift.scale ?? 0].every(Number.isFinite)) {
    throw new YztError('bad-argument', {
      zh: 'setDatumShift() 需要 xian80 或 beijing54，以及三个或七个参数：dx、dy、dz（米），rx、ry、rz（角秒），scale（百万分之一）。',
      en: 'setDatumShift() takes xian80 or beijing54 and three or seven parameters: dx, dy, dz (metres), rx, ry, rz (arc seconds), scale (parts per million).',
    });
  }
  findMoreProjections(oldProjection);
  shifts.set(datum, { ...shift });
}

function oldProjection(code: string): OlProjection | undefined {
  const name = normalCode(code);
  const zone = oldZoneOf(name);
  const datum = zone?.datum ?? (Object.keys(OLD_DATUMS) as OldDatum[]).find((one) => OLD_DATUMS[one].degrees === name);
  if (!datum || !shifts.has(datum)) return undefined;
  const known = made.get(name);
  if (known) return known;
  const { ellipsoid } = OLD_DATUMS[datum];
  const projection = new Projection({
    code: name,
    axisOrientation: 'neu',
    ...(zone ? { units: 'm', extent: zoneExtent(zone), worldExtent: zoneWorldExtent(zone) } : { units: 'degrees', extent: [-180, -90, 180, 90], worldExtent: [-180, -90, 180, 90], global: true }),
  });
  addProjection(projection);
  const shift = (): DatumShift => shifts.get(datum) ?? { dx: NaN, dy: NaN, dz: NaN };
  const out = ([lon = NaN, lat = NaN]: number[]): number[] => {
    const [x, y] = fromCgcs2000(lon, lat, ellipsoid, shift());
    return zone ? toGaussKruger(x, y, zone.centralMeridian, zone.falseEasting, ellipsoid) : [x, y];
  };
  const back = ([x = NaN, y = NaN]: number[]): number[] => {
    const [lon, lat] = zone ? fromGaussKruger(x, y, zone.centralMeridian, zone.falseEasting, ellipsoid) : [x, y];
    return toCgcs2000(lon, lat, ellipsoid, shift());
  };
  for (const degrees of ['EPSG:4326', 'EPSG:4490', 'CRS:84'].map((one) => get(one))) if (degrees) addCoordinateTransforms(degrees, projection, out, back);
  made.set(name, projection);
  adoptProjection(projection);
  return projection;
}
