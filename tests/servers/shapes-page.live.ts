/**
 * One page document on lines and polygons in memory, and on a real MapServer by WFS and by OGC API: layers coloured by a worked-out field, a
 * chart grouped by it, a table, a filter and a popup. Nothing but the tag of the dataset is another.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomSource } from '../../tools/data/random.mjs';
import { difference, keep, openMap, settled, type PageDataset, type PageMap } from './map-page.js';
import { hasMapServer, mapServerOf, type MapServer } from './mapserver.js';
import { openPage, type PicturePage } from './picture-page.js';

const here = hasMapServer();
const EXTENT = [119, 35, 122, 38] as const;
const ENTRY = `import '@yizhangtu/data/dataset'; import '@yizhangtu/data/remote-dataset'; import '@yizhangtu/data/field'; import '@yizhangtu/map/map'; import '@yizhangtu/map/line-layer';
  import '@yizhangtu/map/polygon-layer'; import '@yizhangtu/charts/bar-chart'; import '@yizhangtu/widgets/feature-table'; import '@yizhangtu/widgets/filter'; import '@yizhangtu/widgets/popup';`;
const FIELDS = '<yzt-field name="density" label="密度" expression="round(people / areaHa, 1)"></yzt-field><yzt-field name="grade" label="级别" expression="if(density >= 30, \'密\', if(missing(density), null, \'疏\'))"></yzt-field>';
const LAYERS = {
  polygon: '<yzt-polygon-layer dataset="rows" symbology="class:grade" label="地块"><yzt-popup fields="name grade density"></yzt-popup></yzt-polygon-layer>',
  line: '<yzt-line-layer dataset="rows" symbology="class:grade" width="5" label="道路"></yzt-line-layer>',
} as const;
const VIEWS = `<yzt-bar-chart dataset="rows" group-by="grade" measure="sum:people" style="display:block;height:200px"></yzt-bar-chart>
  <yzt-filter dataset="rows" field="grade"></yzt-filter><yzt-feature-table dataset="rows" fields="name people density grade" sort="density" style="display:block;height:900px"></yzt-feature-table>`;

/** How far two pictures of the same shapes may be apart: there are two painters of them, whose edges differ by a shade, and which one draws is a matter of time. */
const EDGES = 1.5;

type Shape = keyof typeof LAYERS;

/** Where a row begins, ten to a line. */
const cornerOf = (id: number): [number, number] => [120.05 + (id % 10) * 0.04, 36.22 + Math.floor(id / 10) * 0.04];

function geometryOf(shape: Shape, id: number, next: () => number): object {
  const [west, south] = cornerOf(id);
  const at = (x: number, y: number): [number, number] => [Number((west + x * 0.03 + next() * 0.004).toFixed(6)), Number((south + y * 0.03 + next() * 0.004).toFixed(6))];
  if (shape === 'line') return id % 5 === 0 ? { type: 'MultiLineString', coordinates: [[at(0, 0), at(0.4, 0.3)], [at(0.6, 0.6), at(1, 1)]] } : { type: 'LineString', coordinates: [at(0, 0), at(0.5, 0.8), at(1, 0.2)] };
  const square = (from: number, to: number): [number, number][] => {
    const corners = [at(from, from), at(to, from), at(to, to), at(from, to)];
    return [...corners, corners[0] as [number, number]];
  };
  if (id % 7 === 0) return { type: 'MultiPolygon', coordinates: [[square(0, 0.4)], [square(0.6, 1)]] };
  return { type: 'Polygon', coordinates: id % 3 === 0 ? [square(0, 1), square(0.4, 0.6).reverse()] : [square(0, 1)] };
}

/** Seeded rows, every tenth without people. */
function geoJson(shape: Shape): string {
  const next = randomSource(7);
  const features = Array.from({ length: 60 }, (_, id) => ({ type: 'Feature', id, geometry: geometryOf(shape, id, next), properties: { id, name: `示例 ${id}`, people: id % 10 === 9 ? null : Math.round(next() * 4000), areaHa: 20 + Math.round(next() * 80) } }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

const FILES = { polygon: geoJson('polygon'), line: geoJson('line') };
let server: MapServer;
let shown: PicturePage;

beforeAll(async () => {
  if (!here) return;
  const fields = [{ name: 'name', type: 'Character' }, { name: 'people', type: 'Integer' }, { name: 'areaHa', type: 'Integer' }] as const;
  server = await mapServerOf([{ name: 'polygon', shape: 'POLYGON', extent: EXTENT, fields, geojson: FILES.polygon }, { name: 'line', shape: 'LINE', extent: EXTENT, fields, geojson: FILES.line }], '/maps/');
  shown = await openPage({ '/maps/': server.url }, { entry: ENTRY, last: 'yzt-popup', files: { '/polygon.geojson': FILES.polygon, '/line.geojson': FILES.line }, size: { width: 640, height: 1700 } });
});

afterAll(async () => {
  await shown?.stop();
  await server?.stop();
});

const datasets = (shape: Shape): Record<'memory' | 'wfs' | 'ogc-api' | 'few', string> => ({
  memory: `<yzt-dataset id="rows" src="/${shape}.geojson">${FIELDS}</yzt-dataset>`,
  wfs: `<yzt-remote-dataset id="rows" engine="wfs" src="/maps/wfs" table="${shape}" id-field="id">${FIELDS}</yzt-remote-dataset>`,
  'ogc-api': `<yzt-remote-dataset id="rows" engine="ogc-api" src="/maps/ogcapi" table="${shape}" id-field="id">${FIELDS}</yzt-remote-dataset>`,
  few: `<yzt-remote-dataset id="rows" engine="wfs" src="/maps/wfs" table="${shape}" id-field="id" row-limit="20">${FIELDS}</yzt-remote-dataset>`,
});

/** Words of an element, as they are shown. */
function wordsOf(tag: string): Promise<string> {
  return shown.page.evaluate((name) => {
    const words = (node: Node): string => {
      if (node instanceof Text) return node.data;
      if (node instanceof Element && /^(style|script)$/i.test(node.localName)) return '';
      return [...((node as Element).shadowRoot?.childNodes ?? []), ...node.childNodes].map(words).join(' ');
    };
    return words(document.querySelector(name) as Element).replace(/\s+/g, ' ').trim();
  }, tag);
}

/** What the popup says of the row whose middle is clicked. */
async function popupOf(id: number): Promise<string> {
  const [west, south] = cornerOf(id);
  const [x, y] = await shown.page.evaluate((place) => {
    const map = document.querySelector('yzt-map') as unknown as PageMap;
    const { left, top } = map.getBoundingClientRect();
    const [px, py] = map.pixelOf(place);
    return [left + px, top + py] as const;
  }, [west + 0.01, south + 0.01] as const);
  await shown.page.mouse.click(x, y);
  await shown.page.waitForFunction(() => document.querySelector('yzt-popup')?.shadowRoot?.textContent?.includes('示例'));
  const words = await wordsOf('yzt-popup');
  // What is hovered, on the map or in the table, or chosen looks different.
  await shown.page.keyboard.press('Escape');
  await shown.page.mouse.move(636, 4);
  return words;
}

const filterGrade = (): Promise<void> => shown.page.evaluate(() => (document.querySelector('#rows') as unknown as PageDataset).dataset.setFilter('grade', { kind: 'in', field: 'grade', values: ['密'] }));

/** Everything the page shows, unfiltered and filtered by the worked-out field. */
async function seen(shape: Shape, dataset: string, name: string): Promise<unknown> {
  await openMap(shown.page, { dataset, layer: LAYERS[shape], beside: VIEWS });
  const classes = await keep(shown.page, `${name} all`);
  const views = async (): Promise<string[]> => [await wordsOf('yzt-bar-chart'), await wordsOf('yzt-feature-table'), await wordsOf('yzt-filter')];
  const before = await views();
  const popup = shape === 'polygon' ? await popupOf(22) : undefined;
  await filterGrade();
  await settled(shown.page);
  await keep(shown.page, `${name} less`);
  return { classes, before, popup, after: await views() };
}

describe.skipIf(!here).each(['polygon', 'line'] as const)('a page of %ss with a worked-out field', (shape) => {
  it.each(['wfs', 'ogc-api'] as const)('shows by %s what the same page of rows in memory shows, filtered by it and not', async (kind) => {
    shown.said.length = 0;
    const ours = await seen(shape, datasets(shape).memory, 'ours');
    const theirs = await seen(shape, datasets(shape)[kind], 'theirs');
    expect(JSON.stringify(ours)).toMatch(/密.*疏/);
    expect(theirs).toEqual(ours);
    expect(await difference(shown.page, 'ours all', 'ours less')).toBeGreaterThan(5);
    expect(await difference(shown.page, 'ours all', 'theirs all')).toBeLessThanOrEqual(EDGES);
    expect(await difference(shown.page, 'ours less', 'theirs less')).toBeLessThanOrEqual(EDGES);
    expect(shown.said.filter((line) => !/willReadFrequently/.test(line))).toEqual([]);
  });

  it('shows on its rows what is worked out, though more rows than may come are in the table, and refuses by name what takes all of them', async () => {
    const layer = LAYERS[shape].replace('class:grade', 'fixed:data-1');
    const beside = VIEWS.replace('sort="density"', '');
    await openMap(shown.page, { dataset: datasets(shape).memory, layer, beside });
    const ours = await wordsOf('yzt-feature-table');
    await openMap(shown.page, { dataset: datasets(shape).few, layer, beside });
    expect(await wordsOf('yzt-feature-table')).toBe(ours);
    expect(ours).toMatch(/示例 1 .* 密/);
    shown.said.length = 0;
    await filterGrade();
    await expect.poll(() => wordsOf('yzt-feature-table'), { timeout: 10_000 }).toMatch(/「grade」是页面里算的字段.*60 行.*row-limit（20）/);
    await shown.page.waitForTimeout(1000);
    expect(shown.said.filter((line) => line.includes('-layer>')).length, 'the layer says it once').toBe(1);
  });
});
