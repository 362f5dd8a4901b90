// @ts-check
// Vector tiles of a server on good and bad days, for tests: `/fault/mvt/<mode>/<z>/<x>/<y>`, documents that describe them, and PMTiles archives. Each
// tile of the good mode has a square that leaves an edge free, a line and a point (示例数据).
import { gzipSync } from 'node:zlib';
import { tileBytes } from './tile-archive.mjs';

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
  'tile.json': { tilejson: '3.0.0', tiles: ['/fault/mvt/good/{z}/{x}/{y}'], minzoom: 0, maxzoom: 9, bounds: [119, 35, 121, 37], attribution: '示例数据', vector_layers: [{ id: 'plots', fields: { kind: 'String' } }], tilestats: { layers: [{ attributes: [{ attribute: 'kind', count: 3, values: ['居住', '商业', '工业'] }] }] } },
};

/** @type {Record<string, (context: Context, rest: string) => unknown>} */
export const vectorFaults = {
  mvt,
  'ogc-tiles': (context, rest) => {
    const document = documents[rest];
    context.status = document ? 200 : 404;
    context.type = 'application/json';
    context.body = JSON.stringify(document ?? {});
  },
};
