// Sources that are wrong in one way each, and what a page must say and keep. Bodies are text, bytes, or a way to answer.
import { BINARY_FAILING, PACKED } from './binary.mjs';
import { DOCUMENTS_FAILING } from './documents.mjs';

const point = (lon, lat, extra = {}) => ({
  type: 'Feature',
  properties: { name: `点 ${lon}`, kind: '甲' },
  geometry: { type: 'Point', coordinates: [lon, lat] },
  ...extra,
});
const good = (count) => Array.from({ length: count }, (_, i) => point(120.3 + 0.01 * i, 36.1));
const collection = (features, extra = {}) => JSON.stringify({ type: 'FeatureCollection', ...extra, features });
const geometry = (value) => ({ type: 'Feature', properties: { name: '形', kind: '甲' }, geometry: value });

/** 「编号,名称,经度,纬度\n1,青岛体育馆,120.47,36.08\n2,市南健身中心,120.38,36.06\n」 in GBK, as Excel in China saves it. */
const GBK = Buffer.from(
  'b1e0bac52cc3fbb3c62cbeadb6c82cceb3b6c80a312cc7e0b5bacce5d3fdb9dd2c3132302e34372c33362e30380a322ccad0c4cfbda1c9edd6d0d0c42c3132302e33382c33362e30360a',
  'hex',
);
const UTF8 = '\uFEFF编号,名称,经度,纬度\n1,青岛体育馆,120.47,36.08\n2,市南健身中心,120.38,36.06\n';
/** Bytes that are no text in UTF-8 nor in GB18030. */
const NO_TEXT = Buffer.from('6e616d652c6c6f6e2c6c61740aff80ff2c312c320a', 'hex');
/** The first bytes of an Excel file, and no more, under the name of a CSV. */
const EXCEL = Buffer.from('504b0304140006000800', 'hex');

const nested = (() => {
  let text = '{"type":"Point","coordinates":[120.4,36.1]}';
  for (let i = 0; i < 5000; i++) text = `{"type":"GeometryCollection","geometries":[${text}]}`;
  return `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"深处"},"geometry":${text}},${JSON.stringify(point(120.5, 36.1))}]}`;
})();

/** Sources that cannot be read. `zh` and `en` are words the sentence must hold, besides the tag and the name of the source. */
export const FAILING = {
  'missing.geojson': {
    status: 404,
    code: 'not-found',
    zh: ['不存在（404）', '请检查地址'],
    en: ['does not exist (404)', 'Check the address'],
  },
  'unauthorised.geojson': {
    status: 401,
    code: 'auth',
    zh: ['401', '重新登录', 'resume()'],
    en: ['401', 'resume()'],
  },
  'forbidden.geojson': { status: 403, code: 'forbidden', zh: ['拒绝访问（403）', 'token'], en: ['refused (403)', 'token'] },
  'broken-server.geojson': {
    status: 500,
    code: 'http-error',
    zh: ['返回了 500', '请稍后重试'],
    en: ['answered 500', 'Try again later'],
  },
  'login.geojson': {
    body: '<!DOCTYPE html><html><title>登录</title></html>',
    type: 'text/html',
    code: 'auth',
    zh: ['登录页', '重新登录'],
    en: ['resume()'],
  },
  'exception.geojson': {
    body: '<?xml version="1.0"?><ServiceExceptionReport/>',
    type: 'text/xml',
    code: 'not-json',
    zh: ['XML', '请检查'],
    en: ['XML', 'check'],
  },
  'comma.geojson': {
    body: '{"type":"FeatureCollection",\n "features":[\n  {"type":"Feature",,"geometry":null}\n]}',
    code: 'bad-json',
    zh: ['第 3 行第 21 列', '请重新导出'],
    en: ['line 3, column 21', 'Export it again'],
  },
  'nan.geojson': {
    body: '{"type":"FeatureCollection","features":[\n{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[NaN,36]}}]}',
    code: 'bad-json',
    zh: ['第 2 行第 77 列', '「NaN,36]'],
    en: ['line 2, column 77', 'near "NaN,36]'],
  },
  'truncated.geojson': {
    body: collection(good(20)).slice(0, 1500),
    code: 'bad-json',
    zh: ['第 1 行第 1501 列', '突然结束', '请重新导出'],
    en: ['ends too early at line 1, column 1501', 'Export it again'],
  },
  'nothing.geojson': { body: '', code: 'empty-data', zh: ['是空文件', '请检查地址'], en: ['is empty', 'Check the address'] },
  'topology.geojson': {
    body: '{"type":"Topology","objects":{}}',
    code: 'bad-topojson',
    zh: ['TopoJSON'],
    en: ['TopoJSON'],
  },
  'hang.geojson': {
    hang: true,
    code: 'timeout',
    attributes: 'time-limit="1"',
    zh: ['1 秒内', 'time-limit'],
    en: ['within 1 s', 'time-limit'],
  },
  'half.geojson': {
    body: collection(good(200)),
    cut: true,
    code: 'network',
    zh: ['无法连接', '请检查网络'],
    en: ['cannot be reached', 'Check the network'],
  },
  'crs.geojson': {
    body: collection(good(3), { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::2382' } } }),
    code: 'unknown-crs',
    zh: ['EPSG:2382', '1980 西安', 'setDatumShift()'],
    en: ['EPSG:2382', 'Xian 1980', 'setDatumShift()'],
  },
  'metres.geojson': {
    body: collection([point(40520000, 3995000), point(40530000, 3996000)]),
    code: 'unknown-crs',
    zh: ['以米为单位', '请转换为 EPSG:4326'],
    en: ['look like metres', 'Convert them to EPSG:4326'],
  },
  'page.csv': { body: '<html><body>404</body></html>', type: 'text/html', code: 'web-page', zh: ['网页', '请在浏览器里打开'], en: ['page'] },
  'no-text.csv': {
    body: NO_TEXT,
    type: 'text/csv',
    code: 'bad-encoding',
    zh: ['既不是 UTF-8 也不是 GB18030', '请用 encoding 属性'],
    en: ['neither UTF-8 nor GB18030', 'Name its encoding'],
  },
  'excel.csv': {
    body: EXCEL,
    type: 'text/csv',
    code: 'bad-archive',
    zh: [],
    en: [],
  },
  ...BINARY_FAILING,
  ...DOCUMENTS_FAILING,
};

/** Sources with faults in single features: rows that stay, notes by kind, words of the notes, and what must be drawn. */
export const MENDED = {
  'coordinates.geojson': {
    body: collection([
      ...good(9),
      geometry({ type: 'Point', coordinates: [null, 36] }),
      geometry({ type: 'Point', coordinates: ['120', '36'] }),
      geometry({ type: 'Point', coordinates: {} }),
      geometry({ type: 'Point' }),
    ]),
    rows: 9,
    placed: 9,
    notes: { 'bad-coordinates': 4 },
    zh: '4 个要素坐标无效，已跳过（首个：第 10 个）',
    en: '4 features with invalid coordinates skipped (first: no. 10)',
  },
  'odd-ids.geojson': {
    body: `{"type":"FeatureCollection","features":[${['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'].map((id, i) => `{"type":"Feature","id":"${id}","properties":{"name":"${id}","__proto__":{"polluted":1},"hasOwnProperty":${i},"constructor":"c${i}"},"geometry":{"type":"Point","coordinates":[${120.3 + i * 0.01},36.1]}}`).join()}]}`,
    rows: 5,
    placed: 5,
    notes: {},
    columns: ['name', '__proto__', 'hasOwnProperty', 'constructor'],
  },
  'same-id.geojson': {
    body: collection(good(9).map((one) => ({ ...one, id: 7 }))),
    rows: 9,
    placed: 9,
    notes: { 'duplicate-id': 8 },
    zh: '8 个要素的 id 重复，均已保留（首个：第 2 个）',
    en: '8 features with an id that occurs before; all were kept (first: no. 2)',
  },
  'heights.geojson': {
    body: collection([
      ...good(4),
      geometry({ type: 'Point', coordinates: [120.5, 36.1, 12] }),
      geometry({
        type: 'LineString',
        coordinates: [
          [120.3, 36.1],
          [120.4, 36.1, 5],
          [120.5, 36.2],
        ],
      }),
    ]),
    rows: 6,
    placed: 6,
    notes: {},
  },
  'swapped.geojson': {
    body: collection(
      good(5).map((one) => ({ ...one, geometry: { type: 'Point', coordinates: [...one.geometry.coordinates].reverse() } })),
    ),
    rows: 5,
    placed: 5,
    notes: { swapped: 5 },
    zh: '5 个要素的经纬度颠倒，已交换',
    en: '5 features with latitude and longitude swapped were mended',
  },
  'no-geometry.geojson': {
    body: collection([...good(9), geometry(null)]),
    rows: 10,
    placed: 9,
    notes: { 'no-geometry': 1 },
    zh: '1 个要素没有位置，仅出现在表中',
    en: '1 features without a place; they appear in tables only',
  },
  'null-feature.geojson': {
    body: collection([null, ...good(9), 5, 'x']),
    rows: 9,
    placed: 9,
    notes: { 'not-a-feature': 3 },
    zh: '3 个条目不是要素，已跳过（首个：第 1 个）',
    en: '3 entries that are no features skipped (first: no. 1)',
  },
  'circle.geojson': {
    body: collection([...good(9), geometry({ type: 'Circle', coordinates: [120, 36], radius: 5 })]),
    rows: 9,
    placed: 9,
    notes: { 'unknown-geometry': 1 },
    zh: '1 个要素的几何类型不认识，已跳过',
    en: '1 features of unknown geometry type skipped',
  },
  'empty.geojson': {
    body: collection([]),
    rows: 0,
    placed: 0,
    notes: { 'empty-source': 1 },
    zh: '数据源没有任何记录',
    en: 'The source has no records',
  },
  'open-ring.geojson': {
    body: collection([
      geometry({
        type: 'Polygon',
        coordinates: [
          [
            [120.3, 36.1],
            [120.4, 36.1],
            [120.4, 36.2],
            [120.3, 36.2],
          ],
        ],
      }),
      geometry({
        type: 'Polygon',
        coordinates: [
          [
            [120.3, 36.1],
            [120.4, 36.1],
          ],
        ],
      }),
    ]),
    rows: 1,
    placed: 1,
    notes: { 'ring-closed': 1, 'bad-geometry': 1 },
    zh: '1 个要素的面未闭合，已补上',
    en: '1 features with open rings; the rings were closed',
  },
  'deep.geojson': { body: nested, rows: 2, placed: 2, notes: {} },
  'outside.geojson': {
    body: collection([...good(9), point(720, 36)]),
    rows: 9,
    placed: 9,
    notes: { 'out-of-range': 1 },
    zh: '1 个要素的坐标超出经纬度范围，已跳过',
    en: '1 features outside the range of degrees skipped',
  },
  'gbk.csv': { body: GBK, type: 'text/csv', rows: 2, placed: 2, notes: {}, cell: [0, '名称', '青岛体育馆'] },
  'bom.csv': {
    body: UTF8,
    type: 'text/csv',
    rows: 2,
    placed: 2,
    notes: {},
    columns: ['编号', '名称'],
    cell: [1, '名称', '市南健身中心'],
  },
  'sound.bin': {
    body: PACKED,
    type: 'application/octet-stream',
    rows: 3,
    placed: 3,
    notes: {},
    columns: ['name'],
    cell: [1, 'name', '乙'],
  },
};

export const GOOD = collection(
  Array.from({ length: 40 }, (_, i) =>
    point(120.3 + 0.005 * i, 36.0 + 0.005 * i, { properties: { name: `好点 ${i}`, kind: i % 4 ? '甲' : '乙', area: i } }),
  ),
);
