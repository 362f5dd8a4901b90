import type { FeatureServiceOptions } from '../remote-features/types.js';
import { ServiceRows } from '../remote-features/service-rows.js';
import { ArcgisSource } from './arcgis-source.js';

/** Rows of a layer of a FeatureServer or MapServer. `src` is the service or the layer itself. @throws YztError `bad-attribute`. */
export function arcgisRows(options: FeatureServiceOptions): ServiceRows {
  // ArcGIS has x first, whatever the system.
  return new ServiceRows(new ArcgisSource(options), { ...options, axis: 'xy' });
}
