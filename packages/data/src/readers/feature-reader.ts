/** Features, one by one, to rows. Bad ones are skipped, mended or kept without a place, and said. */
import type { Column, Table } from '../model/types.js';
import type { MercatorAlong } from '../points/mercator.js';
import { GeometryBuilder, GeometryMark, Grow, POINT } from './geometry-builder.js';
import { isGeometryType, readShape, type Shape, type ShapeOrReason } from './geojson-geometry.js';
import { addGoodShape, NOT_GOOD } from './good-shape.js';
import { NoteBook } from './notes.js';
import { isMetres, mendSwapped, OUTSIDE, SILENT, SWAPPED, verdictOf, verdictOfAll } from './swapped.js';
import type { RawTable, ReadOptions } from './types.js';
import { unknownCrs } from './unknown-crs.js';

/** Where the properties of features go. */
export interface FieldSink {
  /** Adds what a feature has. */
  addRow(row: number, properties: object): void;
  /** The columns, of the kinds the values have or `kinds` asks for. */
  columns(rowCount: number, kinds: ReadonlyMap<string, Column['kind']>, notes: NoteBook): Column[];
}

/** Where the ids of features go. */
export interface IdSink {
  /** Sets the id of a row; rows without one are left out. */
  setValue(row: number, id: string | number): void;
  /** The ids of all rows, if there are any. */
  build(rowCount: number): Pick<Table, 'ids' | 'idColumn'>;
  /** Calls `visit` with every row whose id has come before. */
  eachDuplicate(rowCount: number, visit: (row: number) => void): void;
}

/** Ids as JavaScript has them. */
export class JsonIds implements IdSink {
  readonly #ids: (string | number | null)[] = [];

  setValue(row: number, id: string | number): void {
    while (this.#ids.length < row) this.#ids.push(null);
    this.#ids.push(id);
  }

  build(rowCount: number): Pick<Table, 'ids'> {
    if (this.#ids.length === 0) return {};
    while (this.#ids.length < rowCount) this.#ids.push(null);
    return { ids: this.#ids };
  }

  eachDuplicate(_rowCount: number, visit: (row: number) => void): void {
    const seen = new Set<string | number>();
    this.#ids.forEach((id, row) => {
      if (id === null) return;
      if (seen.has(id)) visit(row);
      else seen.add(id);
    });
  }
}

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Open, because the scanner of bytes adds the rows of good features itself. */
export class FeatureReader<Fields extends FieldSink = FieldSink, Ids extends IdSink = IdSink> {
  readonly fields: Fields;
  readonly ids: Ids;
  readonly geometry = new GeometryBuilder();
  /** What the numbers of each row say about their order. */
  readonly verdicts = new Grow((size) => new Uint8Array(size));
  /** Number of each row's feature in the source. */
  readonly places = new Grow((size) => new Uint32Array(size));
  /** True when coordinates are degrees. */
  readonly degrees: boolean;
  /** What was skipped and mended so far. */
  readonly notes = new NoteBook();
  /** Puts the places into map units while the rest comes in, where somebody reads piece by piece. */
  along: MercatorAlong | undefined;
  readonly #mark = new GeometryMark();
  #metres = 0;
  /** A first number that was metres. */
  #easting: number | undefined;

  constructor(degrees: boolean, fields: Fields, ids: Ids) {
    this.degrees = degrees;
    this.fields = fields;
    this.ids = ids;
  }

  /** Rows so far. */
  get rowCount(): number {
    return this.places.length;
  }

  /** Adds a feature, whatever it is. @param place Its number in the source. */
  add(feature: unknown, place: number): void {
    if (!isObject(feature)) {
      this.notes.add('not-a-feature', place);
      return;
    }
    const bare = isGeometryType(feature['type']);
    const geometry = bare ? feature : feature['geometry'];
    if (!this.#addPoint(geometry) && !this.#addGood(geometry) && !this.#addShape(readShape(geometry), place)) return;
    const row = this.places.length;
    this.places.push(place);
    if (bare) return;
    this.#addId(row, feature['id'], place);
    this.#addProperties(row, feature['properties'], place);
  }

  /** The hot path: a good point. */
  #addPoint(geometry: unknown): boolean {
    if (!isObject(geometry) || geometry['type'] !== 'Point' || !Array.isArray(geometry['coordinates'])) return false;
    const position = geometry['coordinates'] as unknown[];
    const x = position[0];
    const y = position[1];
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) return false;
    const verdict = this.degrees ? verdictOf(x, y) : SILENT;
    if (verdict === OUTSIDE) return false;
    this.verdicts.push(verdict);
    this.geometry.addPoint(x, y);
    return true;
  }

  /** Good lines and polygons. */
  #addGood(geometry: unknown): boolean {
    if (!isObject(geometry)) return false;
    const verdict = addGoodShape(this.geometry, this.#mark, geometry['type'], geometry['coordinates'], this.degrees);
    if (verdict === NOT_GOOD) return false;
    this.verdicts.push(verdict);
    return true;
  }

  /** Adds a row by its shape alone; false if it is skipped. @param place Its number in the source. */
  addShape(shape: ShapeOrReason, place: number): boolean {
    if (!this.#addShape(shape, place)) return false;
    this.places.push(place);
    return true;
  }

  /** Anything else; false if the feature is skipped. */
  #addShape(shape: ShapeOrReason, place: number): boolean {
    if (shape === 'none') {
      this.notes.add('no-geometry', place);
      this.verdicts.push(SILENT);
      this.geometry.addRow(POINT, []);
      return true;
    }
    if (typeof shape === 'string') {
      this.notes.add(shape, place);
      return false;
    }
    const verdict = this.degrees ? verdictOfShape(shape) : SILENT;
    if (verdict === OUTSIDE) {
      this.notes.add('out-of-range', place);
      const ring = shape.parts[0]?.[0];
      if (ring && isMetres(ring[0] as number, ring[1] as number)) {
        this.#metres++;
        this.#easting ??= ring[0];
      }
      return false;
    }
    for (const name of shape.mended) this.notes.add(name, place);
    this.verdicts.push(verdict);
    this.geometry.addRow(shape.type, shape.parts);
    return true;
  }

  #addId(row: number, id: unknown, place: number): void {
    if (typeof id === 'string' || (typeof id === 'number' && Number.isFinite(id))) this.ids.setValue(row, id);
    else if (id !== undefined && id !== null) this.notes.add('bad-id', place);
  }

  #addProperties(row: number, properties: unknown, place: number): void {
    if (isObject(properties)) this.fields.addRow(row, properties);
    else if (properties !== undefined && properties !== null) this.notes.add('bad-properties', place);
  }

  /** Puts what has come since the last call into map units. */
  follow(): void {
    const { coordinates, plain } = this.geometry;
    if (!plain) this.along?.follow(coordinates.array, coordinates.length);
  }

  /** The rows so far, to be shown while the others are still under way; undefined while it is not sure that they stay as they are. */
  preview(total: number, options: ReadOptions, crs: string | undefined): RawTable | undefined {
    const { rowCount } = this;
    if (crs !== undefined || this.verdicts.array.subarray(0, rowCount).includes(SWAPPED)) return undefined;
    return {
      rowCount,
      columns: this.fields.columns(rowCount, new Map(options.kinds), new NoteBook()),
      geometry: this.geometry.build(),
      ...this.ids.build(rowCount),
      report: { total, kept: rowCount, notes: [] },
    };
  }

  /** The table. @param total Features in the source. @throws YztError `unknown-crs` if most are no degrees. */
  finish(total: number, options: ReadOptions, crs: string | undefined): RawTable {
    const { rowCount } = this;
    if (this.#metres > rowCount) throw unknownCrs(options.name ?? 'GeoJSON', undefined, this.#easting);
    const swapped = mendSwapped(this.geometry, this.verdicts.array);
    if (swapped.count > 0) this.notes.add('swapped', swapped.first, swapped.count);
    if (total === 0) this.notes.add('empty-source', 0);
    this.ids.eachDuplicate(rowCount, (row) => this.notes.add('duplicate-id', this.places.at(row)));
    const columns = this.fields.columns(rowCount, new Map(options.kinds), this.notes);
    const geometry = this.geometry.build();
    if (this.along && geometry.kind === 'shape' && swapped.count === 0) {
      this.follow();
      this.along.keepFor(geometry);
    }
    return {
      rowCount,
      columns,
      geometry,
      ...this.ids.build(rowCount),
      ...(crs !== undefined && { crs }),
      report: { total, kept: rowCount, notes: this.notes.notes() },
    };
  }
}

function verdictOfShape(shape: Shape): number {
  let verdict = SILENT;
  for (const rings of shape.parts) for (const ring of rings) verdict = verdictOfAll(ring, verdict);
  return verdict;
}
