import { expect } from '@open-wc/testing';
import { Dataset } from '@yizhangtu/data/model';
import './index.js';
import { mixedShapes, paintedPixels, pixelAt } from '../data-layer/layer-picture.fixture.js';
import { hintsOf } from '../shared/map.fixture.js';
import { redrawn, spots, SPOTS, surfaceOn } from '../surface/surface.fixture.js';
import type { YztGridLayer } from './index.js';

const at = (spot: number) => [SPOTS[spot]?.[0] ?? 0, SPOTS[spot]?.[1] ?? 0] as const;
const grid = (attributes: Readonly<Record<string, string>> = {}, data = spots()) => surfaceOn<YztGridLayer>('yzt-grid-layer', data, attributes);

describe('yzt-grid-layer', () => {
  it('has cells of the asked ground area, drawn as large as that is at the latitude', async () => {
    const { map, layer } = await grid({ size: '2km', 'fill-opacity': '1' });
    const bin = layer.binAt(map.pixelOf(at(0)) as [number, number]);
    expect(bin?.areaKm2).to.be.closeTo(4, 1e-9);
    // In Web Mercator 2 km are 2 474 map metres at 36.07° N: 32.4 px at zoom 11, gaps taken off.
    let width = 0;
    const [lon, lat] = bin?.center ?? [0, 0];
    for (let dx = -30; dx <= 30; dx++) if ((await pixelAt(map, layer, [lon, lat], dx))[3] === 255) width++;
    expect(width).to.be.within(30, 32);
  });

  it('counts lines and polygons where they are, one place a row', async () => {
    const { map, layer } = await grid({ size: '20km' }, mixedShapes());
    expect(layer.symbologyModel?.counts?.reduce((a, b) => a + b)).to.be.greaterThan(0);
    const bin = layer.binAt(map.pixelOf([120.4, 36.06]) as [number, number]);
    expect(bin?.count).to.be.within(1, 4);
  });

  it('counts rows and says so where the field has no numbers', async () => {
    const said = await hintsOf(() => grid({ measure: 'sum:nothing' }));
    expect(said.join()).to.contain('measure').and.to.contain('nothing');
  });

  it('comes back after leaving the page', async () => {
    const { map, layer } = await grid({ size: '1km' });
    const before = await paintedPixels(map, layer);
    layer.remove();
    await new Promise((resolve) => setTimeout(resolve));
    map.append(layer);
    await redrawn(map, layer);
    expect(await paintedPixels(map, layer)).to.equal(before);
  });

  it('turns low and high round on a dark map', async () => {
    const { map, layer } = await grid({ size: '1km', breaks: '5,20:blues' });
    const light = layer.symbologyModel?.classes.map(({ color }) => color);
    document.documentElement.dataset['yztTheme'] = 'dark';
    const { environmentChanged } = await import('@yizhangtu/base/environment');
    environmentChanged();
    await redrawn(map, layer);
    const dark = layer.symbologyModel?.classes.map(({ color }) => color);
    delete document.documentElement.dataset['yztTheme'];
    environmentChanged();
    expect(dark).not.to.deep.equal(light);
    expect(Number.parseInt(dark?.[2]?.slice(1, 3) ?? '', 16)).to.be.greaterThan(Number.parseInt(light?.[2]?.slice(1, 3) ?? '', 16));
  });

  it('counts very many rows in several tasks, and shows the cells before until then', async () => {
    const rows = 100_000;
    const data = Dataset.fromColumns({
      coordinates: Float64Array.from({ length: 2 * rows }, (_, i) => SPOTS[(i >> 1) % 4]?.[i % 2] ?? 0),
      columns: { half: Float64Array.from({ length: rows }, (_, row) => (row < rows / 2 ? 0 : 1)) },
    });
    const { map, layer } = await grid({ size: '40px' }, data);
    const pixel = map.pixelOf(at(1)) as [number, number];
    const value = () => layer.binAt(pixel)?.value;
    await layer.updateComplete;
    await redrawn(map, layer);
    expect(value()).to.equal(rows / 4);
    data.setFilter('half', { kind: 'range', field: 'half', min: 1, max: 1 });
    await data.filtering;
    while (layer.binAt(pixel)?.count !== rows / 8) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(layer.binAt(pixel)?.rows).to.have.length(rows / 8);
    const meanwhile = new Promise((resolve) => {
      new MutationObserver(() => layer.hasAttribute('stale') && resolve(value())).observe(layer, { attributeFilter: ['stale'] });
    });
    // By this clock each step fills a slice.
    const clock = performance.now.bind(performance);
    let ahead = 0;
    performance.now = () => clock() + (ahead += 9);
    try {
      layer.measure = 'mean:half';
      expect(await meanwhile).to.equal(rows / 8);
      await layer.updateComplete;
    } finally {
      performance.now = clock;
    }
    expect(layer.hasAttribute('stale')).to.equal(false);
    expect(value()).to.equal(1);
  });
});
