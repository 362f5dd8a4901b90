// @ts-check
// Answers of a server on a bad day, for tests: `/fault/status/403`, `/fault/html`, `/fault/gbk.csv` … Used as middleware of the test runner.
import { readFileSync } from 'node:fs';
import { cogFile } from './cog-faults.mjs';
import { rasterAnswers } from './raster-answers.mjs';
import { tileFaults } from './tile-faults.mjs';
import { restAnswer } from './rest-services.mjs';
import { vectorFaults } from './vector-faults.mjs';
import { ogcAnswer, wfsAnswer } from './test-services.mjs';

/** 「名称,经度,纬度\n体育馆,120.38,36.07\n」 in GBK. */
const GBK = Buffer.from('c3fbb3c62cbeadb6c82cceb3b6c80acce5d3fdb9dd2c3132302e33382c33362e30370a', 'hex');
const COLLECTION = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { name: '体育馆' }, geometry: { type: 'Point', coordinates: [120.38, 36.07] } }] };

/** @typedef {{ path: string, query: Record<string, string | string[] | undefined>, status: number, type: string, body: unknown, respond?: boolean, set(name: string, value: string): void, req: import('node:http').IncomingMessage, res: import('node:http').ServerResponse }} Context */

/** How often each path was asked for, and how often the asker hung up. */
const counts = new Map();

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @type {unknown} */
let said;

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const WMS = `<?xml version="1.0"?><WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink">
  <Service><Name>WMS</Name><Title>示例数据</Title></Service>
  <Capability><Request>
    <GetMap><Format>image/png</Format><DCPType><HTTP><Get><OnlineResource xlink:href="http://gis-inner:8080/wms?"/></Get></HTTP></DCPType></GetMap>
    <GetFeatureInfo><Format>text/html</Format><Format>application/json</Format></GetFeatureInfo>
  </Request><Layer><CRS>EPSG:3857</CRS><CRS>EPSG:4490</CRS>
    <EX_GeographicBoundingBox><westBoundLongitude>119.5</westBoundLongitude><eastBoundLongitude>121</eastBoundLongitude><southBoundLatitude>35.5</southBoundLatitude><northBoundLatitude>37</northBoundLatitude></EX_GeographicBoundingBox>
    <Layer queryable="1"><Name>plots</Name><Title>宗地</Title><Dimension name="time" units="ISO8601" default="2024">2022/2024/P1Y</Dimension></Layer>
    <Layer><Name>roads</Name><Title>道路</Title></Layer>
  </Layer></Capability></WMS_Capabilities>`;

const WMTS = `<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1" version="1.0.0"><Contents>
  <Layer><ows:Title>影像</ows:Title><ows:WGS84BoundingBox><ows:LowerCorner>119 35</ows:LowerCorner><ows:UpperCorner>122 38</ows:UpperCorner></ows:WGS84BoundingBox><ows:Identifier>img</ows:Identifier>
    <Style isDefault="true"><ows:Identifier>plain</ows:Identifier></Style><Format>image/png</Format>
    <Dimension><ows:Identifier>Time</ows:Identifier><Default>2024</Default><Value>2022/2024/P1Y</Value></Dimension>
    <TileMatrixSetLink><TileMatrixSet>c</TileMatrixSet></TileMatrixSetLink></Layer>
  <TileMatrixSet><ows:Identifier>c</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::4490</ows:SupportedCRS>${Array.from({ length: 16 }, (_, z) => `
    <TileMatrix><ows:Identifier>L${z + 1}</ows:Identifier><ScaleDenominator>${279541132.0143589 / 2 ** z}</ScaleDenominator><TopLeftCorner>90 -180</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>${2 ** (z + 1)}</MatrixWidth><MatrixHeight>${2 ** z}</MatrixHeight></TileMatrix>`).join('')}
  </TileMatrixSet></Contents></Capabilities>`;

/** @param {Context} context */
function wmts(context) {
  const { REQUEST, TILEMATRIX } = context.query;
  if (REQUEST === 'GetCapabilities') {
    context.type = 'text/xml';
    context.body = WMTS;
  } else if (!String(TILEMATRIX).startsWith('L')) {
    context.status = 400;
    context.type = 'text/xml';
    context.body = '<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1"><ows:Exception exceptionCode="InvalidParameterValue" locator="TileMatrix"><ows:ExceptionText>no such matrix</ows:ExceptionText></ows:Exception></ows:ExceptionReport>';
  } else {
    context.type = 'image/png';
    context.body = PIXEL;
  }
}

/** @param {Context} context */
function wms(context) {
  const { REQUEST, LAYERS } = context.query;
  if (REQUEST === 'GetCapabilities') {
    context.type = 'text/xml';
    context.body = WMS;
  } else if (String(LAYERS).includes('broken')) {
    context.type = 'application/vnd.ogc.se_xml';
    context.body = '<?xml version="1.0"?><ServiceExceptionReport version="1.1.1"><ServiceException code="LayerNotDefined">no layer broken</ServiceException></ServiceExceptionReport>';
  } else if (REQUEST === 'GetFeatureInfo') {
    context.type = 'application/json';
    context.body = JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { 名称: '示例地块', DLMC: '水田', TBMJ: 1200 }, geometry: null }] });
  } else {
    context.type = 'image/png';
    context.body = PIXEL;
  }
}

/** What the ClickHouse of three rows says. */
function answerTo(/** @type {string} */ sql) {
  if (sql.includes('version()')) return { data: [['18.16.1']] };
  if (sql.startsWith('DESCRIBE')) return { data: [['id', 'UInt64'], ['kind', 'String'], ['lon', 'Float64'], ['lat', 'Float64']] };
  if (sql.includes('GROUP BY __key')) return { data: [['a', '2'], ['b', '1']], totals: ['', '3'] };
  return { data: [['3', 120, 36, 121, 37]] };
}

/** @type {Record<string, (context: Context, rest: string) => unknown>} */
const faults = {
  ...tileFaults,
  ...vectorFaults,
  ...rasterAnswers,
  /** `/fault/status/404`: that status. */
  status: (context, rest) => {
    context.status = Number(rest) || 500;
    context.body = 'no';
  },
  /** A login page with status 200. */
  html: (context) => {
    context.type = 'text/html';
    context.body = '<!DOCTYPE html><html><body>请登录</body></html>';
  },
  /** JSON that ends too early. */
  cut: (context) => {
    context.type = 'application/json';
    context.body = JSON.stringify(COLLECTION).slice(0, 60);
  },
  'gbk.csv': (context) => {
    context.type = 'text/csv';
    context.body = GBK;
  },
  /** A good answer after `?ms=`, with the number `?n=` in it. */
  slow: async (context) => {
    const { ms = '200', n = '0' } = context.query;
    await pause(Number(ms));
    const feature = { ...COLLECTION.features[0], properties: { name: '体育馆', n: Number(n) } };
    context.type = 'application/geo+json';
    context.body = JSON.stringify({ ...COLLECTION, features: [feature] });
  },
  /** Headers, then nothing for a minute. */
  hang: async (context) => {
    context.respond = false;
    context.res.writeHead(200, { 'content-type': 'application/json' });
    context.res.write('{');
    await Promise.race([pause(60_000), new Promise((resolve) => context.req.once('close', resolve))]);
    context.res.end();
  },
  /** `/fault/points/20000`: so many points, in pieces, so that progress can be seen. */
  points: async (context, rest) => {
    const features = Array.from({ length: Number(rest) }, (_, i) => ({ type: 'Feature', properties: { i }, geometry: { type: 'Point', coordinates: [119 + (i % 300) / 100, 35 + (i % 200) / 100] } }));
    const text = JSON.stringify({ type: 'FeatureCollection', features });
    context.respond = false;
    context.res.writeHead(200, { 'content-type': 'application/geo+json', 'content-length': String(Buffer.byteLength(text)) });
    for (let at = 0; at < text.length; at += 200_000) {
      context.res.write(text.slice(at, at + 200_000));
      await pause(5);
    }
    context.res.end();
  },
  /**
   * A ClickHouse of three rows, for how it is spoken to: version, columns, and one answer to any question about groups. What it answers is
   * tested with a real one, in tests/servers. `/fault/clickhouse/said` tells what it was asked last: the statement and its headers.
   */
  clickhouse: async (context, rest) => {
    context.type = 'application/json';
    if (rest === 'said') {
      context.body = said;
      return;
    }
    let sql = '';
    for await (const chunk of context.req) sql += String(chunk);
    if (!sql.startsWith('KILL')) said = { sql, query: context.query, headers: context.req.headers };
    if (rest === 'denied') context.status = 500;
    if (rest === 'denied') context.body = 'Code: 516, e.displayText() = DB::Exception: geheim: Authentication failed (version 18.16.1)';
    else context.body = answerTo(sql);
  },
  /** A WFS of points, lines and areas in 青岛 (示例数据), after `?ms=`. */
  wfs: async (context) => {
    if (context.query['ms']) await pause(Number(context.query['ms']));
    const { type, body } = wfsAnswer(context.query);
    context.type = type;
    context.body = body;
  },
  /** An OGC API – Features of the same. */
  'ogc-api': (context, rest) => {
    const answer = ogcAnswer(rest, context.query);
    if (answer === undefined) {
      context.status = 404;
      return;
    }
    context.type = 'application/json';
    context.body = JSON.stringify(answer);
  },
  /** A stream of server-sent events: three ships and one without a place (示例数据), then nothing until the asker goes. */
  live: async (context) => {
    context.respond = false;
    context.res.writeHead(200, { 'content-type': 'text/event-stream' });
    const ships = [[1, 120.36], [2, 120.38], [3, 120.4], [4, 181]].map(([mmsi, lon]) => ({ mmsi, lon, lat: 36.07, name: `示例船 ${mmsi}` }));
    for (const ship of ships) context.res.write(`id: ${ship.mmsi}\ndata: ${JSON.stringify(ship)}\n\n`);
    await new Promise((resolve) => context.req.once('close', resolve));
    context.res.end();
  },
  /** Services of ArcGIS and iServer: `/fault/rest/arcgis/MapServer`. */
  rest: async (context, rest) => {
    let form = '';
    if (context.req.method === 'POST') for await (const chunk of context.req) form += String(chunk);
    const query = new URLSearchParams(new URL(context.req.url ?? '/', 'http://x').search);
    const answer = restAnswer(`/${rest}`, form.startsWith('{') ? query : new URLSearchParams([...query, ...new URLSearchParams(form)]), undefined, form);
    if (!answer) context.status = 404;
    else if ('picture' in answer) {
      context.type = 'image/png';
      context.body = PIXEL;
    } else {
      context.type = 'application/json';
      context.body = JSON.stringify(answer.json);
    }
  },
  /** A Web Map Service of two layers; one called `broken` is not there. Its capabilities name an inner host, as behind a gateway. */
  wms: (context) => wms(context),
  /** A Web Map Tile Service of one layer in degrees, levels L1 and on; other levels are refused in its words. */
  wmts: (context) => wmts(context),
  /** 天地图: `?tk=bad` is blocked as there. */
  tdt: (context) => {
    context.status = context.query.tk === 'bad' ? 418 : 200;
    context.type = 'image/png';
    context.body = context.query.tk === 'bad' ? '' : PIXEL;
  },
  /** Files of 256 points of 示例数据 over a degree from 120 36, in parts as they are asked for; `/fault/flatgeobuf/whole` knows no parts. */
  flatgeobuf: (context, rest) => inParts(context, 'points.fgb', rest),
  geoparquet: (context, rest) => inParts(context, 'points.parquet', rest),
  /** GeoTIFFs of cog-faults.mjs: `/fault/cog/heights`; `/fault/cog/whole/heights` knows no parts. */
  cog: (context, rest) => bytesInParts(context, cogFile(rest.replace('whole/', '')), rest),
  /** The connection breaks off. */
  reset: (context) => {
    context.respond = false;
    context.req.socket.destroy();
  },
};

/** A file of tools/fixtures, in parts as they are asked for. */
function inParts(/** @type {Context} */ context, /** @type {string} */ name, /** @type {string} */ rest) {
  bytesInParts(context, readFileSync(new URL(`./fixtures/${name}`, import.meta.url)), rest);
}

function bytesInParts(/** @type {Context} */ context, /** @type {Uint8Array} */ file, /** @type {string} */ rest) {
  context.type = 'application/octet-stream';
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(context.req.headers.range ?? '') ?? [];
  context.body = Buffer.from(file);
  if (rest.startsWith('whole') || from === undefined || to === undefined) return;
  context.status = Number(from) < file.length ? 206 : 416;
  context.set('content-range', `bytes ${from}-${Math.min(Number(to), file.length - 1)}/${file.length}`);
  context.body = Buffer.from(file.subarray(Number(from), Number(to) + 1));
}

/** Koa middleware: everything under `/fault/`. `/fault/counts/<path>` tells how often that path was asked for. */
export async function faultMiddleware(/** @type {Context} */ context, /** @type {() => Promise<void>} */ next) {
  const hit = /^\/fault\/([^/]+)(?:\/(.*))?$/.exec(context.path);
  if (!hit) return next();
  const [, name = '', rest = ''] = hit;
  if (name === 'counts') {
    context.body = String(counts.get(`/fault/${rest}`) ?? 0);
    return undefined;
  }
  counts.set(context.path, (counts.get(context.path) ?? 0) + 1);
  context.set('cache-control', 'no-store');
  const fault = faults[name];
  if (!fault) {
    context.status = 404;
    return undefined;
  }
  await fault(context, rest);
  return undefined;
}

/** The same for a plain server of Node. False for other paths, which are left to it. */
export async function answerFault(/** @type {import('node:http').IncomingMessage} */ req, /** @type {import('node:http').ServerResponse} */ res) {
  const { pathname: path, searchParams } = new URL(req.url ?? '/', 'http://x');
  if (!path.startsWith('/fault/')) return false;
  /** @type {Context} */
  const context = { path, query: Object.fromEntries(searchParams), status: 200, type: 'text/plain', body: '', set: (name, value) => void res.setHeader(name, value), req, res };
  await faultMiddleware(context, () => Promise.resolve());
  if (context.respond !== false) res.writeHead(context.status, { 'content-type': context.type }).end(context.body);
  return true;
}
