/** Venues in the order of their distance. */
import { geodesicDistance } from '@yizhangtu/analysis/geodesic-distance';
import type { Dataset } from '@yizhangtu/data/model';

/** A venue and how far it is. */
export interface NearVenue {
  readonly row: number;
  /** Metres along the ellipsoid, in a straight line; NaN without a place to measure from. */
  readonly meters: number;
}

/** Where a row is; undefined without a place. Shapes are not venues. */
export function placeOfRow(dataset: Pick<Dataset, 'geometry'>, row: number): readonly [number, number] | undefined {
  const { geometry } = dataset;
  if (geometry.kind !== 'point') return undefined;
  const [lon = NaN, lat = NaN] = [geometry.coordinates[2 * row], geometry.coordinates[2 * row + 1]];
  return Number.isFinite(lon) && Number.isFinite(lat) ? [lon, lat] : undefined;
}

/**
 * Venues that pass all filters, the nearest first; without a place in the order of the source.
 * @param from Longitude and latitude. @param maxMeters Those farther away are left out.
 */
export function nearVenues(dataset: Pick<Dataset, 'geometry' | 'passing'>, from: readonly [number, number] | undefined, maxMeters = Infinity): readonly NearVenue[] {
  const passing = dataset.passing();
  const found: NearVenue[] = [];
  for (let row = 0; row < passing.length; row++) {
    if (!passing[row]) continue;
    const place = placeOfRow(dataset, row);
    const meters = from && place ? geodesicDistance(from, place) : NaN;
    if (!(meters > maxMeters)) found.push({ row, meters });
  }
  if (from) found.sort((a, b) => (Number.isNaN(a.meters) ? 1 : Number.isNaN(b.meters) ? -1 : a.meters - b.meters));
  return found;
}

/** A distance as people say it: `350 m`, `1.2 km`. Rounded to 10 m below a kilometre: positions are not better. */
export function distanceText(meters: number): string {
  if (!(meters >= 0)) return '';
  return meters < 995 ? `${Math.round(meters / 10) * 10} m` : `${(meters / 1000).toFixed(meters < 9950 ? 1 : 0)} km`;
}
