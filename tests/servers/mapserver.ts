/** A MapServer for one test file, with the seeded rows in it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RemoteDataset } from '@yizhangtu/data/remote';
import { ogcApiEngine, wfsEngine, type FeatureServiceOptions } from '@yizhangtu/data/remote-features';
import { hasProgram, startMapServer } from '../../tools/mapserver/server.mjs';
import { install } from './install.js';
import { PLACES_GEOJSON } from './places.js';
import { asGeoJson, SCHEMA, type Row } from './rows.js';

export type MapServer = Awaited<ReturnType<typeof startMapServer>>;
type Layer = Parameters<typeof startMapServer>[0]['layers'][number];

/** The region of 青岛, west south east north. */
const EXTENT = [119, 35, 122, 38] as const;

/** True where there is a MapServer, or one could be installed; else one line says why there is none. */
export function hasMapServer(): boolean {
  if (hasProgram() || (install('cgi-mapserver') && hasProgram())) return true;
  console.log('skipped: 没有 MapServer，也不能用 apt 安装 / no MapServer, and none can be installed by apt (Debian: cgi-mapserver)');
  return false;
}

/** Starts one with the rows in a layer `rows`. */
export function mapServerWith(rows: readonly Row[]): Promise<MapServer> {
  return mapServerOf([{ name: 'rows', extent: EXTENT, fields: [{ name: 'code', type: 'Character' }, { name: 'd', type: 'DateTime' }, { name: 'day', type: 'Date' }], geojson: asGeoJson(rows) }]);
}

/** Starts one with the ten known places in a layer `points`. */
export function placesServer(): Promise<MapServer> {
  return mapServerOf([{ name: 'points', extent: EXTENT, fields: [{ name: 'name', type: 'Character' }], geojson: PLACES_GEOJSON }]);
}

/** Starts one with layers, in a folder of its own, which goes with it. @param outside Where pages reach it, if not at its own address. */
export async function mapServerOf(layers: readonly Layer[], outside?: string): Promise<MapServer> {
  const folder = mkdtempSync(join(tmpdir(), 'yzt-mapserver-'));
  const server = await startMapServer({ folder, layers, ...(outside !== undefined && { outside }) });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A dataset over one of its two services, loaded. */
export async function datasetOn(kind: 'ogc-api' | 'wfs', server: MapServer, options: Partial<FeatureServiceOptions> = {}): Promise<RemoteDataset> {
  const engine = kind === 'wfs' ? wfsEngine({ src: `${server.url}wfs`, table: 'rows', idField: 'id', ...options }) : ogcApiEngine({ src: `${server.url}ogcapi`, table: 'rows', idField: 'id', ...options });
  const dataset = new RemoteDataset(engine);
  dataset.schema = SCHEMA;
  await dataset.load();
  return dataset;
}
