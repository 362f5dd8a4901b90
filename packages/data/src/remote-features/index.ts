import { FeatureServiceEngine } from './engine.js';
import { OgcApiSource } from './ogc-api.js';
import type { FeatureServiceOptions } from './types.js';
import { WfsSource } from './wfs.js';

export { FeatureServiceEngine };
export type { FeatureServiceOptions };

/** Answers with a collection of an OGC API – Features. `src` is its landing page. @throws YztError `bad-attribute`. */
export function ogcApiEngine(options: FeatureServiceOptions): FeatureServiceEngine {
  return new FeatureServiceEngine(new OgcApiSource(options), options);
}

/** Answers with a feature type of a WFS. `src` is its address without parameters. @throws YztError `bad-attribute`. */
export function wfsEngine(options: FeatureServiceOptions): FeatureServiceEngine {
  return new FeatureServiceEngine(new WfsSource(options), options);
}
