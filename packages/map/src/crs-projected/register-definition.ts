import { YztError } from '@yizhangtu/base/errors';
import { get, type Projection } from 'ol/proj.js';
import { register } from 'ol/proj/proj4.js';
import proj4 from 'proj4';
import { adoptProjection, normalCode, projectionOf, registerCrs, zoneOf } from '../crs/index.js';

/** What proj4 cannot say about a coordinate system. */
export interface DefinitionOptions {
  /** The part of the plane that is drawn, in the system's own units: [west, south, east, north]. */
  readonly extent?: readonly [number, number, number, number];
  /** The same part in degrees. */
  readonly worldExtent?: readonly [number, number, number, number];
}

/**
 * Makes OpenLayers know any coordinate system from its proj4 or WKT 1 definition, such as a city's own plane (城市独立坐标系) with its
 * local parameters. The systems of `@yizhangtu/map/crs` need no definition and keep their own; transforms between them and this one
 * are made. Nothing is fetched. proj4 is ≈ 37 kB brotli: load this entry when a page needs it.
 *
 * Old systems (1954 北京, 1980 西安) have no public exact parameters. Give the ones your surveying authority gave you.
 * @param code A name of your own (`CITY:QD`) or `EPSG:…`.
 * @throws YztError `unknown-crs` when proj4 cannot read the definition.
 */
export function registerDefinition(code: string, definition: string, options: DefinitionOptions = {}): Projection {
  const name = normalCode(code);
  if (zoneOf(name)) return projectionOf(name);
  registerCrs([]);
  try {
    proj4.defs(name, definition);
    register(proj4);
  } catch (cause) {
    throw unreadable(name, definition, cause);
  }
  const projection = get(name);
  if (!projection) throw unreadable(name, definition);
  if (options.extent) projection.setExtent([...options.extent]);
  if (options.worldExtent) projection.setWorldExtent([...options.worldExtent]);
  adoptProjection(projection);
  return projection;
}

function unreadable(code: string, definition: string, cause?: unknown): YztError {
  return new YztError(
    'unknown-crs',
    {
      zh: `无法读取坐标系 ${code} 的定义「${definition}」。请使用 proj4 字符串或 WKT 1。`,
      en: `The definition of ${code} cannot be read: "${definition}". Use a proj4 string or WKT 1.`,
    },
    { cause },
  );
}
