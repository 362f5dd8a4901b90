/** One page document on two datasets: rows in memory, and the same rows in a real ClickHouse. Nothing but the tag of the dataset is another. */
// Surfaces of so few rows are single spots, which stand in the middle of a cell of some pixels: the pictures differ by less than three in a hundred.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasClickHouse, VIEWER, type Server } from './clickhouse.js';
import { difference, keep, openMap, settled, type PageDataset, type PageLayer, type PageMap } from './map-page.js';
import { openPage, type PicturePage } from './picture-page.js';
import { rows, SCHEMA } from './rows.js';
import { serverWith } from './served.js';

const here = hasClickHouse();
const DATA = rows(30_000);
const ENTRY = `import { registerSchema } from '@yizhangtu/data/model'; import '@yizhangtu/data/dataset'; import '@yizhangtu/data/remote-dataset'; import '@yizhangtu/map/map'; import '@yizhangtu/map/point-layer';
  import '@yizhangtu/map/bubble-layer'; import '@yizhangtu/map/pie-layer'; import '@yizhangtu/map/heatmap-layer'; import '@yizhangtu/map/density-layer';
  import '@yizhangtu/widgets/legend'; import '@yizhangtu/widgets/classify'; registerSchema(${JSON.stringify(SCHEMA)});`;
const LOCAL = '<yzt-dataset id="rows" src="/rows.geojson" schema="test/rows@1"></yzt-dataset>';
const REMOTE = '<yzt-remote-dataset id="rows" engine="clickhouse" src="/clickhouse/" table="demo.rows" id-field="id" schema="test/rows@1"></yzt-remote-dataset>';
const LAYERS = {
  point: '<yzt-point-layer dataset="rows" symbology="class:size" label="点"></yzt-point-layer>',
  classed: '<yzt-point-layer dataset="rows" symbology="breaks:n:5:quantile:blues" size-field="i" label="分级"></yzt-point-layer>',
  bubble: '<yzt-bubble-layer dataset="rows" size-field="n" size="24" label="气泡"></yzt-bubble-layer>',
  pie: '<yzt-pie-layer dataset="rows" symbology="fields:n:i" size="24" label="饼"></yzt-pie-layer>',
  heat: '<yzt-heatmap-layer dataset="rows" maximum="4" label="热力"></yzt-heatmap-layer>',
  weighed: '<yzt-heatmap-layer dataset="rows" weight-field="n" maximum="9000" label="加权热力"></yzt-heatmap-layer>',
  density: '<yzt-density-layer dataset="rows" radius="4km" breaks="0.5,1,1.5,2:reds" label="密度"></yzt-density-layer>',
};

/** Layers, and how far their pictures may be apart: mean difference of pixels, 0 to 255. */
const CASES = [
  ['point', 0.01],
  ['classed', 0.01],
  ['bubble', 0.01],
  ['pie', 0.01],
  ['heat', 7],
  ['weighed', 7],
  ['density', 7],
] as const;

let server: Server;
let shown: PicturePage;

beforeAll(async () => {
  if (!here) return;
  server = await serverWith(DATA);
  const features = DATA.map(({ lon, lat, id, t, n, i, size, district, owner, phone, address }) => ({ type: 'Feature', id, geometry: lon === null ? null : { type: 'Point', coordinates: [lon, lat] }, properties: { id, t, n, i, size, district, owner, phone, address } }));
  shown = await openPage(
    { '/clickhouse/': server.url.replace(/\/?$/, '/') },
    { entry: ENTRY, last: 'yzt-classify', headers: VIEWER, files: { '/rows.geojson': JSON.stringify({ type: 'FeatureCollection', features }) }, size: { width: 640, height: 440 } },
  );
});

afterAll(async () => {
  await shown?.stop();
  await server?.stop();
});

async function filtered(): Promise<void> {
  await shown.page.evaluate(() => (document.querySelector('#rows') as unknown as PageDataset).dataset.setFilter('size', { kind: 'in', field: 'size', values: ['大'] }));
  await settled(shown.page);
}

/** Selects a row by what lies at its place on the map. Gives the selected rows as lists and tables see them. */
async function picked(one: (typeof DATA)[number]): Promise<unknown> {
  return shown.page.evaluate(
    ([lonLat, id]) => {
      const map = document.querySelector('yzt-map') as unknown as PageMap;
      const layer = map.firstElementChild as PageLayer;
      const hit = layer.hitsAt(map.pixelOf(lonLat)).find(({ dataset, row }) => dataset.value(row, 'id') === id);
      if (!hit) return undefined;
      hit.dataset.select([hit.row]);
      const { dataset } = document.querySelector('#rows') as unknown as PageDataset;
      return [...dataset.selection].map((row) => ['id', 'owner', 'phone', 'address', 'size', 'n'].map((field) => dataset.value(row, field)));
    },
    [[one.lon as number, one.lat as number] as const, one.id] as const,
  );
}

/** What legend and classifier say, with the colours of the legend. */
async function said(): Promise<string[]> {
  await settled(shown.page);
  return shown.page.evaluate(() =>
    ['yzt-legend', 'yzt-classify'].flatMap((tag) => {
      const root = document.querySelector(tag)?.shadowRoot;
      const words = (root?.textContent ?? '').replace(/\s+/g, ' ');
      return [words, ...Array.from(root?.querySelectorAll('.swatch, .histogram path') ?? [], (one) => `${one.getAttribute('d') ?? ''} ${one.getAttribute('style') ?? ''}`)];
    }),
  );
}

/** Chooses a method of classes, and moves the first limit by a key, as a reader does. */
async function classed(method: string): Promise<void> {
  await shown.page.evaluate((value) => {
    const select = document.querySelector('yzt-classify')?.shadowRoot?.querySelector('.method') as HTMLSelectElement;
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, method);
  await settled(shown.page);
  await shown.page.evaluate(() => document.querySelector('yzt-classify')?.shadowRoot?.querySelector('.handle')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageUp', bubbles: true, cancelable: true })));
}

/** Numbers of the clusters on the map, and what the legend says. */
async function counted(): Promise<{ clusters: number[]; note: string | undefined }> {
  return shown.page.evaluate(() => {
    const layer = document.querySelector('yzt-map')?.firstElementChild as PageLayer;
    const counts = new Map<string, number>();
    for (let x = 0; x < 600; x += 3)
      for (let y = 0; y < 400; y += 3) {
        const cluster = layer.clusterAt([x, y]);
        if (cluster) counts.set(JSON.stringify(cluster), cluster.count);
      }
    return { clusters: [...counts.values()], note: layer.symbologyModel?.leftOut?.zh };
  });
}

describe.skipIf(!here)('a page whose dataset is in ClickHouse', () => {
  it.each(CASES)('shows the %s layer as the same page of rows in memory does, filtered and not', async (name, most) => {
    await openMap(shown.page, { dataset: LOCAL, layer: LAYERS[name] });
    const ours = await keep(shown.page, 'ours');
    await filtered();
    await keep(shown.page, 'less');
    await openMap(shown.page, { dataset: REMOTE, layer: LAYERS[name] });
    const theirs = await keep(shown.page, 'theirs');
    await filtered();
    await keep(shown.page, 'fewer');
    expect(theirs).toBe(ours);
    expect(await difference(shown.page, 'ours', 'less')).toBeGreaterThan(0.5);
    expect(await difference(shown.page, 'ours', 'theirs')).toBeLessThanOrEqual(most);
    expect(await difference(shown.page, 'less', 'fewer')).toBeLessThanOrEqual(most);
  });

  it('picks and selects rows, whose masked fields came masked', async () => {
    const one = DATA.find(({ lon, lat, owner }) => lon !== null && lat !== null && Math.abs(lon - 120.25) < 0.1 && Math.abs(lat - 36.35) < 0.1 && owner === '张三') as (typeof DATA)[number];
    await openMap(shown.page, { dataset: LOCAL, layer: LAYERS.point });
    const ours = await picked(one);
    await openMap(shown.page, { dataset: REMOTE, layer: LAYERS.point });
    expect(await picked(one)).toEqual(ours);
    expect(JSON.stringify(ours)).toContain('张*');
  });

  it('counts what is too many for single points, and says so', async () => {
    await openMap(shown.page, { dataset: REMOTE, layer: LAYERS.point, zoom: 8 });
    const { clusters, note } = await counted();
    const placed = DATA.filter(({ lon }) => lon !== null).length;
    expect(clusters.length).toBeGreaterThan(5);
    expect(clusters.reduce((sum, count) => sum + count, 0)).toBe(placed);
    expect(note).toContain(placed.toLocaleString('en'));
  });
});

describe.skipIf(!here)('a page with a legend and a classifier whose dataset is in ClickHouse', () => {
  it('has the legend and the classifier of the same page, and the map follows what is chosen', async () => {
    const steps: (() => Promise<unknown>)[] = [async () => undefined, filtered, () => classed('equal'), () => classed('stdev')];
    const run = async (dataset: string, name: string): Promise<string[][]> => {
      await openMap(shown.page, { dataset, layer: LAYERS.classed.replace(' ', ' id="layer" '), beside: '<yzt-legend for="map"></yzt-legend><yzt-classify layer="layer"></yzt-classify>' });
      const all: string[][] = [];
      for (const step of steps) {
        await step();
        all.push(await said());
        await keep(shown.page, `${name}${all.length}`);
      }
      return all;
    };
    const ours = await run(LOCAL, 'here');
    const theirs = await run(REMOTE, 'there');
    expect(theirs).toEqual(ours);
    expect(new Set(ours.map((one) => JSON.stringify(one))).size).toBe(4);
    for (const step of [1, 2, 3, 4]) expect(await difference(shown.page, `here${step}`, `there${step}`), String(step)).toBeLessThanOrEqual(0.01);
  });
});
