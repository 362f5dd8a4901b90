// @ts-check
// Map and feature services that speak the REST languages of ArcGIS Server and SuperMap iServer, over seeded rows (示例数据), for tests in the browser
// and for stories. Written by hand after the documentation of both; no recording of a real server. Pure: a path and its parameters in, an answer out.

/** @typedef {{ readonly json: unknown } | { readonly picture: { readonly box: readonly [number, number, number, number], readonly size: readonly [number, number], readonly degrees: boolean } } | undefined} RestAnswer */

const KINDS = ['公园', '广场', '绿地'];
const AREAS = [[120.345, 36.065, 0.012], [120.372, 36.064, 0.008], [120.4, 36.085, 0.014], [120.36, 36.1, 0.01], [120.428, 36.11, 0.008], [120.33, 36.12, 0.012]];
/** Places of 300 rows, 20 a line. */
const POINTS = Array.from({ length: 300 }, (_, n) => [Number((120.25 + (n % 20) * 0.013).toFixed(3)), Number((36.02 + Math.floor(n / 20) * 0.01).toFixed(3))]);
const DAY = Date.UTC(2024, 0, 1);
/** One pixel, red: what a legend of a test has. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
/** Pictures of a legend, 20 × 20 pixels of a colour, uncompressed. */
const SWATCHES = ['#8fbf9a', '#e0b36a', '#6f8fb5'];

const FIELDS = [
  { name: 'OBJECTID', type: 'esriFieldTypeOID', alias: 'OBJECTID' },
  { name: 'MC', type: 'esriFieldTypeString', alias: '名称' },
  { name: 'LX', type: 'esriFieldTypeSmallInteger', alias: '类型', domain: { type: 'codedValue', name: 'LX', codedValues: KINDS.map((name, code) => ({ code: code + 1, name })) } },
  { name: 'MJ', type: 'esriFieldTypeDouble', alias: '面积（公顷）' },
  { name: 'JCRQ', type: 'esriFieldTypeDate', alias: '建成日期' },
];

/** @param {number} n @param {number} size */
const attributes = (n, size) => ({ OBJECTID: n + 1, MC: `示例${KINDS[n % 3]} ${n + 1}`, LX: 1 + (n % 3), MJ: size, JCRQ: DAY + n * 86_400_000 });

/** @param {number} x @param {number} y @param {number} size */
const clockwise = (x, y, size) => [[x, y], [x, y + size], [x + size, y + size], [x + size, y], [x, y]];

/** @param {number} n */
function ringsOf(n) {
  const [x = 0, y = 0, size = 0] = AREAS[n] ?? [];
  return [clockwise(x, y, size), clockwise(x + size / 3, y + size / 3, size / 3).reverse()];
}

const SPATIAL = { wkid: 4490, latestWkid: 4490 };
const EXTENT = { xmin: 120.2, ymin: 35.95, xmax: 120.6, ymax: 36.25, spatialReference: SPATIAL };

/** @param {number} id */
const esriLayer = (id) => ({
  currentVersion: 10.91, id, name: id === 0 ? '场地' : '绿地', type: 'Feature Layer', geometryType: id === 0 ? 'esriGeometryPoint' : 'esriGeometryPolygon', displayField: 'MC', objectIdField: 'OBJECTID', capabilities: 'Map,Query,Data',
  maxRecordCount: 100, advancedQueryCapabilities: { supportsPagination: true }, extent: EXTENT, fields: FIELDS,
});

/** @param {number} id @param {URLSearchParams} query */
function esriRows(id, query) {
  const [west = -180, south = -90, east = 180, north = 90] = (query.get('geometry') ?? '').split(',').filter(Boolean).map(Number);
  const all = (id === 0 ? POINTS : AREAS).map(([x = 0, y = 0, size = 0], n) => ({ n, x, y, size })).filter(({ x, y, size }) => x + size >= west && x <= east && y + size >= south && y <= north);
  if (query.get('returnCountOnly') === 'true') return { count: all.length };
  const start = Number(query.get('resultOffset') ?? 0);
  const end = start + Math.min(100, Number(query.get('resultRecordCount') ?? 100));
  const features = all.slice(start, end).map(({ n, x, y, size }) => ({ attributes: attributes(n, Math.round(size * size * 1e6) || 1), geometry: id === 0 ? { x, y } : { rings: ringsOf(n) } }));
  return { objectIdFieldName: 'OBJECTID', ...(end < all.length && { exceededTransferLimit: true }), features };
}

/** A cache in degrees: level 9 and on, from a corner of its own. */
const CACHE = { rows: 256, cols: 256, dpi: 96, format: 'PNG', origin: { x: -400, y: 400 }, spatialReference: SPATIAL, lods: Array.from({ length: 9 }, (_, step) => ({ level: step + 9, resolution: 0.00274658203125 / 2 ** step, scale: 1_155_581.108577 / 2 ** step })) };

/** @param {boolean} cached */
const esriMap = (cached) => ({
  currentVersion: 10.91, mapName: '示例数据', copyrightText: '示例数据', singleFusedMapCache: cached, ...(cached && { tileInfo: CACHE, minScale: 1_155_581.108577, maxScale: 4513.988705 }),
  layers: [{ id: 0, name: '场地', defaultVisibility: true }, { id: 1, name: '绿地', defaultVisibility: true }, { id: 2, name: '道路', defaultVisibility: false }],
  spatialReference: SPATIAL, fullExtent: EXTENT, capabilities: 'Map,Query,Data', maxImageHeight: 2048, maxImageWidth: 2048, documentInfo: { Title: '示例数据' },
  timeInfo: { timeExtent: [Date.UTC(2022, 0, 1), Date.UTC(2024, 0, 1)], defaultTimeInterval: 1, defaultTimeIntervalUnits: 'esriTimeUnitsYears' },
});

/** @param {(color: string) => string} swatch */
const esriLegend = (swatch) => ({
  layers: [
    { layerId: 0, layerName: '场地', legend: [{ label: '', url: 'a', imageData: swatch(SWATCHES[2] ?? ''), contentType: 'image/png', width: 20, height: 20 }] },
    { layerId: 1, layerName: '绿地', legend: ['公园', '广场'].map((label, n) => ({ label, url: label, imageData: swatch(SWATCHES[n] ?? ''), contentType: 'image/png', width: 20, height: 20 })) },
    { layerId: 2, layerName: '道路', legend: [{ label: '', url: 'b', imageData: swatch(SWATCHES[0] ?? ''), contentType: 'image/png', width: 20, height: 20 }] },
  ],
});

const FOUND = { results: [{ layerId: 1, layerName: '绿地', displayFieldName: '名称', value: '示例公园 1', attributes: { OBJECTID: '1', 名称: '示例公园 1', LX: '公园', MJ: '1.5', JCRQ: 'Null' } }] };

/** @param {string} path @param {URLSearchParams} query @param {(color: string) => string} swatch @returns {RestAnswer} */
function arcgis(path, query, swatch) {
  if (path.startsWith('/token')) return { json: { error: { code: 499, message: 'Token Required', details: [] } } };
  const [, kind = '', rest = ''] = /^\/(FeatureServer|MapServer|cached\/MapServer)(.*)$/.exec(path) ?? [];
  const cached = kind === 'cached/MapServer';
  const tile = /^\/tile\/(\d+)\/(\d+)\/(\d+)$/.exec(rest);
  if (tile && cached) {
    const [level = 0, row = 0, column = 0] = tile.slice(1).map(Number);
    const size = (256 * 0.00274658203125) / 2 ** (level - 9);
    return { picture: { box: [-400 + column * size, 400 - (row + 1) * size, -400 + (column + 1) * size, 400 - row * size], size: [256, 256], degrees: true } };
  }
  if (rest === '/export') {
    if (query.get('layerDefs')?.includes('FEHLER')) return { json: { error: { code: 400, message: 'Unable to complete operation.', details: ["'layerDefs' parameter is invalid"] } } };
    const [width = 1, height = 1] = (query.get('size') ?? '').split(',').map(Number);
    const [west = 0, south = 0, east = 1, north = 1] = (query.get('bbox') ?? '').split(',').map(Number);
    return { picture: { box: [west, south, east, north], size: [width, height], degrees: query.get('bboxSR') !== '102100' } };
  }
  if (rest === '/legend') return { json: esriLegend(swatch) };
  if (rest === '/identify') return { json: FOUND };
  if (rest === '/layers') return { json: { layers: [esriLayer(0), esriLayer(1)] } };
  const layer = /^\/([01])(\/query)?$/.exec(rest);
  if (layer) return { json: layer[2] ? esriRows(Number(layer[1]), query) : esriLayer(Number(layer[1])) };
  if (rest === '' && kind === 'FeatureServer') return { json: { layers: [{ id: 0, name: '场地' }, { id: 1, name: '绿地' }], tables: [] } };
  return rest === '' && kind !== '' ? { json: esriMap(cached) } : { json: { error: { code: 404, message: 'not found', details: [] } } };
}

const SYSTEM = { epsgCode: 4490, type: 'PCS_EARTH_LONGITUDE_LATITUDE' };
const SUPER_MAP = { name: '示例数据', bounds: { left: 120.2, bottom: 35.95, right: 120.6, top: 36.25 }, prjCoordSys: SYSTEM, coordUnit: 'DEGREE', dpi: 96, visibleScales: [], visibleScalesEnabled: false };
const SUPER_FIELDS = [
  { name: 'SmID', caption: 'SmID', type: 'INT32' },
  { name: 'MC', caption: '名称', type: 'WTEXT' },
  { name: 'LX', caption: '类型', type: 'WTEXT' },
  { name: 'MJ', caption: '面积（公顷）', type: 'DOUBLE' },
];
const RECORDS = { recordsets: [{ datasetName: '绿地@青岛', fields: SUPER_FIELDS.map(({ name }) => name), fieldCaptions: SUPER_FIELDS.map(({ caption }) => caption), fieldTypes: SUPER_FIELDS.map(({ type }) => type), features: [{ ID: 1, fieldNames: ['SmID', 'MC', 'LX', 'MJ'], fieldValues: ['1', '示例公园 1', '公园', '1.5'], geometry: null }] }], totalCount: 1, currentCount: 1 };

/** @param {URLSearchParams} query @param {string} body */
function superRows(query, body) {
  const { leftBottom = { x: -180, y: -90 }, rightTop = { x: 180, y: 90 } } = JSON.parse(body || '{}').bounds ?? {};
  const all = AREAS.map(([x = 0, y = 0, size = 0], n) => ({ n, x, y, size })).filter(({ x, y, size }) => x + size >= leftBottom.x && x <= rightTop.x && y + size >= leftBottom.y && y <= rightTop.y);
  const features = all.slice(Number(query.get('fromIndex')), Number(query.get('toIndex')) + 1).map(({ n, size }) => {
    const rings = ringsOf(n);
    const points = rings.flat().map(([x, y]) => ({ x, y }));
    return { ID: n + 1, fieldNames: ['SMID', 'MC', 'LX', 'MJ'], fieldValues: [String(n + 1), `示例${KINDS[n % 3]} ${n + 1}`, KINDS[n % 3], String(Math.round(size * size * 1e6))], geometry: { type: 'REGION', parts: rings.map((ring) => ring.length), partTopo: [1, -1], points } };
  });
  return { features, totalCount: all.length, featureCount: features.length, featureUriList: [] };
}

/** @param {string} path @param {URLSearchParams} query @param {string} body @returns {RestAnswer} */
function iserver(path, query, body) {
  if (path.startsWith('/data/featureResults')) return { json: superRows(query, body) };
  if (path.endsWith('/fields.json')) return { json: SUPER_FIELDS };
  if (path === `/data/datasources/${encodeURIComponent('青岛')}/datasets/${encodeURIComponent('绿地')}.json`) return { json: { datasetInfo: { type: 'REGION', prjCoordSys: SYSTEM } } };
  const [, rest] = /^\/maps\/qd(.*)$/.exec(path) ?? [];
  if (rest === '.json') return { json: SUPER_MAP };
  if (rest === '/layers.json') return { json: [{ subLayers: { layers: [{ name: '绿地@青岛', visible: true, queryable: true, datasetInfo: { name: '绿地', dataSourceName: '青岛' } }] } }] };
  if (rest === '/queryResults.json') return { json: RECORDS };
  const [width, height] = [Number(query.get('width') ?? 256), Number(query.get('height') ?? 256)];
  if (rest?.startsWith('/image.')) {
    const { leftBottom, rightTop } = JSON.parse(query.get('viewBounds') ?? '{}');
    return { picture: { box: [leftBottom.x, leftBottom.y, rightTop.x, rightTop.y], size: [width, height], degrees: !query.get('prjCoordSys')?.includes('3857') } };
  }
  if (rest?.startsWith('/tileImage.')) {
    const { x, y } = JSON.parse(query.get('origin') ?? '{}');
    const size = (256 * 0.0254) / (Number(query.get('scale')) * 96 * 111_319.490_793_273_58);
    const [column, row] = [Number(query.get('x')), Number(query.get('y'))];
    return { picture: { box: [x + column * size, y - (row + 1) * size, x + (column + 1) * size, y - row * size], size: [width, height], degrees: true } };
  }
  return { json: { succeed: false, error: { code: 404, errorMsg: '资源不存在' } } };
}

/**
 * The answer to a request.
 * @param {string} path Below the root of the services: `/arcgis/MapServer/export`.
 * @param {URLSearchParams} query
 * @param {(color: string) => string} [swatch] A picture of a colour, base64; one pixel without.
 * @param {string} [body] What was posted.
 * @returns {RestAnswer}
 */
export function restAnswer(path, query, swatch = () => PIXEL, body = '') {
  if (path.startsWith('/arcgis/')) return arcgis(path.slice('/arcgis'.length), query, swatch);
  return path.startsWith('/iserver/') ? iserver(path.slice('/iserver'.length), query, body) : undefined;
}
