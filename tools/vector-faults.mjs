// @ts-check
// Vector tiles of a server on good and bad days, for tests: `/fault/mvt/<mode>/<z>/<x>/<y>`, documents that describe them, and PMTiles
// archives, `/fault/pmtiles/<mode>/<run>`. Each
// tile of the good mode has a square that leaves an edge free, a line and a point (示例数据).
import { gzipSync } from 'node:zlib';
import { archiveBytes, tileBytes } from './tile-archive.mjs';
import { PNG } from './tile-faults.mjs';

/** @typedef {import('./test-server.mjs').Context} Context */

function drawn(/** @type {number} */ z, /** @type {number} */ x, /** @type {number} */ y) {
  const kind = (x + y) % 2 === 0 ? '居住' : '商业';
  return tileBytes({
    plots: [{ type: 'polygon', id: 4096 * x + y, rings: [[[256, 256], [3840, 256], [3840, 3840], [256, 3840]]], values: { name: `地块 ${z}-${x}-${y}`, kind, areaM2: 100 * (x % 8), open: x % 2 === 0 } }],
    roads: [{ type: 'line', rings: [[[0, 128], [4096, 128]]], values: { name: '示例路' } }],
    places: [{ type: 'point', rings: [[[128, 2048]]], values: { name: '示例点' } }],
  });
}

/** @type {Record<string, (tile: Uint8Array) => readonly [type: string, body: Uint8Array | string, status?: number]>} */
const bodies = {
  good: (tile) => ['application/vnd.mapbox-vector-tile', tile],
  gzip: (tile) => ['application/vnd.mapbox-vector-tile', gzipSync(tile)],
  'gzip-cut': (tile) => ['application/vnd.mapbox-vector-tile', gzipSync(tile).subarray(0, 40)],
  html: () => ['text/html', '<!DOCTYPE html><title>维护中</title><p>稍后再来</p>'],
  bytes: () => ['application/vnd.mapbox-vector-tile', new Uint8Array([0x1b, 3, 9, 0, 200, 1, 2, 3])],
  cut: (tile) => ['application/vnd.mapbox-vector-tile', tile.subarray(0, tile.length - 20)],
  liar: () => ['application/vnd.mapbox-vector-tile', new Uint8Array([26, 13, 10, 1, 97, 18, 8, 34, 6, 9, 2, 2, 255, 255, 127])],
  empty: () => ['application/vnd.mapbox-vector-tile', ''],
  none: () => ['text/plain', 'no', 404],
};

function mvt(/** @type {Context} */ context, /** @type {string} */ rest) {
  const [mode = '', ...place] = rest.split('/');
  const [z = 0, x = 0, y = 0] = place.map((part) => Number.parseInt(part, 10));
  const [type, body, status = 200] = (bodies[mode] ?? bodies['none'])?.(drawn(z, x, y)) ?? ['text/plain', '', 404];
  context.status = status;
  context.type = type;
  context.body = typeof body === 'string' ? body : Buffer.from(body);
}

const OGC = 'http://www.opengis.net/def/rel/ogc/1.0';
/** Documents as OGC API – Tiles and TileJSON have them. Addresses of another host stand for a service behind a gateway. */
/** @type {Record<string, unknown>} */
const documents = {
  '': { title: '示例', links: [{ rel: 'self', href: '/fault/ogc-tiles/', type: 'application/json' }, { rel: `${OGC}/tilesets-vector`, href: 'tiles', type: 'application/json' }] },
  tiles: {
    tilesets: [
      { dataType: 'map', tileMatrixSetURI: `${OGC}/WebMercatorQuad`, links: [{ rel: 'self', href: 'tiles/map' }] },
      { dataType: 'vector', crs: 'http://www.opengis.net/def/crs/EPSG/0/3857', tileMatrixSetURI: 'http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad', links: [{ rel: 'self', href: 'http://inner.example/fault/ogc-tiles/tiles/web' }] },
      { dataType: 'vector', crs: 'http://www.opengis.net/def/crs/EPSG/0/4490', tileMatrixSetId: 'CGCS2000Quad', links: [{ rel: 'self', href: 'tiles/c' }] },
    ],
  },
  'tiles/web': {
    dataType: 'vector',
    tileMatrixSetURI: 'http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad',
    attribution: '<a href="http://example/">示例来源</a>',
    layers: [{ id: 'plots' }],
    links: [{ rel: 'item', type: 'application/vnd.mapbox-vector-tile', href: 'http://inner.example/fault/mvt/good/{tileMatrix}/{tileCol}/{tileRow}', templated: true }],
  },
  'tiles/c': {
    dataType: 'vector',
    crs: 'http://www.opengis.net/def/crs/EPSG/0/4490',
    links: [{ rel: `${OGC}/tiling-scheme`, href: '../scheme' }, { rel: 'item', type: 'application/vnd.mapbox-vector-tile', href: '/fault/mvt/good/{tileMatrix}/{tileCol}/{tileRow}' }],
    tileMatrixSetLimits: ['1', '2', '3', '4', '5', '6'].map((tileMatrix) => ({ tileMatrix })),
  },
  scheme: {
    id: 'CGCS2000Quad',
    crs: 'http://www.opengis.net/def/crs/EPSG/0/4490',
    tileMatrices: Array.from({ length: 8 }, (_, z) => ({ id: String(z), scaleDenominator: 559082264.0287178 / 2 ** z, pointOfOrigin: [90, -180], tileWidth: 256, tileHeight: 256, matrixWidth: 2 ** z, matrixHeight: Math.max(1, 2 ** (z - 1)) })),
  },
  'style.json': {
    version: 8,
    sources: { plots: { type: 'vector', tiles: ['http://inner.example:8080/fault/mvt/good/{z}/{x}/{y}'], maxzoom: 9, attribution: '示例数据' } },
    layers: [
      { id: 'plots', type: 'fill', source: 'plots', 'source-layer': 'plots', paint: { 'fill-color': ['match', ['get', 'kind'], '居住', 'hsl(120, 100%, 25%)', '商业', 'red', '#0000ff'] } },
      { id: 'roads', type: 'line', source: 'plots', 'source-layer': 'roads', minzoom: 1, paint: { 'line-color': '#663300', 'line-width': { stops: [[1, 1], [9, 9]] } } },
      { id: 'names', type: 'symbol', source: 'plots', 'source-layer': 'plots', layout: { 'text-field': '{name}', 'icon-image': 'house' } },
      { id: 'strange', type: 'fill', source: 'plots', 'source-layer': 'plots', filter: ['within', {}], paint: { 'fill-color': 'black' } },
    ],
  },
  'tile.json': { tilejson: '3.0.0', tiles: ['/fault/mvt/good/{z}/{x}/{y}'], minzoom: 0, maxzoom: 9, bounds: [119, 35, 121, 37], attribution: '示例数据', vector_layers: [{ id: 'plots', fields: { kind: 'String' } }], tilestats: { layers: [{ attributes: [{ attribute: 'kind', count: 3, values: ['居住', '商业', '工业'] }] }] } },
};

/** Tiles of levels 0 to 6, in directories below the root. */
function archive() {
  const tiles = [];
  for (let z = 0; z <= 6; z++) for (let x = 0; x < 2 ** z; x++) for (let y = 0; y < 2 ** z; y++) tiles.push({ z, x, y, bytes: drawn(z, x, y) });
  return archiveBytes({ tiles, leaf: 512, squeeze: (bytes) => gzipSync(bytes), metadata: { attribution: '<b>示例数据</b>', vector_layers: [{ id: 'plots' }] } });
}

/** @type {Record<string, Uint8Array>} */
const archives = {};

function archiveOf(/** @type {string} */ mode) {
  if (mode === 'pictures') return archiveBytes({ type: 2, tiles: [0, 1].flatMap((z) => Array.from({ length: 4 ** z }, (_, at) => ({ z, x: at >> 1, y: at & 1, bytes: PNG }))) });
  return archive();
}

/** Bytes sent and requests by run. @type {Map<string, { bytes: number, requests: number }>} */
const sent = new Map();

function pmtiles(/** @type {Context} */ context, /** @type {string} */ rest) {
  const [mode = '', run = ''] = rest.split('/');
  const told = sent.get(run) ?? { bytes: 0, requests: 0 };
  sent.set(run, told);
  const kind = mode === 'pictures' ? mode : 'good';
  const file = (archives[kind] ??= archiveOf(kind));
  context.type = 'application/octet-stream';
  if (mode === 'tally') {
    context.body = JSON.stringify({ ...told, size: file.length });
    return;
  }
  told.requests++;
  const [, from = 0, to = 0] = (/^bytes=(\d+)-(\d+)$/.exec(context.req.headers.range ?? '') ?? []).map(Number);
  if (mode === 'whole') {
    context.body = Buffer.from(file);
    told.bytes += file.length;
    return;
  }
  if (mode === 'html') {
    context.status = 206;
    context.body = '<!DOCTYPE html><title>维护中</title>';
    return;
  }
  // The header is good, and then the file is gone, or another with every answer, or another once.
  const gone = mode === '416' && from > 0;
  context.status = gone ? 416 : 206;
  context.set('content-range', gone ? 'bytes */10' : `bytes ${from}-${Math.min(to, file.length - 1)}/${file.length}`);
  const turn = mode === 'changes' ? told.requests : mode === 'replaced' && told.requests > 2 ? 2 : 1;
  context.set('etag', `"${turn}"`);
  const part = gone ? new Uint8Array(0) : file.subarray(from, to + 1);
  told.bytes += part.length;
  context.body = Buffer.from(part);
}

/** @type {Record<string, (context: Context, rest: string) => unknown>} */
export const vectorFaults = {
  mvt,
  pmtiles,
  'ogc-tiles': (context, rest) => {
    const document = documents[rest];
    context.status = document ? 200 : 404;
    context.type = 'application/json';
    context.body = JSON.stringify(document ?? {});
  },
};
