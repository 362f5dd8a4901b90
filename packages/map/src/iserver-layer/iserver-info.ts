/** What a map of SuperMap iServer says of itself, and answers to questions about places. Pure. */
import type { DatasetSchema } from '@yizhangtu/data/model';
import type { Identified } from '../layer/identified.js';
import { identifiedOf, type InfoFeature, type InfoWords } from '../services/info-rows.js';
import type { MatrixGrid } from '../services/matrix-grid.js';
import { resolutionOfScale } from './iserver-request.js';

type Json = Readonly<Record<string, unknown>>;

/** A map. */
export interface IserverInfo {
  readonly name: string;
  /** `EPSG:4490`; undefined where the service names no number. */
  readonly crs: string | undefined;
  /** Coordinates are degrees. */
  readonly degrees: boolean;
  /** West, south, east, north in units of `crs`. */
  readonly extent: readonly [number, number, number, number];
  readonly dpi: number;
  /** Scales it shows, as fractions, the smallest first; none where it shows all. */
  readonly scales: readonly number[];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objects(value: unknown): Json[] {
  return Array.isArray(value) ? (value as unknown[]).filter(isObject) : [];
}

/** A map from its own JSON; undefined for anything else. */
export function iserverInfo(json: unknown): IserverInfo | undefined {
  if (!isObject(json) || !isObject(json['bounds'])) return undefined;
  const { name, bounds, prjCoordSys, coordUnit, dpi, visibleScales, visibleScalesEnabled } = json as Json & { readonly bounds: Json };
  const extent = ['left', 'bottom', 'right', 'top'].map((side) => Number(bounds[side] ?? Number.NaN)) as [number, number, number, number];
  if (!(extent[0] < extent[2] && extent[1] < extent[3])) return undefined;
  const { epsgCode, type } = isObject(prjCoordSys) ? prjCoordSys : ({} as Json);
  const degrees = coordUnit === 'DEGREE' || type === 'PCS_EARTH_LONGITUDE_LATITUDE';
  const scales = Array.isArray(visibleScales) && visibleScalesEnabled === true ? (visibleScales as unknown[]).filter((scale): scale is number => typeof scale === 'number' && scale > 0) : [];
  return {
    name: typeof name === 'string' ? name : '',
    crs: typeof epsgCode === 'number' && epsgCode > 0 ? `EPSG:${epsgCode}` : type === 'PCS_EARTH_LONGITUDE_LATITUDE' ? 'EPSG:4326' : undefined,
    degrees,
    extent,
    dpi: typeof dpi === 'number' && dpi > 0 ? dpi : 96,
    scales: scales.sort((a, b) => a - b),
  };
}

const TILE = 256;
/** Levels where the map shows all scales. */
const LEVELS = 20;

/** Tiles from the upper left corner of the map, at the scales it shows; else halving from its whole extent. */
export function gridOf({ degrees, extent, dpi, scales }: IserverInfo, crs: string): MatrixGrid {
  const [west, south, east, north] = extent;
  const whole = Math.max(east - west, north - south) / TILE;
  const resolutions = scales.length > 0 ? scales.map((scale) => resolutionOfScale(scale, degrees, dpi)) : Array.from({ length: LEVELS }, (_, level) => whole / 2 ** level);
  return { crs, extent, levels: resolutions.map((resolution, level) => ({ id: String(level), resolution, origin: [west, north], tileSize: [TILE, TILE] })) };
}

/** Datasets behind the layers of the document `layers`, as questions name them: visible ones that can be asked, each once. */
export function datasetNames(document: unknown): string[] {
  const found = new Set<string>();
  const visit = (layer: Json): void => {
    const { datasetInfo, visible, queryable, subLayers } = layer;
    if (visible === false) return;
    const { name, dataSourceName } = isObject(datasetInfo) ? datasetInfo : ({} as Json);
    if (queryable !== false && typeof name === 'string' && typeof dataSourceName === 'string') found.add(`${name}@${dataSourceName}`);
    if (isObject(subLayers)) objects(subLayers['layers']).forEach(visit);
  };
  (Array.isArray(document) ? objects(document) : [document].filter(isObject)).forEach(visit);
  return [...found];
}

type Value = string | number | boolean | null;

function valueOf(value: unknown, type: unknown): Value {
  if (value === null || value === undefined || value === '') return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const number = Number(text);
  return /^(?:BYTE|INT\d+|SINGLE|DOUBLE)$/.test(String(type)) && Number.isFinite(number) ? number : text;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** Fields by the captions of a record set. What the service keeps for itself is left out. */
function schemaOf({ fields, fieldCaptions }: Json): DatasetSchema {
  const captions = list(fieldCaptions);
  return {
    id: 'iserver/record@1',
    fields: list(fields).map(String).map((name, index) => {
      const caption = captions[index];
      return { name, ...(typeof caption === 'string' && caption !== '' && { label: { zh: caption, en: caption } }), ...(/^sm[a-z]/i.test(name) && { internal: true }) };
    }),
  };
}

const TITLE = /^(?:name|title|名称|名字|标题)$|(?:name|名称)$/i;

/** Features of the answer to a question, by their datasets. @param count Of each dataset, at most. */
export function identifiedIn(json: unknown, words: InfoWords, count: number): Identified[] {
  return objects(isObject(json) ? json['recordsets'] : undefined).flatMap((set) => {
    const [names, types] = [list(set['fields']).map(String), list(set['fieldTypes'])];
    const features = objects(set['features']).slice(0, count).map(({ fieldNames, fieldValues }): InfoFeature => {
      const [own, values] = [list(fieldNames).map(String), list(fieldValues)];
      return { values: new Map(own.map((name, index): [string, Value] => [name, valueOf(values[index], types[names.indexOf(name)])])) };
    });
    const schema = schemaOf(set);
    const title = schema.fields.find(({ name, label, internal }) => !internal && (TITLE.test(name) || TITLE.test(label?.zh ?? '')))?.name;
    const dataset = typeof set['datasetName'] === 'string' ? set['datasetName'].replace(/@.*$/s, '') : '';
    return identifiedOf(features, { ...words, schema: words.schema ?? { ...schema, ...(title !== undefined && { titleField: title }) } }).map((one) => ({ ...(dataset !== '' && { title: dataset }), ...one }));
  });
}
