import { expect } from '@open-wc/testing';
import './index.js';
import { paintedPixels, pixelAt } from '../data-layer/layer-picture.fixture.js';
import { hintsOf } from '../shared/map.fixture.js';
import { redrawn, spots, SPOTS, surfaceOn } from '../surface/surface.fixture.js';
import type { YztHeatmapLayer } from './index.js';

const at = (spot: number) => [SPOTS[spot]?.[0] ?? 0, SPOTS[spot]?.[1] ?? 0] as const;
const heat = (attributes: Readonly<Record<string, string>> = {}, data = spots()) => surfaceOn<YztHeatmapLayer>('yzt-heatmap-layer', data, attributes);

describe('yzt-heatmap-layer', () => {
  it('is strongest where most rows are, and leaves the map alone elsewhere', async () => {
    const { map, layer } = await heat();
    const [first, second, empty] = [await pixelAt(map, layer, at(0)), await pixelAt(map, layer, at(1)), await pixelAt(map, layer, [120.38, 36.11])];
    expect(first[3]).to.equal(255);
    expect(second[3]).to.be.greaterThan(100);
    // The ramp runs from yellow to dark red: more rows, less green.
    expect(first[1]).to.be.lessThan(second[1] as number);
    expect(empty[3]).to.equal(0);
  });

  it('follows filters and the scale follows the view', async () => {
    const data = spots();
    const { map, layer } = await heat({}, data);
    expect(layer.symbologyModel?.ramp?.ticks.map(({ label }) => label).pop()).to.equal('60');
    data.setFilter('spot', { kind: 'in', field: 'spot', values: ['乙'] });
    await redrawn(map, layer);
    expect((await pixelAt(map, layer, at(0)))[3]).to.equal(0);
    expect((await pixelAt(map, layer, at(1)))[3]).to.equal(255);
    expect(layer.symbologyModel?.ramp?.ticks.map(({ label }) => label).pop()).to.equal('20');
    expect(layer.symbologyModel?.notes?.[1]?.zh).to.contain('随当前视图变化');
  });

  it('keeps a fixed scale, and says so', async () => {
    const { map, layer } = await heat({ maximum: '200' });
    expect(layer.symbologyModel?.notes?.[1]?.zh).to.contain('固定为 200');
    const pale = await pixelAt(map, layer, at(0));
    layer.maximum = undefined;
    await redrawn(map, layer);
    expect((await pixelAt(map, layer, at(0)))[1]).to.be.lessThan(pale[1] as number);
  });

  it('weighs by a field', async () => {
    const { map, layer } = await heat({ 'weight-field': 'area' });
    expect(layer.symbologyModel?.ramp?.ticks.map(({ label }) => label).pop()).to.equal('6,000');
    expect(layer.symbologyModel?.notes?.[0]?.zh).to.contain('「area」加权');
    expect((await pixelAt(map, layer, at(1)))[3]).to.be.lessThan(10);
  });

  it('reads a radius on the ground, which grows on the screen with the zoom', async () => {
    const { map, layer } = await heat({ radius: '500m' });
    const before = await paintedPixels(map, layer);
    map.zoom = 12;
    await redrawn(map, layer);
    expect(await paintedPixels(map, layer)).to.be.greaterThan(2 * before);
    const said = await hintsOf(async () => {
      layer.radius = '24';
      await layer.updateComplete;
    });
    expect(said.join()).to.contain('radius="24px"');
    expect(layer.radius).to.equal('500m');
  });

  it('covers the map in a turned view and at two device pixels a pixel', async () => {
    const { map, layer } = await heat();
    map.rotation = 40;
    await redrawn(map, layer);
    expect((await pixelAt(map, layer, at(1)))[3]).to.be.greaterThan(100);
  });

  it('draws nothing for no rows and for none in view', async () => {
    const { map, layer } = await heat();
    map.center = [10, 10];
    await redrawn(map, layer);
    expect(await paintedPixels(map, layer)).to.equal(0);
  });
});
