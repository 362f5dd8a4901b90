/**
 * GeoJSON (RFC 7946, and what is called so) to columns. Bad features are skipped, mended or kept without a place, and said; the good
 * ones are always kept. Never throws anything but a `YztError`.
 */
import { YztError } from '@yizhangtu/base/errors';
import { FeatureReader, JsonIds } from './feature-reader.js';
import { JsonFields } from './fields.js';
import { isGeometryType } from './geojson-geometry.js';
import { checkedCrs, isObject, isRecord, nameOf, type Json } from './geojson-root.js';
import { parseJson } from './json.js';
import { readRecords } from './records.js';
import { isTopology, topologyFeatures } from './topojson.js';
import type { RawTable, Reading, ReadOptions } from './types.js';

/** Features between two pauses; a feature may be large. */
const SLICE = 64;

/** Reads GeoJSON from text. */
export function* readGeoJsonText(text: string, options: ReadOptions): Reading<RawTable> {
  const root = parseJson(text, nameOf(options));
  yield 0.5;
  return yield* readGeoJson(root, options, 0.5);
}

/** Reads GeoJSON from an object. @param from Progress to begin with. */
export function* readGeoJson(root: unknown, options: ReadOptions, from = 0): Reading<RawTable> {
  if (isTopology(root)) return yield* readTopology(root, options, from);
  const features = featuresOf(root, options);
  if (isRecords(features)) return yield* readRecords(features, options, from);
  const crs = checkedCrs(root, options);
  const reader = new FeatureReader(crs === undefined, new JsonFields(), new JsonIds());
  for (let i = 0; i < features.length; i++) {
    reader.add(features[i], i);
    if (i % SLICE === SLICE - 1) yield from + ((1 - from) * i) / features.length;
  }
  return reader.finish(features.length, options, crs);
}

/** The features of a layer of TopoJSON. */
function* readTopology(root: Json, options: ReadOptions, from: number): Reading<RawTable> {
  const { features, layer, layers } = topologyFeatures(root, options);
  const table = yield* readGeoJson({ type: 'FeatureCollection', features }, options, from);
  const { crs } = table;
  const source = { format: 'topojson', layer, ...(crs !== undefined && { crs }), ...(layers.length > 1 && { layers }) };
  return { ...table, report: { ...table.report, source } };
}

/** A list of plain objects that are no features: rows of a table, as many services answer. */
function isRecords(features: readonly unknown[]): features is readonly Json[] {
  return isRecord(features.find((feature) => feature !== null));
}

function featuresOf(root: unknown, options: ReadOptions): readonly unknown[] {
  if (Array.isArray(root)) return root as unknown[];
  if (isObject(root)) {
    const { type, features } = root;
    if (Array.isArray(features)) return features as unknown[];
    if (type === 'Feature' || isGeometryType(type)) return [root];
    if (type === 'FeatureCollection') throw badRoot(options, { zh: '的 features 不是数组', en: 'has features that are no list' });
    throw badRoot(options, { zh: `的 type 是「${short(type)}」`, en: `has the type "${short(type)}"` });
  }
  throw badRoot(options, { zh: `的内容是「${short(root)}」`, en: `holds "${short(root)}"` });
}

function short(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, 40);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value === null ? 'null' : typeof value;
}

function badRoot(options: ReadOptions, what: { zh: string; en: string }): YztError {
  const name = nameOf(options);
  return new YztError('bad-geojson', {
    zh: `<yzt-dataset>:${name} ${what.zh}，不是 GeoJSON。应为 FeatureCollection、Feature、几何对象或要素数组。`,
    en: `<yzt-dataset>: ${name} ${what.en} and is no GeoJSON. It takes a FeatureCollection, a Feature, a geometry or a list of features.`,
  });
}
