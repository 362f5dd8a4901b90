/** A layer of ArcGIS over rows in memory, by `fetch`, written by hand after the ArcGIS REST API, with the habits that real servers have. 示例数据. */
export interface Habits {
  /** Knows pages (10.3 and later). */
  readonly paged?: boolean;
  /** Says that it knows pages, and gives the first again and again. */
  readonly ignoresOffset?: boolean;
  /** Number of the layer's system. Default 4490. */
  readonly wkid?: number;
  readonly geometry?: (n: number) => unknown;
  /** What is answered to everything. */
  readonly error?: { readonly code: number; readonly message: string; readonly details?: readonly string[] };
}

export const COUNT = 2500;
export const CAP = 1000;

export const placeOf = (n: number): readonly [number, number] => [120 + (n % 50) / 100, 36 + Math.floor(n / 50) / 100];

const json = (body: unknown): Response => new Response(JSON.stringify(body), { headers: { 'content-type': 'text/plain;charset=utf-8' } });

function layer({ paged = true, wkid = 4490 }: Habits): object {
  return {
    currentVersion: paged ? 10.9 : 10.1, id: 0, name: '地块', type: 'Feature Layer', geometryType: 'esriGeometryPoint', displayField: 'MC', objectIdField: 'OBJECTID', capabilities: 'Map,Query,Data', maxRecordCount: CAP,
    extent: { xmin: 120, ymin: 36, xmax: 121, ymax: 37, spatialReference: { wkid, latestWkid: wkid } },
    ...(paged && { advancedQueryCapabilities: { supportsPagination: true } }),
    typeIdField: 'KIND', types: [{ id: 1, name: '公园' }, { id: 2, name: '广场' }],
    fields: [
      { name: 'OBJECTID', type: 'esriFieldTypeOID', alias: 'OBJECTID' },
      { name: 'MC', type: 'esriFieldTypeString', alias: '名称' },
      { name: 'KIND', type: 'esriFieldTypeSmallInteger', alias: '类型' },
      { name: 'DLBM', type: 'esriFieldTypeString', alias: '地类', domain: { type: 'codedValue', codedValues: [{ code: '0101', name: '水田' }, { code: '0810', name: '公园与绿地' }] } },
      { name: 'RQ', type: 'esriFieldTypeDate', alias: '日期' },
      { name: 'SJ', type: 'esriFieldTypeDate', alias: '时间' },
      { name: 'Shape', type: 'esriFieldTypeGeometry', alias: 'Shape' },
      { name: 'Shape_Area', type: 'esriFieldTypeDouble', alias: 'Shape_Area' },
    ],
  };
}

function row(n: number, { geometry }: Habits): object {
  const [x, y] = placeOf(n);
  const attributes = { OBJECTID: n + 1, MC: `示例 ${n}`, KIND: 1 + (n % 2), DLBM: n % 3 === 0 ? '0101' : '0810', RQ: Date.UTC(2024, 0, 1 + (n % 30)), SJ: Date.UTC(2024, 0, 1, 1, 30), Shape_Area: n };
  return { attributes, geometry: geometry ? geometry(n) : { x, y } };
}

function answer(form: URLSearchParams, habits: Habits): object {
  const [west = -180, south = -90, east = 180, north = 90] = (form.get('geometry') ?? '').split(',').filter(Boolean).map(Number);
  const least = Number(/^OBJECTID > (\d+)$/.exec(form.get('where') ?? '')?.[1] ?? 0);
  const ids = form.get('objectIds')?.split(',').map(Number);
  const all = Array.from({ length: COUNT }, (_, n) => n).filter((n) => {
    const [x, y] = placeOf(n);
    return x >= west && x <= east && y >= south && y <= north && n + 1 > least && (!ids || ids.includes(n + 1));
  });
  if (form.get('returnCountOnly') === 'true') return { count: all.length };
  if (form.get('returnIdsOnly') === 'true') return { objectIdFieldName: 'OBJECTID', objectIds: all.map((n) => n + 1).reverse() };
  const start = habits.ignoresOffset || habits.paged === false ? 0 : Number(form.get('resultOffset') ?? 0);
  const size = Math.min(CAP, Number(form.get('resultRecordCount') ?? CAP));
  const page = all.slice(start, start + size);
  return { objectIdFieldName: 'OBJECTID', ...(start + size < all.length && { exceededTransferLimit: true }), features: page.map((n) => row(n, habits)) };
}

/** What answers instead of `fetch`, and what it was asked: a form, or the path of a document. */
export function fakeArcgis(habits: Habits = {}): { readonly fetch: typeof fetch; readonly asked: { readonly path: string; readonly form: URLSearchParams }[] } {
  const asked: { readonly path: string; readonly form: URLSearchParams }[] = [];
  return {
    asked,
    fetch: (input, init) => {
      const url = new URL(input as string);
      const form = new URLSearchParams(typeof init?.body === 'string' ? init.body : url.search);
      asked.push({ path: url.pathname, form });
      if (habits.error) return Promise.resolve(json({ error: habits.error }));
      if (url.pathname.endsWith('/query')) return Promise.resolve(json(answer(form, habits)));
      return Promise.resolve(json(/\/\d+$/.test(url.pathname) ? layer(habits) : { layers: [{ id: 0, name: '地块' }], tables: [{ id: 1, name: '台账' }] }));
    },
  };
}
