/** What a map service of ArcGIS says of itself. Pure. */
import { esriCrs } from '@yizhangtu/data/esri';
import { timeList } from '../services/time-list.js';
import type { Matrix, MatrixGrid } from '../services/matrix-grid.js';

type Json = Readonly<Record<string, unknown>>;

/** A layer of the service. */
export interface ArcgisLayerInfo {
  readonly id: number;
  readonly name: string;
  /** Shown without being asked for. */
  readonly shown: boolean;
}

/** A service. */
export interface ArcgisInfo {
  readonly title: string;
  /** Whose data it is. */
  readonly copyright: string;
  /** `EPSG:4490`; undefined where the service names no number. */
  readonly crs: string | undefined;
  /** West, south, east, north in units of `crs`. */
  readonly extent: readonly [number, number, number, number] | undefined;
  /** The tiles of its cache; undefined without one, or in a system without a number. */
  readonly grid: MatrixGrid | undefined;
  readonly layers: readonly ArcgisLayerInfo[];
  /** Whether it answers what is at a place. */
  readonly queryable: boolean;
  /** Whether it draws pictures for any box. */
  readonly draws: boolean;
  readonly times: readonly string[];
  /** Greatest width and height of a picture. */
  readonly most: number | undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objects(value: unknown): Json[] {
  return Array.isArray(value) ? (value as unknown[]).filter(isObject) : [];
}

function extentOf(value: unknown): ArcgisInfo['extent'] {
  if (!isObject(value)) return undefined;
  const [west, south, east, north] = ['xmin', 'ymin', 'xmax', 'ymax'].map((name) => Number(value[name] ?? Number.NaN)) as [number, number, number, number];
  return west <= east && south <= north ? [west, south, east, north] : undefined;
}

/** Levels whose scale is outside of what the service shows have no tiles. */
function levelsOf({ lods, origin, rows = 256, cols = 256 }: Json, { minScale, maxScale, minLOD, maxLOD }: Json): Matrix[] {
  const limit = (value: unknown, none: number): number => (typeof value === 'number' && value > 0 ? value : none);
  const [far, near] = [limit(minScale, Infinity) * 1.001, limit(maxScale, 0) * 0.999];
  const [first, last] = [limit(minLOD, 0), limit(maxLOD, Infinity)];
  const { x, y } = isObject(origin) ? origin : {};
  const corner = [Number(x), Number(y)] as const;
  if (!corner.every(Number.isFinite)) return [];
  return objects(lods)
    .map((lod) => ({ level: Number(lod['level']), resolution: Number(lod['resolution']), scale: Number(lod['scale']) }))
    .filter(({ level, resolution, scale }) => resolution > 0 && level >= first && level <= last && !(scale > far || scale < near))
    .sort((a, b) => b.resolution - a.resolution)
    .map(({ level, resolution }) => ({ id: String(level), resolution, origin: corner, tileSize: [Number(cols), Number(rows)] as const }));
}

function gridOf(json: Json): MatrixGrid | undefined {
  const { tileInfo, singleFusedMapCache, fullExtent } = json;
  if (singleFusedMapCache !== true || !isObject(tileInfo)) return undefined;
  const crs = esriCrs(tileInfo['spatialReference'] ?? json['spatialReference']);
  const levels = levelsOf(tileInfo, json);
  return crs === undefined || levels.length === 0 ? undefined : { crs, levels, extent: extentOf(fullExtent) };
}

const UNITS: Readonly<Record<string, string>> = {
  Seconds: 'PT1S', Minutes: 'PT1M', Hours: 'PT1H', Days: 'P1D', Weeks: 'P1W', Months: 'P1M', Years: 'P1Y', Decades: 'P10Y',
};

/** Times from the first to the last by the step that the service names; none without one. */
function timesOf(timeInfo: unknown): readonly string[] {
  if (!isObject(timeInfo)) return [];
  const { timeExtent, defaultTimeInterval: step, defaultTimeIntervalUnits: units } = timeInfo;
  const [from, to] = Array.isArray(timeExtent) ? (timeExtent as unknown[]).map(Number) : [];
  const period = UNITS[String(units).replace(/^esriTimeUnits/, '')];
  if (!Number.isFinite(from) || !Number.isFinite(to) || typeof step !== 'number' || step < 1 || period === undefined) return [];
  const [start, end] = [from as number, to as number].map((at) => new Date(at).toISOString().replace('.000Z', 'Z'));
  return timeList(`${start}/${end}/${period.replace(/\d+/, (one) => String(Number(one) * Math.round(step)))}`).values;
}

/** A service from its own JSON; undefined where it is none that draws maps. */
export function arcgisInfo(json: unknown): ArcgisInfo | undefined {
  if (!isObject(json) || !Array.isArray(json['layers']) || (json['mapName'] === undefined && json['singleFusedMapCache'] === undefined)) return undefined;
  const { mapName, documentInfo, copyrightText, spatialReference, fullExtent, capabilities, timeInfo, maxImageWidth, maxImageHeight } = json;
  const sides = [maxImageWidth, maxImageHeight].filter((side): side is number => typeof side === 'number' && side > 0);
  const can = (word: string): boolean => typeof capabilities !== 'string' || capabilities.split(',').includes(word);
  return {
    title: [isObject(documentInfo) ? documentInfo['Title'] : '', mapName].find((word): word is string => typeof word === 'string' && word !== '') ?? '',
    copyright: typeof copyrightText === 'string' ? copyrightText.trim() : '',
    crs: esriCrs(spatialReference),
    extent: extentOf(fullExtent),
    grid: gridOf(json),
    layers: objects(json['layers']).map(({ id, name, defaultVisibility }) => ({ id: Number(id), name: String(name), shown: defaultVisibility !== false })),
    queryable: can('Query'),
    draws: can('Map'),
    times: timesOf(timeInfo),
    most: sides.length > 0 ? Math.min(4096, ...sides) : undefined,
  };
}
