import { expect } from '@open-wc/testing';
import './index.js';
import { paintedPixels, pixelAt } from '../data-layer/layer-picture.fixture.js';
import { Dataset } from '@yizhangtu/data/model';
import { redrawn, spots, SPOTS, surfaceOn } from '../surface/surface.fixture.js';
import type { YztHexbinLayer } from './index.js';

const at = (spot: number) => [SPOTS[spot]?.[0] ?? 0, SPOTS[spot]?.[1] ?? 0] as const;
const hexbin = (attributes: Readonly<Record<string, string>> = {}, data = spots()) => surfaceOn<YztHexbinLayer>('yzt-hexbin-layer', data, attributes);

describe('yzt-hexbin-layer', () => {
  it('counts rows in cells and shades them by class', async () => {
    const { map, layer } = await hexbin({ size: '1km', breaks: '5,20:blues', 'fill-opacity': '1' });
    const model = layer.symbologyModel;
    expect(model?.classes.map(({ label }) => label.zh)).to.deep.equal(['1–4', '5–19', '20 及以上']);
    expect(model?.counts).to.deep.equal([1, 1, 2]);
    const [r, g, b] = await pixelAt(map, layer, at(1));
    expect(`#${[r, g, b].map((value) => (value as number).toString(16).padStart(2, '0')).join('')}`).to.equal(model?.classes[2]?.color);
    expect((await pixelAt(map, layer, [120.41, 36.09]))[3]).to.equal(0);
  });

  it('answers a pixel with the whole cell: rows, number, true area', async () => {
    const { map, layer } = await hexbin({ size: '1km' });
    const pixel = map.pixelOf(at(1)) as [number, number];
    const [hit, ...more] = layer.hitsAt(pixel);
    expect(more).to.have.length(0);
    expect(hit?.bin?.count).to.equal(20);
    expect([...(hit?.bin?.rows ?? [])]).to.deep.equal(Array.from({ length: 20 }, (_, i) => 60 + i));
    expect(hit?.bin?.areaKm2).to.be.closeTo(Math.sqrt(3) / 2, 1e-9);
    expect(hit?.bin?.facts.map(({ value }) => value.zh)[0]).to.equal('20');
    expect(layer.hitsAt(map.pixelOf([120.41, 36.09]) as [number, number])).to.deep.equal([]);
  });

  it('selects the rows of a cell by a click, and marks the cell of a selected row', async () => {
    const data = spots();
    const { map, layer } = await hexbin({ size: '1km', 'no-hover': '' }, data);
    const bare = await paintedPixels(map, layer);
    const [x, y] = map.pixelOf(at(2)) as [number, number];
    const viewport = map.olMap.getViewport() as HTMLElement;
    const target = viewport.getBoundingClientRect();
    for (const type of ['pointerdown', 'pointerup', 'click'])
      viewport.querySelector('canvas')?.dispatchEvent(
        new PointerEvent(type, { clientX: target.left + x, clientY: target.top + y, bubbles: true, pointerId: 1, isPrimary: true, button: 0 }),
      );
    await new Promise((resolve) => setTimeout(resolve, 400));
    await redrawn(map, layer);
    expect([...data.selection]).to.deep.equal([80, 81, 82, 83, 84]);
    expect(await paintedPixels(map, layer)).to.be.greaterThan(bare);
  });

  it('follows filters with a recount and another look without one', async () => {
    const data = spots();
    const { map, layer } = await hexbin({ size: '1km', breaks: '5,20:blues' }, data);
    const counts = layer.symbologyModel?.counts;
    layer.breaks = '5,20:reds';
    await redrawn(map, layer);
    // The very array: nothing was counted again.
    expect(layer.symbologyModel?.counts).to.equal(counts);
    data.setFilter('spot', { kind: 'in', field: 'spot', values: ['甲', '丙'] });
    await redrawn(map, layer);
    expect(layer.symbologyModel?.counts).to.deep.equal([0, 1, 1]);
    expect((await pixelAt(map, layer, at(1)))[3]).to.equal(0);
  });

  it('does not tell cells with few rows, nor gives them away', async () => {
    const data = spots();
    const { map, layer } = await hexbin({ size: '1km', 'suppress-below': '6' }, data);
    const pixel = map.pixelOf(at(2)) as [number, number];
    expect(layer.hitsAt(pixel)).to.deep.equal([]);
    const bin = layer.binAt(pixel);
    expect([bin?.suppressed, bin?.rows.length, bin?.count, bin?.value]).to.deep.equal([true, 0, NaN, NaN]);
    expect(bin?.facts[0]?.value.zh).to.equal('少于 6 条，不公布');
    expect(layer.symbologyModel?.classes.map(({ label }) => label.zh).pop()).to.equal('少于 6 条，不公布');
    expect(layer.symbologyModel?.counts?.slice(-1)).to.deep.equal([2]);
    expect((await pixelAt(map, layer, at(2)))[3]).to.be.greaterThan(0);
    expect(layer.rowsIn([120, 35, 121, 37])).to.have.length(80);
  });

  it('has cells of a size on the screen too, the same at every zoom', async () => {
    const { map, layer } = await hexbin({ size: '40px' });
    const area = () => layer.binAt(map.pixelOf(at(0)) as [number, number])?.areaKm2 ?? NaN;
    const before = area();
    map.zoom = 12;
    await redrawn(map, layer);
    expect(before / area()).to.be.closeTo(4, 0.01);
  });

  it('measures a field: sum, mean, least, largest; cells without a value say so', async () => {
    const { map, layer } = await hexbin({ size: '1km', measure: 'sum:area' });
    const value = (spot: number) => layer.binAt(map.pixelOf(at(spot)) as [number, number])?.value;
    expect([value(0), value(1), value(2), value(3)]).to.deep.equal([6000, 20, 5, NaN]);
    layer.measure = 'mean:area';
    await redrawn(map, layer);
    expect([value(0), value(1)]).to.deep.equal([100, 1]);
    expect(layer.symbologyModel?.classes.map(({ label }) => label.zh)).to.include('无数据');
  });

  it('is seen on both sides of 180° and in every world', async () => {
    const data = Dataset.fromColumns({ coordinates: Float64Array.of(179.99, 0, -179.99, 0), columns: {} });
    const { map, layer } = await hexbin({ size: '20km' }, data);
    map.center = [180, 0];
    await redrawn(map, layer);
    for (const lon of [179.99, -179.99]) expect(layer.binAt(map.pixelOf([lon, 0]) as [number, number])?.count ?? 0, String(lon)).to.be.greaterThan(0);
    expect(await paintedPixels(map, layer)).to.be.greaterThan(1000);
  });

  it('keeps popups true while a filter moves', async () => {
    const data = spots();
    const { map, layer } = await hexbin({ size: '20km' }, data);
    const bin = layer.hitsAt(map.pixelOf(at(0)) as [number, number])[0]?.bin;
    const before = bin?.count ?? 0;
    data.setFilter('spot', { kind: 'in', field: 'spot', values: ['甲'] });
    await redrawn(map, layer);
    expect(before).to.be.greaterThan(60);
    expect([bin?.count, bin?.rows.length]).to.deep.equal([60, 60]);
  });
});
