import type { Filter } from '@yizhangtu/data/model';
import type { RemoteDataset } from '@yizhangtu/data/remote';
import { atOnce } from '@yizhangtu/data/steps';
import { countedPlaces } from '../reach/counted-places.js';
import { windowFilter } from '../reach/window.js';
import { referenceWindow } from './density-field.js';
import { planeOf } from './places.js';

/** Cells in a radius, to find the part with. */
const WIDE = 5;

/**
 * The condition that says where most of the rows lie, so that limits of classes come from there as they do in memory; none where that is all of them, or the
 * engine cannot tell.
 * @param radius Of the surface, metres. @param ignore Keys of filters that do not count.
 */
export async function densestPart(whole: RemoteDataset, radius: number, ignore: readonly string[], signal: AbortSignal): Promise<Filter[]> {
  if (!whole.countsCells) return [];
  const { degrees, counts } = await countedPlaces(whole, { size: WIDE * radius, measure: { kind: 'count' }, also: [], ignore }, signal);
  if (counts.length === 0) return [];
  const plane = planeOf({ kind: 'point', coordinates: degrees });
  const [west, south, east, north] = atOnce(referenceWindow(plane, radius, counts));
  if (west === plane.extent[0] && north === plane.extent[3]) return [];
  const corners = [[west, south], [east, south], [east, north], [west, north]].map(([x, y]) => plane.area.inverse(x as number, y as number));
  const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)];
  return [windowFilter([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)])];
}
