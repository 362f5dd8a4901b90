import type { FeatureServiceOptions } from '../remote-features/types.js';
import { ServiceRows } from '../remote-features/service-rows.js';
import { ArcgisSource } from './arcgis-source.js';
import { IserverSource } from './iserver-source.js';

/** Rows of a layer of a FeatureServer or MapServer. `src` is the service or the layer itself. @throws YztError `bad-attribute`. */
export function arcgisRows(options: FeatureServiceOptions): ServiceRows {
  // ArcGIS has x first, whatever the system.
  return new ServiceRows(new ArcgisSource(options), { ...options, axis: 'xy' });
}

/** Rows of a dataset of an iServer data service. `src` ends with `/rest/data`, `table` is `datasource:dataset`. @throws YztError `bad-attribute`. */
export function iserverRows(options: FeatureServiceOptions): ServiceRows {
  return new ServiceRows(new IserverSource(options), { ...options, axis: 'xy' });
}
