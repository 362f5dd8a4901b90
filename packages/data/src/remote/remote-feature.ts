import type { DatasetLike } from '../model/dataset-like.js';
import type { DatasetFeature } from '../model/feature.js';
import type { RowStore } from './row-store.js';

/** A row that is here as GeoJSON. */
export function remoteFeature(dataset: DatasetLike, rows: RowStore, row: number): DatasetFeature {
  const properties = Object.create(null) as DatasetFeature['properties'];
  for (const { name } of dataset.columns) {
    const value = dataset.value(row, name);
    properties[name] = value instanceof Date ? value.toISOString() : value;
  }
  const { coordinates } = rows.geometry;
  const [lon = Number.NaN, lat = Number.NaN] = [coordinates[2 * row], coordinates[2 * row + 1]];
  const id = rows.id(row);
  return { type: 'Feature', ...(id !== undefined && { id }), geometry: lon - lon + lat - lat === 0 ? { type: 'Point', coordinates: [lon, lat] } : null, properties };
}
