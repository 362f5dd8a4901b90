import { expect, html, waitUntil } from '@open-wc/testing';
import { toGaussKruger } from '../crs/gauss-kruger.js';
import { paintedPixels, pixelAt } from '../data-layer/layer-picture.fixture.js';
import { askedSince, servicePage, type ServicePage } from '../services/service.fixture.js';
import { readyMap } from '../shared/map.fixture.js';
import './index.js';
import type { YztCogLayer } from './index.js';

/** As tools/cog-faults.mjs makes them. */
const [WEST, NORTH, STEP] = [120.25, 36.2, 0.002];
const at = (column: number, row: number): [number, number] => [WEST + column * STEP, NORTH - row * STEP];
const hex = ([r = 0, g = 0, b = 0]: number[]): string => `#${[r, g, b].map((value) => value.toString(16).padStart(2, '0')).join('')}`;

async function page(attributes: Readonly<Record<string, string>>): Promise<ServicePage<YztCogLayer>> {
  const layer = document.createElement('yzt-cog-layer');
  for (const [name, value] of Object.entries(attributes)) layer.setAttribute(name, value);
  return servicePage('yzt-cog-layer', html`${layer}`, { center: '120.378 36.104', zoom: '10' });
}

/** The map has what it wants, and has drawn it. */
async function drawn({ map, layer }: ServicePage<YztCogLayer>): Promise<void> {
  await waitUntil(async () => layer.rasterBounds !== undefined && (await paintedPixels(map, layer)) > 0 && !layer.loading, 'it is drawn', { timeout: 20_000 });
}

describe('yzt-cog-layer', function () {
  this.timeout(60_000);

  before(async () => {
    await readyMap();
  });

  it('draws the classes of its legend where the numbers are, in every projection, and nothing where there are none', async () => {
    const one = await page({ src: '/fault/cog/heights', breaks: '400,800:blues', pixelated: '' });
    const { map, layer, failures } = one;
    await drawn(one);
    const { classes = [], unit, label } = layer.symbologyModel ?? {};
    expect([classes.map((one) => one.label.zh), unit, label?.zh]).to.deep.equal([['400 以下', '400–800', '800 以上'], 'm', '高程']);
    expect(layer.rasterBounds?.map((edge) => Number(edge.toFixed(4)))).to.deep.equal([120.25, 36.008, 120.506, 36.2]);
    for (const projection of ['EPSG:3857', 'EPSG:4490', 'EPSG:4549']) {
      map.projection = projection;
      await map.updateComplete;
      await drawn(one);
      await waitUntil(async () => hex(await pixelAt(map, layer, at(60, 48))) === classes[1]?.color, projection, { timeout: 20_000 });
      for (const [column, band] of [[20, 0], [39, 0], [41, 1], [79, 1], [81, 2], [126, 2]] as const) expect(hex(await pixelAt(map, layer, at(column, 48))), `${projection} ${column}`).to.equal(classes[band]?.color);
      for (const [column, row] of [[8, 6], [14, 10], [-2, 48], [129.5, 48], [60, 97.5]] as const) expect((await pixelAt(map, layer, at(column, row)))[3], `${projection} ${column} ${row}`).to.equal(0);
    }
    expect(failures).to.deep.equal([]);
  });

  it('tells the map when it begins to load and when it has, for lists of layers', async () => {
    const one = await page({ src: '/fault/cog/heights' });
    await drawn(one);
    const { map, layer } = one;
    const heard: boolean[] = [];
    map.addEventListener('yzt-layers-change', () => heard.push(layer.hasAttribute('loading')));
    layer.reload();
    await waitUntil(() => heard.includes(true), 'it loads', { timeout: 20_000 });
    await waitUntil(() => heard[heard.length - 1] === false, 'it has loaded', { timeout: 20_000 });
  });

  it('says the number at a place in full resolution, and nothing where there is none', async () => {
    const one = await page({ src: '/fault/cog/heights' });
    await drawn(one);
    const { layer } = one;
    expect(await layer.valueAt(at(70.5, 40.5))).to.equal(700);
    expect([await layer.valueAt(at(5, 5)), await layer.valueAt(at(-3, 5))]).to.deep.equal([undefined, undefined]);
    // Ten a column: half-way between the middles of two of them, over the edge of a block, and where one of the four is missing.
    const between = await layer.valuesAt([...at(71, 40.5), ...at(64, 33.3), ...at(100.2, 50), ...at(5, 5), ...at(-3, 5)]);
    expect([...between].map((value) => Number(value.toFixed(3)))).to.deep.equal([705, 635, 997, NaN, NaN]);
    const signal = new AbortController().signal;
    const [answer] = (await layer.identifyAt(at(70.5, 40.5), { signal })) ?? [];
    expect(answer?.rows).to.deep.equal([{ label: '高程', value: '700 m' }]);
    expect(await layer.identifyAt(at(5, 5), { signal })).to.deep.equal([]);
    expect([layer.symbologyModel?.kind, layer.symbologyModel?.ramp?.ticks.map(({ label }) => label)]).to.deep.equal(['ramp', ['0', '1,000']]);
  });

  it('works with several bands: an expression, and three of them as an image', async () => {
    const one = await page({ src: '/fault/cog/bands', expression: '(b2 - b1) / (b2 + b1)', 'value-label': '植被指数' });
    await drawn(one);
    const { layer, map } = one;
    const index = (column: number): number => (25 * column) / (2000 + 15 * column);
    expect(await layer.valueAt(at(100.5, 20.5))).to.be.closeTo(index(100), 1e-6);
    expect(layer.symbologyModel?.label.zh).to.equal('植被指数');
    layer.rgbBands = [2, 1, 1];
    layer.range = [0, 4000];
    const wanted = [3000, 500, 500].map((value) => Math.round((255 * value) / 4000));
    await waitUntil(async () => (await pixelAt(map, layer, at(100.5, 20.5))).slice(0, 3).every((value, i) => Math.abs(value - (wanted[i] as number)) <= 2), 'the image', { timeout: 20_000 });
    expect(layer.symbologyModel).to.equal(undefined);
  });

  it('shows an image as it is, clear where it says so, and a palette in a plane of CGCS2000', async () => {
    const one = await page({ src: '/fault/cog/rgb' });
    await drawn(one);
    const { map, layer, failures } = one;
    expect([hex(await pixelAt(map, layer, at(30, 40))), hex(await pixelAt(map, layer, at(100, 40))), (await pixelAt(map, layer, at(30, 90)))[3]]).to.deep.equal(['#ff0000', '#0000ff', 0]);
    layer.valueLabels = new Map([[2, { zh: '林地', en: 'Forest' }]]);
    layer.src = '/fault/cog/classes';
    await waitUntil(() => layer.symbologyModel?.classes.length === 3, 'the palette', { timeout: 20_000 });
    expect(layer.symbologyModel?.classes.map(({ label, color }) => [label.zh, color])).to.deep.equal([['1', '#c80000'], ['林地', '#009600'], ['3', '#0000dc']]);
    await drawn(one);
    // Where a place lies in the plane is worked out apart from OpenLayers.
    for (const place of [[120.365, 36.12], [120.398, 36.105], [120.42, 36.1]] as const) {
      const [x, y] = toGaussKruger(place[0], place[1], 120, 500_000);
      const value = 1 + Math.floor((x - 530_000) / 3000);
      expect([await layer.valueAt(place), y > 3_994_000 && y < 4_000_000, hex(await pixelAt(map, layer, place))]).to.deep.equal([value, true, layer.symbologyModel?.classes[value - 1]?.color]);
    }
    expect(failures).to.deep.equal([]);
  });

  it('heights as light and shadow: the slope that faces away from the sun is dark', async () => {
    const one = await page({ src: '/fault/cog/heights', form: 'shade', 'sun-azimuth': '90', exaggeration: '5' });
    await drawn(one);
    const { map, layer } = one;
    // It rises to the east, so it faces west.
    const dark = await pixelAt(map, layer, at(70, 48));
    layer.sunAzimuth = 270;
    await waitUntil(async () => (await pixelAt(map, layer, at(70, 48)))[0] === 255, 'light', { timeout: 20_000 });
    expect([dark[0], (dark[3] as number) > 40, layer.symbologyModel?.label.zh, layer.symbologyModel?.notes?.[0]?.zh]).to.deep.equal([0, true, '山体阴影', '山体阴影：光照方位 270°，高度角 45°']);
  });

  it('reads a small part of the file where little is seen, and what is kept not again', async () => {
    const one = await page({ src: '/fault/cog/flat', 'min-zoom': '0' });
    const { map, layer, from } = one;
    map.zoom = 15;
    map.center = [120.9, 35.6];
    await drawn(one);
    const before = askedSince(from, '/fault/cog/flat').length;
    map.zoom = 15.4;
    await map.updateComplete;
    await drawn(one);
    expect(askedSince(from, '/fault/cog/flat').length).to.equal(before);
    expect(layer.error).to.equal(undefined);
  });

  it('says what is wrong, once, and goes on when it is mended', async () => {
    const { layer, map, failures } = await page({ src: '/fault/cog/whole/heights' });
    const code = async (act: () => void): Promise<string> => {
      const count = failures.length;
      act();
      await waitUntil(() => failures.length > count, 'it fails', { timeout: 20_000 });
      return failures[count]?.code ?? '';
    };
    await waitUntil(() => failures.length > 0, 'it fails', { timeout: 20_000 });
    expect(failures[0]?.code).to.equal('no-ranges');
    expect(await code(() => (layer.src = '/fault/cog/html'))).to.equal('bad-geotiff');
    expect(await code(() => (layer.src = '/fault/status/404'))).to.equal('not-found');
    expect(await code(() => ([layer.src, layer.crs] = ['/fault/cog/heights', 'EPSG:9999']))).to.equal('unknown-crs');
    expect(await code(() => ([layer.crs, layer.expression] = ['', 'b7 / b1']))).to.equal('unknown-field');
    layer.expression = '';
    await drawn({ layer, map, failures, from: 0 });
    expect([layer.error, failures.length]).to.deep.equal([undefined, 5]);
    expect(await code(() => (layer.breaks = '5:middle'))).to.equal('bad-attribute');
  });
});
