/**
 * The page document of an example on two datasets: its rows in memory, and the same rows in a real ClickHouse. 5,979 food businesses and 33,108
 * inspections, with fields worked out and joined both ways; nothing but the tags of the two datasets is another.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasClickHouse, startClickHouse, VIEWER, type Server } from './clickhouse.js';
import { openPage, type PicturePage } from './picture-page.js';
import { quiet, viewWords } from '../shared/view-words.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const FILES = ['smc_food_sites.geojson', 'smc_food_inspections.csv'].map((name) => join(ROOT, '..', 'shared', 'data', 'market', name));
const data = FILES.every((path) => existsSync(path));
if (!data) console.log('skipped: 没有 ../shared/data/market 的真实检查数据 / no real inspections in ../shared/data/market');
const here = data && hasClickHouse();

interface Site {
  readonly id: string;
  readonly properties: Readonly<Record<string, string | number>>;
  readonly geometry: { readonly coordinates: readonly [number, number] } | null;
}

const MARKET = join(ROOT, 'examples', 'market');
/** The elements of the page, without its own code. */
const ENTRY = [...readFileSync(join(MARKET, 'main.ts'), 'utf8').matchAll(/^import '(@yizhangtu\/[^']+)';$/gm)].map(([, name]) => `import '${name}';`).join('\n');
const [, VIEW = ''] = /<template id="food-view">([^]*?)<\/template>/.exec(readFileSync(join(MARKET, 'index.html'), 'utf8')) ?? [];
// What the page's own code works out is not part of the document: who lies in the county, and hot spots.
const DOCUMENT = VIEW.replace(/<yzt-filter [^>]*field="located"[^>]*><\/yzt-filter>/, '').replace(' from-address', '');

/** The document with other tags of its two datasets. */
function documentOn(tags: Readonly<Record<string, string>>): string {
  return Object.entries(tags).reduce((html, [id, tag]) => {
    const [opening = '', schema = ''] = new RegExp(`<yzt-dataset id="${id}"[^>]*schema="([^"]+)"[^>]*>`).exec(html) ?? [];
    const [name] = tag.split(' ');
    const end = html.indexOf('</yzt-dataset>', html.indexOf(opening));
    return `${html.slice(0, html.indexOf(opening))}<${tag} id="${id}" schema="${schema}">${html.slice(html.indexOf(opening) + opening.length, end)}</${name}>${html.slice(end + '</yzt-dataset>'.length)}`;
  }, DOCUMENT);
}

const MEMORY = documentOn({ 'food-sites': 'yzt-dataset src="/sites.geojson"', 'food-checks': 'yzt-dataset src="/checks.json"' });
const SERVER = documentOn({
  'food-sites': 'yzt-remote-dataset src="/clickhouse/" table="food.sites" id-field="site"',
  'food-checks': 'yzt-remote-dataset src="/clickhouse/" table="food.checks" id-field="id"',
});

let server: Server;
let shown: PicturePage;

beforeAll(async () => {
  if (!here) return;
  server = await startClickHouse();
  const [first = '', second = ''] = FILES.map((path) => readFileSync(path, 'utf8'));
  const { features } = JSON.parse(first) as { features: Site[] };
  const sites = features.map(({ id, properties, geometry }) => ({ ...properties, site: id, lon: geometry?.coordinates[0] ?? null, lat: geometry?.coordinates[1] ?? null }));
  const checks = second.trim().split(/\r?\n/).slice(1).map((line, id) => {
    const [site_id = '', date = '', result, reason, violations] = line.split(',');
    return { id, site_id, date, result_code: Number(result), reason_code: Number(reason), violations: Number(violations) };
  });
  await server.run('CREATE DATABASE food');
  await server.run(`CREATE TABLE food.sites (site String, name Nullable(String), address Nullable(String), city Nullable(String), zip Nullable(String), last_date Date, last_result_code UInt8, last_violations UInt16, inspections UInt16, violations_total UInt16,
    high_risk_violations UInt16, lon Nullable(Float64), lat Nullable(Float64)) ENGINE = MergeTree PARTITION BY tuple() ORDER BY site`);
  await server.run('CREATE TABLE food.checks (id UInt32, site_id String, date Date, result_code UInt8, reason_code UInt8, violations UInt16) ENGINE = MergeTree PARTITION BY tuple() ORDER BY id');
  for (const [table, rows] of [['sites', sites], ['checks', checks]] as const) await server.run(`INSERT INTO food.${table} FORMAT JSONEachRow\n${rows.map((row) => JSON.stringify(row)).join('\n')}`);
  shown = await openPage(
    { '/clickhouse/': server.url.replace(/\/?$/, '/') },
    {
      entry: `${ENTRY}\nimport '@yizhangtu/data/remote-dataset'; import './examples/market/schemas.ts';`,
      last: 'yzt-share-tool',
      headers: VIEWER,
      files: { '/sites.geojson': JSON.stringify({ type: 'FeatureCollection', features: features.map((one) => ({ ...one, type: 'Feature', properties: { ...one.properties, site: one.id } })) }), '/checks.json': JSON.stringify(checks), '/data/bay-counties.geojson': readFileSync(join(MARKET, 'data', 'bay-counties.geojson'), 'utf8') },
      size: { width: 1440, height: 900 },
    },
  );
});

afterAll(async () => {
  await shown?.stop();
  await server?.stop();
});

interface PageDataset {
  readonly dataset: { readonly rowCount: number; setFilter(key: string, filter: unknown): void };
}

/** Waits until nothing is under way any more. */
async function settled(): Promise<void> {
  await shown.page.evaluate(async () => {
    const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
    const ids = ['food-sites', 'food-checks'];
    while (!ids.every((id) => (document.getElementById(id) as unknown as PageDataset | null)?.dataset.rowCount)) await pause(50);
  });
  await quiet(shown.page, 'body');
}

async function open(html: string): Promise<void> {
  await shown.page.evaluate((inner) => (document.body.innerHTML = inner), html);
  await settled();
}

/** Does the same to both documents. */
async function both(act: () => Promise<unknown>): Promise<readonly [memory: string[], server: string[]]> {
  const said: string[][] = [];
  for (const html of [MEMORY, SERVER]) {
    await open(html);
    await act();
    await settled();
    said.push(await viewWords(shown.page, 'body', { legends: true }));
  }
  return said as [string[], string[]];
}

describe.skipIf(!here)('the view of real inspections', () => {
  it('says the same of rows in memory and in ClickHouse', async () => {
    const [memory, there] = await both(() => Promise.resolve());
    expect(memory.length).toBeGreaterThan(15);
    expect(memory.join('\n')).toMatch(/5,979.*\n.*33,108/);
    expect(memory.join('\n')).toMatch(/yzt-legend .*通过（绿牌） 4,860/);
    expect(there).toEqual(memory);
    expect(shown.said.filter((line) => !line.includes('worker-unavailable'))).toEqual([]);
  });

  it('under filters of both, whose figures each has from the other', async () => {
    const [memory, there] = await both(() => shown.page.evaluate(() => {
      const [sites, checks] = ['food-sites', 'food-checks'].map((id) => (document.getElementById(id) as unknown as PageDataset).dataset);
      sites?.setFilter('town', { kind: 'in', field: 'town', values: ['REDWOOD CITY'] });
      checks?.setFilter('town', { kind: 'in', field: 'town', values: ['REDWOOD CITY'] });
      checks?.setFilter('kind', { kind: 'in', field: 'kind', values: ['4'] });
      // Of complaints alone.
      sites?.setFilter('found', { kind: 'range', field: 'found', min: 3 });
      sites?.setFilter('rate', { kind: 'range', field: 'rate', min: 1.5 });
    }));
    expect(there).toEqual(memory);
    expect(memory.join('\n')).toMatch(/共 9 家食品企业.*违规项数：3以上 平均每次检查违规：1.5以上/);
  });

  it('and of one business with all its inspections', async () => {
    const [memory, there] = await both(() => shown.page.evaluate(async () => {
      const profile = document.querySelector('yzt-entity-profile') as unknown as { code: string };
      profile.code = 'PR0000114';
      await new Promise((resolve) => setTimeout(resolve, 400));
    }));
    expect(memory.find((line) => line.startsWith('yzt-entity-profile'))).toMatch(/HOLA MEXICAN.*违规 9 项/);
    expect(there).toEqual(memory);
  });
});
