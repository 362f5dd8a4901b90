/** Features as rows in memory: what a service cannot answer is asked of them. */
import { Dataset } from '../model/dataset.js';
import { blankColumn } from '../model/derived-columns.js';
import type { Filter } from '../model/query-types.js';
import type { DatasetSchema } from '../model/types.js';
import { readGeoJson } from '../readers/geojson.js';
import type { RawTable } from '../readers/types.js';
import { drive } from '../steps/drive.js';
import { isObject } from './answers.js';
import type { Feature, PageField } from './types.js';

/** Values as the page has them: services hold truth as 1 and 0, and write nothing as ''. */
function valueOf(value: unknown, { kind, service }: PageField): unknown {
  if (value === '' && service.type !== 'string') return null;
  if (kind === 'boolean' && (value === 1 || value === 0)) return value === 1;
  return value;
}

/** A feature with the properties that count, whether it has them or not, and the id that tells it apart. */
function cleaned(feature: Feature, fields: readonly PageField[], idField: string | undefined): Feature {
  const own = isObject(feature['properties']) ? feature['properties'] : {};
  const has = (name: string): boolean => Object.prototype.hasOwnProperty.call(own, name);
  // Without a prototype: a property may have any name.
  const properties = Object.create(null) as Record<string, unknown>;
  for (const field of fields) properties[field.name] = has(field.name) ? valueOf(own[field.name], field) : null;
  const id = idField === undefined ? feature['id'] : has(idField) ? own[idField] : undefined;
  return { type: 'Feature', ...(id !== undefined && { id }), geometry: feature['geometry'] ?? null, properties };
}

/** Reads features. One that cannot be read has no place: rows that the service counts are rows here. */
async function tableOf(features: readonly Feature[], { fields, places, crs }: TableOptions, signal: AbortSignal): Promise<RawTable> {
  const options = { kinds: fields.map(({ name, kind }) => [name, kind] as const), name: 'features', ...(crs !== undefined && { crs, keepCrs: true }) };
  const read = (list: readonly Feature[]): Promise<RawTable> => drive(readGeoJson({ type: 'FeatureCollection', features: list }, options), { signal });
  const table = await read(features);
  const whole = table.rowCount === features.length ? table : await read(await Promise.all(features.map(async (one) => ((await read([one])).rowCount === 1 ? one : { ...one, geometry: null }))));
  // Where no row is, the fields are there all the same: bins of a field have nothing in them then.
  const columns = features.length === 0 ? fields.map(({ name, kind }) => blankColumn(kind, name, 0)) : whole.columns;
  return { ...whole, columns, ...(!places && { geometry: { kind: 'none' } }) };
}

interface TableOptions {
  readonly fields: readonly PageField[];
  readonly places: boolean;
  /** System of the coordinates where it is not degrees. */
  readonly crs?: string | undefined;
}

/** Features as a table, the same row once, should two pages overlap. Its rows are `kept`, in their order. Coordinates are as they came. */
export async function featureTable(features: readonly Feature[], options: TableOptions & { readonly idField: string | undefined }, signal: AbortSignal): Promise<{ readonly table: RawTable; readonly kept: readonly Feature[] }> {
  const kept = distinct(features.map((feature) => cleaned(feature, options.fields, options.idField)));
  return { table: await tableOf(kept, options, signal), kept };
}

function distinct(features: readonly Feature[]): Feature[] {
  const met = new Set<unknown>();
  return features.filter(({ id }) => id === undefined || (!met.has(id) && met.add(id)));
}

/** How rows are made of features. */
export interface RowsOptions extends TableOptions {
  readonly idField: string | undefined;
  readonly schema: DatasetSchema | undefined;
  /** Conditions that the service was not told, and that no row outside of counts. */
  readonly scope: readonly Filter[];
}

/** A dataset of features. The same row is kept once, should two pages overlap. */
export async function rowsOf(features: readonly Feature[], { fields, idField, places, schema, scope }: RowsOptions, signal: AbortSignal): Promise<Dataset> {
  const rows = distinct(features.map((feature) => cleaned(feature, fields, idField)));
  const dataset = new Dataset(await tableOf(rows, { fields, places }, signal), schema ? { schema } : {});
  if (scope.length === 0) return dataset;
  scope.forEach((filter, index) => dataset.setFilter(String(index), filter));
  const passing = dataset.passing();
  const left = rows.filter((_, row) => passing[row] === 1);
  return new Dataset(await tableOf(left, { fields, places }, signal), schema ? { schema } : {});
}
