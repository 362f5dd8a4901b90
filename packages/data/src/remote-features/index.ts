import { FeatureServiceEngine } from './engine.js';
import { OgcApiSource } from './ogc-api.js';
import type { FeatureServiceOptions } from './types.js';
import { ServiceRows } from './service-rows.js';
import { WfsSource } from './wfs.js';

export { FeatureServiceEngine, ServiceRows };
export type { AxisPolicy } from './axis.js';
export type { FeatureServiceOptions };

/** Rows of a collection of an OGC API – Features for a layer. `src` is its landing page. @throws YztError `bad-attribute`. */
export function ogcApiRows(options: FeatureServiceOptions): ServiceRows {
  return new ServiceRows(new OgcApiSource(options), options);
}

/** Rows of a feature type of a WFS for a layer. `src` is its address without parameters. @throws YztError `bad-attribute`. */
export function wfsRows(options: FeatureServiceOptions): ServiceRows {
  return new ServiceRows(new WfsSource(options), options);
}

/** Answers with a collection of an OGC API – Features. `src` is its landing page. @throws YztError `bad-attribute`. */
export function ogcApiEngine(options: FeatureServiceOptions): FeatureServiceEngine {
  return new FeatureServiceEngine(new OgcApiSource(options), options);
}

/** Answers with a feature type of a WFS. `src` is its address without parameters. @throws YztError `bad-attribute`. */
export function wfsEngine(options: FeatureServiceOptions): FeatureServiceEngine {
  return new FeatureServiceEngine(new WfsSource(options), options);
}
