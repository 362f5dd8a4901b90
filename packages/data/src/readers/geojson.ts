/**
 * GeoJSON (RFC 7946, and what is called so) to columns. Bad features are skipped, mended or kept without a place, and said; the good
 * ones are always kept. Never throws anything but a `YztError`.
 */
import { YztError } from '@yizhangtu/base/errors';
import type { Column } from '../model/types.js';
import { crsCode, crsMember, isDegrees } from './crs.js';
import { JsonFields } from './fields.js';
import { GeometryBuilder, Grow, POINT } from './geometry-builder.js';
import { isGeometryType, readShape, type Shape } from './geojson-geometry.js';
import { parseJson } from './json.js';
import { NoteBook } from './notes.js';
import { readRecords } from './records.js';
import { isMetres, mendSwapped, OUTSIDE, SILENT, verdictOf, verdictOfAll } from './swapped.js';
import { unknownCrs } from './unknown-crs.js';
import type { RawTable, Reading, ReadOptions } from './types.js';

/** Features between two pauses. */
const SLICE = 2000;

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads GeoJSON from text. */
export function* readGeoJsonText(text: string, options: ReadOptions): Reading<RawTable> {
  const root = parseJson(text, nameOf(options));
  yield 0.5;
  return yield* readGeoJson(root, options, 0.5);
}

function nameOf(options: ReadOptions): string {
  return options.name ?? 'GeoJSON';
}

/** Reads GeoJSON from an object. @param from Progress to begin with. */
export function* readGeoJson(root: unknown, options: ReadOptions, from = 0): Reading<RawTable> {
  const features = featuresOf(root, options);
  if (isRecords(features)) return yield* readRecords(features, options, from);
  const crs = checkedCrs(root, options);
  const reader = new FeatureReader(crs === undefined);
  for (let i = 0; i < features.length; i++) {
    reader.add(features[i], i);
    if (i % SLICE === SLICE - 1) yield from + ((1 - from) * i) / features.length;
  }
  return reader.finish(features.length, options, crs);
}

/** A list of plain objects that are no features: rows of a table, as many services answer. */
function isRecords(features: readonly unknown[]): features is readonly Json[] {
  const first = features.find((feature) => feature !== null);
  return isObject(first) && first['type'] !== 'Feature' && !isGeometryType(first['type']) && !('geometry' in first) && !('coordinates' in first);
}

function featuresOf(root: unknown, options: ReadOptions): readonly unknown[] {
  if (Array.isArray(root)) return root as unknown[];
  if (isObject(root)) {
    const { type, features } = root;
    if (Array.isArray(features)) return features as unknown[];
    if (type === 'Feature' || isGeometryType(type)) return [root];
    if (type === 'Topology') throw badRoot(options, { zh: '是 TopoJSON', en: 'is TopoJSON' });
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

/** The system of the coordinates if it is not degrees. @throws YztError `unknown-crs` if nobody will transform it. */
function checkedCrs(root: unknown, options: ReadOptions): string | undefined {
  const named = options.crs ?? (isObject(root) ? crsMember(root['crs']) : undefined);
  if (named === undefined || isDegrees(named)) return undefined;
  if (options.keepCrs) return crsCode(named);
  throw unknownCrs(nameOf(options), named);
}

class FeatureReader {
  readonly #fields = new JsonFields();
  readonly #geometry = new GeometryBuilder();
  readonly #verdicts = new Grow((size) => new Uint8Array(size));
  readonly #notes = new NoteBook();
  readonly #ids: (string | number | null)[] = [];
  readonly #seen = new Set<string | number>();
  readonly #degrees: boolean;
  #hasIds = false;
  #metres = 0;

  constructor(degrees: boolean) {
    this.#degrees = degrees;
  }

  add(feature: unknown, place: number): void {
    if (!isObject(feature)) {
      this.#notes.add('not-a-feature', place);
      return;
    }
    const bare = isGeometryType(feature['type']);
    const geometry = bare ? feature : feature['geometry'];
    if (!this.#addPoint(geometry) && !this.#addShape(geometry, place)) return;
    this.#addId(bare ? undefined : feature['id'], place);
    this.#addProperties(bare ? undefined : feature['properties'], place);
  }

  /** The hot path: a good point. */
  #addPoint(geometry: unknown): boolean {
    if (!isObject(geometry) || geometry['type'] !== 'Point' || !Array.isArray(geometry['coordinates'])) return false;
    const [x, y] = geometry['coordinates'] as unknown[];
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) return false;
    const verdict = this.#degrees ? verdictOf(x, y) : SILENT;
    if (verdict === OUTSIDE) return false;
    this.#verdicts.push(verdict);
    this.#geometry.addPoint(x, y);
    return true;
  }

  /** Anything else; false if the feature is skipped. */
  #addShape(geometry: unknown, place: number): boolean {
    const shape = readShape(geometry);
    if (shape === 'none') {
      this.#notes.add('no-geometry', place);
      this.#verdicts.push(SILENT);
      this.#geometry.addRow(POINT, []);
      return true;
    }
    if (typeof shape === 'string') {
      this.#notes.add(shape, place);
      return false;
    }
    const verdict = this.#degrees ? verdictOfShape(shape) : SILENT;
    if (verdict === OUTSIDE) {
      this.#notes.add('out-of-range', place);
      const [first] = shape.parts[0]?.[0] ?? [];
      const second = shape.parts[0]?.[0]?.[1];
      if (first !== undefined && second !== undefined && isMetres(first, second)) this.#metres++;
      return false;
    }
    for (const name of shape.mended) this.#notes.add(name, place);
    this.#verdicts.push(verdict);
    this.#geometry.addRow(shape.type, shape.parts);
    return true;
  }

  #addId(id: unknown, place: number): void {
    const good = typeof id === 'string' || (typeof id === 'number' && Number.isFinite(id));
    this.#ids.push(good ? id : null);
    if (good) {
      this.#hasIds = true;
      if (this.#seen.has(id)) this.#notes.add('duplicate-id', place);
      else this.#seen.add(id);
    } else if (id !== undefined && id !== null) this.#notes.add('bad-id', place);
  }

  #addProperties(properties: unknown, place: number): void {
    if (isObject(properties)) this.#fields.addRow(this.#ids.length - 1, properties);
    else if (properties !== undefined && properties !== null) this.#notes.add('bad-properties', place);
  }

  finish(total: number, options: ReadOptions, crs: string | undefined): RawTable {
    const rowCount = this.#ids.length;
    if (this.#metres > rowCount) throw unknownCrs(nameOf(options), undefined);
    const swapped = mendSwapped(this.#geometry, this.#verdicts.result());
    if (swapped.count > 0) this.#notes.add('swapped', swapped.first, swapped.count);
    if (total === 0) this.#notes.add('empty-source', 0);
    const kinds = new Map<string, Column['kind']>(options.kinds);
    const columns = this.#fields.columns(rowCount, kinds, this.#notes);
    return {
      rowCount,
      columns,
      geometry: this.#geometry.build(),
      ...(this.#hasIds && { ids: this.#ids }),
      ...(crs !== undefined && { crs }),
      report: { total, kept: rowCount, notes: this.#notes.notes() },
    };
  }
}

function verdictOfShape(shape: Shape): number {
  let verdict = SILENT;
  for (const rings of shape.parts) for (const ring of rings) verdict = verdictOfAll(ring, verdict);
  return verdict;
}
