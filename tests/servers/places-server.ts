/**
 * The ten places as the kinds of sources have them that no server of Debian speaks: ArcGIS and iServer by hand after their documentation, a GeoParquet and
 * a FlatGeobuf with its index, vector tiles, an archive of tiles, and a stream. Places in planes are those of PROJ.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { archiveBytes, tileBytes } from '../../tools/tile-archive.mjs';
import { flatgeobufFile } from './flatgeobuf-file.js';
import { MERCATOR, PLACES, ZONE } from './places.js';

type XY = readonly [number, number];

/** Where the places are in a system. */
function placesIn(code: string): readonly XY[] {
  if (code === '3857') return MERCATOR;
  if (code === '4549') return ZONE;
  if (code === '4528') return ZONE.map(([east, north]) => [40_000_000 + east, north]);
  return PLACES;
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const wkid = (code: string): object => ({ wkid: Number(code), latestWkid: Number(code) });

function arcgis(code: string, query: boolean): Buffer {
  const spatialReference = wkid(code);
  if (query) return json({ objectIdFieldName: 'OBJECTID', geometryType: 'esriGeometryPoint', spatialReference, features: placesIn(code).map(([x, y], id) => ({ attributes: { OBJECTID: id, MC: `示例点 ${id}` }, geometry: { x, y } })) });
  const fields = [{ name: 'OBJECTID', type: 'esriFieldTypeOID', alias: 'OBJECTID' }, { name: 'MC', type: 'esriFieldTypeString', alias: '名称' }];
  return json({ currentVersion: 10.9, id: 0, name: '点', type: 'Feature Layer', geometryType: 'esriGeometryPoint', objectIdField: 'OBJECTID', capabilities: 'Query', maxRecordCount: 1000, extent: { xmin: 0, ymin: 0, xmax: 1, ymax: 1, spatialReference }, advancedQueryCapabilities: { supportsPagination: true }, fields });
}

function iserver(code: string, path: string): Buffer {
  if (path.endsWith('/fields.json')) return json([{ name: 'SmID', caption: 'SmID', type: 'INT32' }]);
  if (!path.endsWith('featureResults.json')) return json({ datasetInfo: { type: 'POINT', prjCoordSys: { epsgCode: Number(code), type: /^4[34]/.test(code) ? 'PCS_EARTH_LONGITUDE_LATITUDE' : 'PCS_USER_DEFINED' } } });
  const features = placesIn(code).map(([x, y], id) => ({ ID: id, fieldNames: ['SMID'], fieldValues: [String(id)], geometry: { type: 'POINT', parts: [1], points: [{ x, y }] } }));
  return json({ features, totalCount: features.length, featureCount: features.length });
}

function parquet(code: string): Uint8Array {
  const points = placesIn(code).map(([x, y]) => {
    const view = new DataView(new ArrayBuffer(21));
    view.setUint8(0, 1);
    view.setUint32(1, 1, true);
    view.setFloat64(5, x, true);
    view.setFloat64(13, y, true);
    return new Uint8Array(view.buffer);
  });
  const ends = ['xmin', 'ymin', 'xmax', 'ymax'];
  const covering = { bbox: Object.fromEntries(ends.map((end) => [end, ['bbox', end]])) };
  const geo = { version: '1.1.0', primary_column: 'geometry', columns: { geometry: { encoding: 'WKB', geometry_types: ['Point'], crs: { id: { authority: 'EPSG', code: Number(code) } }, covering } } };
  const schema = [{ name: 'root', num_children: 2 }, { name: 'geometry', type: 'BYTE_ARRAY' as const, repetition_type: 'REQUIRED' as const }, { name: 'bbox', num_children: 4, repetition_type: 'REQUIRED' as const }, ...ends.map((name) => ({ name, type: 'DOUBLE' as const, repetition_type: 'REQUIRED' as const }))];
  const columnData = [{ name: 'geometry', data: points }, { name: 'bbox', data: placesIn(code).map(([x, y]) => ({ xmin: x, ymin: y, xmax: x, ymax: y })) }];
  return new Uint8Array(parquetWriteBuffer({ schema, columnData, kvMetadata: [{ key: 'geo', value: JSON.stringify(geo) }] }));
}

/** Whole columns and rows of the tile at a level, and the rest, of a place in degrees. */
function inTiles([lon, lat]: XY, z: number, mercator: boolean): XY {
  const side = 2 ** z / 360;
  const down = mercator ? 180 - (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI : 90 - lat;
  return [(lon + 180) * side, down * side];
}

function tile(z: number, x: number, y: number, mercator: boolean): Uint8Array {
  const near = PLACES.flatMap((lonLat, id) => {
    const [column, row] = inTiles(lonLat, z, mercator);
    const at = [Math.round((column - x) * 4096), Math.round((row - y) * 4096)] as const;
    return at.every((one) => one >= -64 && one <= 4160) ? [{ type: 'point' as const, rings: [[at]], values: { id }, id: id + 1 }] : [];
  });
  return tileBytes({ points: near });
}

const LEVEL = 17;
const ARCHIVE = archiveBytes({
  tiles: PLACES.map((lonLat) => inTiles(lonLat, LEVEL, true).map(Math.floor) as [number, number]).map(([x, y]) => ({ z: LEVEL, x, y, bytes: tile(LEVEL, x, y, true) })),
});

/** Answers a file, or the part of it that is asked for. */
function file(bytes: Uint8Array, request: IncomingMessage, response: ServerResponse): void {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  if (from === undefined) return void response.writeHead(200).end(bytes);
  const end = Math.min(bytes.length - 1, to ? Number(to) : bytes.length - 1);
  if (Number(from) >= bytes.length) return void response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
  response.writeHead(206, { 'content-range': `bytes ${from}-${end}/${bytes.length}`, etag: '"1"' }).end(bytes.subarray(Number(from), end + 1));
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, kind = '', code = '', ...rest] = pathname.split('/');
  if (kind === 'arcgis') response.end(arcgis(code, rest.includes('query')));
  else if (kind === 'iserver') response.end(iserver(code, pathname));
  else if (kind === 'parquet') file(parquet(code), request, response);
  else if (kind === 'flatgeobuf') file(flatgeobufFile(placesIn(code), Number(code)), request, response);
  else if (kind === 'archive') file(ARCHIVE, request, response);
  else if (kind === 'tiles') {
    const [z = 0, x = 0, y = 0] = rest.map(Number);
    response.writeHead(200, { 'content-type': 'application/vnd.mapbox-vector-tile' }).end(tile(z, x, y, code === '3857'));
  } else if (kind === 'live') {
    // The stream stays open, as streams do.
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(`data: ${JSON.stringify(PLACES.map(([lon, lat], id) => ({ id, lon, lat })))}\n\n`);
  } else response.writeHead(404).end();
}

/** Starts it. */
export async function placesSources(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => void buffer(request).then(() => answer(request, response)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop: () => new Promise((resolve) => (server.close(() => resolve()), server.closeAllConnections())) };
}
