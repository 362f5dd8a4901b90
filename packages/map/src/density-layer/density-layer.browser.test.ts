import { expect } from '@open-wc/testing';
import './index.js';
import { paintedPixels, pixelAt } from '../data-layer/layer-picture.fixture.js';
import { redrawn, spots, SPOTS, surfaceOn } from '../surface/surface.fixture.js';
import type { YztDensityLayer } from './index.js';

const at = (spot: number) => [SPOTS[spot]?.[0] ?? 0, SPOTS[spot]?.[1] ?? 0] as const;
const density = (attributes: Readonly<Record<string, string>> = {}, data = spots()) => surfaceOn<YztDensityLayer>('yzt-density-layer', data, attributes);

/** Middle of a kernel of a radius over `rows` rows, a square kilometre: of a Gaussian, and 12 % lower. */
function peak(rows: number, radiusKm: number): [low: number, high: number] {
  const gauss = rows / (2 * Math.PI * (radiusKm / 3) ** 2);
  return [gauss * 0.84, gauss];
}

describe('yzt-density-layer', () => {
  it('has the rows a square kilometre of ground, in every projection', async () => {
    const { map, layer } = await density({ radius: '1.2km' });
    for (const projection of ['EPSG:3857', 'EPSG:4490']) {
      map.projection = projection;
      await map.updateComplete;
      await redrawn(map, layer);
      for (const spot of [0, 1]) expect(layer.valueAt(at(spot))).to.be.within(...peak(SPOTS[spot]?.[2] ?? 0, 1.2));
      expect(layer.valueAt([120.38, 36.11]) ?? 0).to.equal(0);
    }
  });

  it('shades bands in the colours of its legend, strongest where most rows are', async () => {
    const { map, layer } = await density({ radius: '1.5km', breaks: '2,10,30:reds', 'fill-opacity': '1' });
    const classes = layer.symbologyModel?.classes ?? [];
    expect(classes.map(({ label }) => label.zh)).to.deep.equal(['2–10', '10–30', '30 以上']);
    expect(layer.symbologyModel?.unit).to.equal('个/km²');
    const [r, g, b] = await pixelAt(map, layer, at(0));
    expect(`#${[r, g, b].map((value) => (value as number).toString(16).padStart(2, '0')).join('')}`).to.equal(classes[2]?.color);
    expect((await pixelAt(map, layer, [120.38, 36.11]))[3]).to.equal(0);
  });

  it('keeps its classes while a filter moves', async () => {
    const data = spots();
    const { map, layer } = await density({ radius: '1.5km' }, data);
    const before = layer.symbologyModel;
    const painted = await paintedPixels(map, layer);
    data.setFilter('spot', { kind: 'in', field: 'spot', values: ['乙'] });
    await redrawn(map, layer);
    expect(layer.symbologyModel).to.equal(before);
    expect(await paintedPixels(map, layer)).to.be.lessThan(painted);
    expect((await pixelAt(map, layer, at(0)))[3]).to.equal(0);
  });

  it('draws lines, each with its one number', async () => {
    const { map, layer } = await density({ radius: '1.5km', breaks: '2,10,30' });
    const filled = await paintedPixels(map, layer);
    layer.form = 'lines';
    await redrawn(map, layer);
    expect(await paintedPixels(map, layer)).to.be.within(1, filled - 1);
    expect(layer.symbologyModel?.classes.map(({ label }) => label.zh)).to.deep.equal(['2', '10', '30']);
    expect(layer.symbologyModel?.shape).to.equal('line');
  });

  it('says what it cannot read and draws the usual classes', async () => {
    const errors: string[] = [];
    const listen = (event: Event) => {
      event.preventDefault();
      errors.push((event as CustomEvent<{ code: string }>).detail.code);
    };
    document.addEventListener('yzt-error', listen);
    const { layer } = await density({ breaks: 'nonsense' });
    document.removeEventListener('yzt-error', listen);
    expect(errors).to.deep.equal(['bad-attribute']);
    expect(layer.symbologyModel?.classes.length).to.be.greaterThan(2);
  });

  it('weighs by a field, with its unit', async () => {
    const data = spots();
    data.schema = { id: 'test/spot@1', fields: [{ name: 'area', label: { zh: '面积', en: 'Area' }, unit: '㎡' }] };
    const { layer } = await density({ radius: '1.2km', 'weight-field': 'area' }, data);
    expect(layer.symbologyModel?.unit).to.equal('㎡/km²');
    expect(layer.valueAt(at(0))).to.be.within(...peak(6000, 1.2));
  });
});
