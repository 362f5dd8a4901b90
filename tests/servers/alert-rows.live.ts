/** The list of warnings on a real ClickHouse is that of the same rows in memory: nothing but the tag of the dataset is another. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasClickHouse, VIEWER, type Server } from './clickhouse.js';
import { openPage, type PicturePage } from './picture-page.js';
import { rows, SCHEMA } from './rows.js';
import { serverWith } from './served.js';

const here = hasClickHouse();
const DATA = rows(30_000);
const ENTRY = `import { registerSchema } from '@yizhangtu/data/model'; import '@yizhangtu/data/dataset'; import '@yizhangtu/data/remote-dataset'; import '@yizhangtu/widgets/alert-list'; registerSchema(${JSON.stringify(SCHEMA)});`;
const LOCAL = '<yzt-dataset id="rows" src="/rows.geojson" schema="test/rows@1"></yzt-dataset>';
const REMOTE = '<yzt-remote-dataset id="rows" engine="clickhouse" src="/clickhouse/" table="demo.rows" id-field="id" schema="test/rows@1"></yzt-remote-dataset>';
// Numbers 1 to 4 are levels, others none; a size says nothing of the state.
const LIST = '<yzt-alert-list lang="zh-CN" dataset="rows" level-field="i" status-field="size" time-field="d" title-field="owner" fields="id n district" limit="300"></yzt-alert-list>';
const FILTERS = [
  ['district', { kind: 'in', field: 'district', values: ['370202', '370211'] }],
  ['i', { kind: 'in', field: 'i', values: [2, 3] }],
] as const;

let server: Server;
let shown: PicturePage;

beforeAll(async () => {
  if (!here) return;
  server = await serverWith(DATA);
  const features = DATA.map(({ id, n, i, d, size, district, owner }) => ({ type: 'Feature', id, geometry: null, properties: { id, n, i, d: d === null ? null : new Date(1000 * d).toISOString(), size, district, owner } }));
  shown = await openPage(
    { '/clickhouse/': server.url.replace(/\/?$/, '/') },
    { entry: ENTRY, last: 'yzt-alert-list', headers: VIEWER, files: { '/rows.geojson': JSON.stringify({ type: 'FeatureCollection', features }) }, size: { width: 640, height: 900 } },
  );
});

afterAll(async () => {
  await shown?.stop();
  await server?.stop();
});

/** The words of the list as soon as they are these. */
async function wordsOf(dataset: string, filters: readonly (readonly [string, unknown])[], wanted: string): Promise<string> {
  await shown.page.evaluate(([tags, all]) => {
    const parsed = new DOMParser().parseFromString(tags, 'text/html').body;
    document.body.replaceChildren(...[...parsed.children].map((one) => document.importNode(one, true)));
    const { dataset: data } = document.getElementById('rows') as unknown as { dataset: { setFilter(key: string, filter: unknown): void } };
    for (const [key, filter] of all) data.setFilter(key, filter);
  }, [dataset + LIST, filters] as const);
  const text = (): Promise<string> => shown.page.evaluate(() => [...(document.querySelector('yzt-alert-list')?.shadowRoot?.querySelectorAll('.level, .notice, .alert, .more') ?? [])].map((one) => (one.textContent ?? '').replace(/\s+/g, ' ')).join('\n'));
  for (let turn = 0; turn < 100 && !(await text()).includes(wanted); turn++) await new Promise((resolve) => setTimeout(resolve, 100));
  return text();
}

describe.skipIf(!here)('warnings on a ClickHouse', () => {
  it('of too many rows are none, with a sentence', async () => {
    expect(await wordsOf(REMOTE, [], '请先筛选')).toMatch(/30,000 行.*请先筛选/);
  });

  it('are those of memory, in their order, counted beyond the filter of their level', async () => {
    const local = await wordsOf(LOCAL, FILTERS, '更多');
    expect(local.length).toBeGreaterThan(5000);
    expect(await wordsOf(REMOTE, FILTERS, '更多')).toBe(local);
  });
});
