/** Where a file lies on the ground: its coordinate system, its edges in degrees, and metres of a pixel. */
import type { CogFacts } from '@yizhangtu/data/cog-source';
import { YztError } from '@yizhangtu/base/errors';
import { unknownCrs } from '../crs/unknown-crs.js';
import { degreesFrom, projectionOf } from '../map/own-projections.js';
import type { Bounds } from '../shared/values.js';
import { metresPerDegree } from '../ground/ground.js';
import type { RasterPlace } from './frame.js';

/** Points on each edge when a raster becomes degrees. */
const STOPS = 8;

/** @param crs Over what the file says. @throws YztError `unknown-crs`. */
export function rasterPlace({ place, levels }: CogFacts, crs: string, tag: string): { readonly place: RasterPlace; readonly bounds: Bounds } {
  const code = crs || place.crs;
  if (!code) throw new YztError('unknown-crs', { zh: `<${tag}>：文件没有说明坐标系。请写 crs="EPSG:4528" 等。`, en: `<${tag}>: the file does not name its coordinate system. Write crs="EPSG:4528" or what it is.` });
  const toDegrees = degreesFrom(code);
  if (!toDegrees?.inverse) throw unknownCrs(code);
  const { affine } = place;
  const inDegrees = /^(?:gcj|bd)/i.test(code) || projectionOf(code).getUnits() === 'degrees';
  const [full] = levels;
  const bounds = boundsOf((points) => toPlaces(points, { affine, toDegrees, middle: 0, world: 0 }), full?.width ?? 0, full?.height ?? 0);
  return { bounds, place: { affine, toDegrees, middle: (bounds[0] + bounds[2]) / 2, world: inDegrees && affine[1] === 0 ? 360 / Math.abs(affine[0]) : 0 } };
}

/** Columns and rows become degrees, in place. */
function toPlaces(points: Float64Array, { affine: [a, b, c, d, e, f], toDegrees }: RasterPlace): void {
  for (let i = 0; i < points.length; i += 2) {
    const [column, row] = [points[i] as number, points[i + 1] as number];
    points[i] = a * column + b * row + c;
    points[i + 1] = d * column + e * row + f;
  }
  toDegrees(points);
}

function boundsOf(toLonLat: (points: Float64Array) => void, width: number, height: number): Bounds {
  const edge = Array.from({ length: STOPS + 1 }, (_, i) => i / STOPS);
  const points = Float64Array.from(edge.flatMap((part) => [part * width, 0, part * width, height, 0, part * height, width, part * height]));
  toLonLat(points);
  const axis = (from: 0 | 1): number[] => [...points].filter((value, i) => i % 2 === from && Number.isFinite(value));
  const [lons, lats] = [axis(0), axis(1)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** Metres of a pixel to the east and to the south at a place of the largest picture. */
export function metresAt(place: RasterPlace, column: number, row: number): readonly [east: number, south: number] {
  const points = Float64Array.of(column, row, column + 1, row, column, row + 1);
  toPlaces(points, place);
  const [lon = 0, lat = 0, lon1 = 0, lat1 = 0, lon2 = 0, lat2 = 0] = points;
  const [east, north] = metresPerDegree(lat);
  return [Math.hypot((lon1 - lon) * east, (lat1 - lat) * north), Math.hypot((lon2 - lon) * east, (lat2 - lat) * north)];
}
