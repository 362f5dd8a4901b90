import { afterEach, describe, expect, it, vi } from 'vitest';
import { registerCrsTransforms } from '../crs/index.js';
import type { FeatureServiceOptions } from '../remote-features/types.js';
import type { RowsFound } from '../row-source/types.js';
import { iserverRows } from './index.js';
import { OTHER, superGeometry } from './super-geometry.js';

/** A data service of iServer in memory, written by hand after its documentation. 示例数据. */
interface Habits {
  readonly system?: object;
  /** Greatest number of rows it gives. */
  readonly most?: number;
  readonly fails?: object;
  readonly scale?: number;
}
const COUNT = 1200;
const FIELDS = [
  { name: 'SmID', caption: 'SmID', type: 'INT32' },
  { name: 'NAME', caption: '名称', type: 'WTEXT' },
  { name: 'AREA', caption: '面积', type: 'DOUBLE' },
  { name: 'BUILT', caption: '建成', type: 'DATETIME' },
];
const asked: { path: string; body: { getFeatureMode?: string; bounds?: { leftBottom: { x: number; y: number } }; attributeFilter?: string } }[] = [];

function serve({ system = { epsgCode: 4490, type: 'PCS_EARTH_LONGITUDE_LATITUDE' }, most = Infinity, fails, scale = 1 }: Habits): void {
  asked.length = 0;
  vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
    const url = new URL(input);
    const body = (typeof init?.body === 'string' ? JSON.parse(init.body) : {}) as (typeof asked)[number]['body'];
    asked.push({ path: decodeURIComponent(url.pathname), body });
    const answer = (): unknown => {
      if (fails) return { succeed: false, error: fails };
      if (url.pathname.endsWith('/fields.json')) return FIELDS;
      if (!url.pathname.endsWith('featureResults.json')) return { datasetInfo: { type: 'POINT', prjCoordSys: system } };
      const { bounds } = body as { bounds?: { leftBottom: { x: number; y: number }; rightTop: { x: number; y: number } } };
      const rows = Array.from({ length: COUNT }, (_, n) => ({ n, x: (120 + (n % 40) / 100) * scale, y: (36 + Math.floor(n / 40) / 100) * scale })).filter(({ x, y }) => !bounds || (x >= bounds.leftBottom.x && x <= bounds.rightTop.x && y >= bounds.leftBottom.y && y <= bounds.rightTop.y));
      const [from, to] = ['fromIndex', 'toIndex'].map((name) => Number(url.searchParams.get(name))) as [number, number];
      const features = rows.slice(0, most).slice(from, to + 1).map(({ n, x, y }) => ({ ID: n + 1, fieldNames: ['SMID', 'NAME', 'AREA', 'BUILT'], fieldValues: [String(n + 1), `示例 ${n}`, '1.5E3', '2024-01-02'], geometry: { type: 'POINT', parts: [1], points: [{ x, y }] } }));
      return { features, totalCount: rows.length, featureCount: features.length };
    };
    return Promise.resolve(new Response(JSON.stringify(answer())));
  });
}

async function rowsOf(habits: Habits = {}, options: Partial<FeatureServiceOptions> = {}, window?: readonly [number, number, number, number]): Promise<RowsFound> {
  serve(habits);
  return iserverRows({ src: 'http://gis.test/iserver/services/data-qd/rest/data.rjson', table: '青岛:绿地', subject: 'yzt-iserver-features-layer', ...options }).rows({ window, limit: 20_000, signal: new AbortController().signal });
}

afterEach(() => vi.unstubAllGlobals());

describe('rows of iServer', () => {
  it('come whole over pages, x first, words as what they are, under the captions of the fields', async () => {
    const { table } = await rowsOf();
    expect(table.rowCount).toBe(COUNT);
    expect([...(table.geometry as { coordinates: Float64Array }).coordinates].slice(0, 2)).toEqual([120, 36]);
    expect(table.columns.map(({ name, kind }) => [name, kind])).toEqual([['SmID', 'number'], ['NAME', 'text'], ['AREA', 'number'], ['BUILT', 'date']]);
    expect((table.columns[2] as { values: Float64Array }).values[0]).toBe(1500);
    expect(table.schema?.fields.map(({ name, label, internal }) => [name, label?.zh, internal])).toEqual([['SmID', undefined, true], ['NAME', '名称', undefined], ['AREA', '面积', undefined], ['BUILT', '建成', undefined]]);
    expect(table.ids?.[1]).toBe(2);
    expect(asked[0]?.path).toBe('/iserver/services/data-qd/rest/data/datasources/青岛/datasets/绿地.json');
  });

  it('of a window are asked in the system of the dataset and brought to degrees', async () => {
    const transform = Object.assign((places: Float64Array) => places.forEach((value, i) => (places[i] = value / 1000)), { inverse: (places: Float64Array) => places.forEach((value, i) => (places[i] = value * 1000)) });
    const stop = registerCrsTransforms((crs) => (crs === 'EPSG:4549' ? transform : undefined));
    const { table } = await rowsOf({ system: { epsgCode: 4549 }, scale: 1000 }, { filter: "NAME like '示例%'" }, [120.095, 36.095, 120.205, 36.155]);
    stop();
    expect(table.rowCount).toBe(11 * 6);
    const last = asked[asked.length - 1]?.body;
    expect([last?.getFeatureMode, Math.round(last?.bounds?.leftBottom.x ?? 0), last?.attributeFilter]).toEqual(['BOUNDS_ATTRIBUTEFILTER', 120_095, "NAME like '示例%'"]);
  });

  it('are refused by name: a cap, a plane without a number, a session, an error with 200', async () => {
    await expect(rowsOf({ most: 700 })).rejects.toMatchObject({ code: 'query-failed', message: expect.stringContaining('最大返回记录数') as string });
    await expect(rowsOf({ system: { epsgCode: 0, type: 'PCS_NON_EARTH' } })).rejects.toMatchObject({ code: 'unknown-crs' });
    await expect(rowsOf({ fails: { code: 401, errorMsg: '未登录' } })).rejects.toMatchObject({ code: 'auth' });
    await expect(rowsOf({ fails: { code: 400, errorMsg: '数据集 绿地 不存在' } })).rejects.toMatchObject({ code: 'service-exception', message: expect.stringContaining('数据集 绿地 不存在') as string });
    await expect(rowsOf({}, { table: '绿地' })).rejects.toMatchObject({ code: 'bad-attribute' });
  });
});

describe('superGeometry', () => {
  const ring = (x: number, y: number, size: number): { x: number; y: number }[] => [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]].map(([a = 0, b = 0]) => ({ x: a, y: b }));
  const coordinates = (geometry: unknown): unknown => (superGeometry(geometry) as { coordinates?: unknown } | null)?.coordinates;

  it('takes shells and holes as the service says, or by what lies within what', () => {
    const region = { type: 'REGION', parts: [5, 5, 5], points: [...ring(0, 0, 9), ...ring(1, 1, 2), ...ring(20, 0, 3)] };
    const shapes = (geometry: unknown): number[] => (coordinates(geometry) as unknown[][]).map((polygon) => polygon.length);
    expect([shapes({ ...region, partTopo: [1, -1, 1] }), shapes(region), shapes({ ...region, partTopo: [1, 1, 1] })]).toEqual([[2, 1], [2, 1], [1, 1, 1]]);
  });

  it('reads lines, points and words, has no place for nothing, and names the others', () => {
    const points = [{ x: 1, y: 2 }, { x: 3, y: 4 }];
    expect(superGeometry({ type: 'LINE', parts: [2], points })).toEqual({ type: 'LineString', coordinates: [[1, 2], [3, 4]] });
    expect(superGeometry({ type: 'LINEM', parts: [2], points })).toMatchObject({ type: 'LineString' });
    expect(superGeometry({ type: 'TEXT', points: [{ x: 1, y: 2 }] })).toEqual({ type: 'Point', coordinates: [1, 2] });
    expect(superGeometry({ type: 'POINT', points })).toMatchObject({ type: 'MultiPoint' });
    expect([null, { type: 'POINT', points: [] }].map(superGeometry)).toEqual([null, null]);
    expect(superGeometry({ type: 'ARC', points })).toBe(OTHER);
  });
});
