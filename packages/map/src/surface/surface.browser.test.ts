/** What holds for all four layers: the map follows every property, there and back, and theme, rotation and leaving the page. */
import { expect } from '@open-wc/testing';
import '../density-layer/index.js';
import '../grid-layer/index.js';
import '../heatmap-layer/index.js';
import '../hexbin-layer/index.js';
import { canvasOf } from '../data-layer/layer-picture.fixture.js';
import type { YztMap } from '../map/map.js';
import { redrawn, spots, surfaceOn } from './surface.fixture.js';
import type { SurfaceLayerElement } from './surface-layer.js';

type Loose = SurfaceLayerElement & Record<string, unknown>;

const BINS = { size: '3km', measure: 'mean:area', breaks: '2,3:reds', suppressBelow: 10, fillOpacity: 0.3 };
const PROPERTIES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'yzt-heatmap-layer': { radius: '40px', ramp: 'blues', maximum: 500, weightField: 'area' },
  'yzt-density-layer': { radius: '4km', breaks: '1,5:reds', form: 'lines', fillOpacity: 0.3, weightField: 'area' },
  'yzt-hexbin-layer': BINS,
  'yzt-grid-layer': BINS,
};

/** The picture as one number that any changed pixel changes. */
async function picture(map: YztMap, layer: SurfaceLayerElement): Promise<number> {
  // The browser draws a canvas by other code, with other edges, once it has been read a few times: only later pictures can be compared.
  for (let i = 0; i < 3; i++) {
    (await canvasOf(map, layer)).getContext('2d')?.getImageData(0, 0, 1, 1);
    layer.olLayer.changed();
  }
  const canvas = await canvasOf(map, layer);
  const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(0, 0, canvas.width, canvas.height);
  let hash = 0;
  for (let i = 0; i < data.length; i++) hash = (Math.imul(hash, 31) + (data[i] as number)) | 0;
  return hash;
}

for (const [tag, properties] of Object.entries(PROPERTIES)) {
  describe(`the map follows <${tag}>`, () => {
    for (const [name, value] of Object.entries(properties))
      it(`${name} set and unset`, async () => {
        const { map, layer } = await surfaceOn<Loose>(tag, spots());
        const initial = layer[name];
        const before = await picture(map, layer);
        (layer as Record<string, unknown>)[name] = value;
        await redrawn(map, layer);
        expect(await picture(map, layer), 'set').not.to.equal(before);
        (layer as Record<string, unknown>)[name] = initial;
        await redrawn(map, layer);
        expect(await picture(map, layer), 'unset').to.equal(before);
      });

    it('dataset set and unset', async () => {
      const { map, layer } = await surfaceOn<Loose>(tag, undefined);
      const empty = await picture(map, layer);
      expect(empty).to.equal(0);
      layer.dataset = spots();
      await redrawn(map, layer);
      expect(await picture(map, layer)).not.to.equal(0);
      layer.dataset = undefined;
      await redrawn(map, layer);
      expect(await picture(map, layer)).to.equal(0);
      expect(layer.symbologyModel).to.equal(undefined);
    });

    it('an attribute taken away', async () => {
      const { map, layer } = await surfaceOn<Loose>(tag, spots());
      const before = await picture(map, layer);
      const name = 'radius' in layer ? 'radius' : 'size';
      layer.setAttribute(name, '5km');
      await redrawn(map, layer);
      expect(await picture(map, layer)).not.to.equal(before);
      layer.removeAttribute(name);
      await redrawn(map, layer);
      expect(await picture(map, layer)).to.equal(before);
    });

    it('a view that turns, and comes back', async () => {
      const { map, layer } = await surfaceOn<Loose>(tag, spots());
      const before = await picture(map, layer);
      map.rotation = 30;
      await redrawn(map, layer);
      expect(await picture(map, layer)).not.to.equal(before);
      map.rotation = 0;
      await redrawn(map, layer);
      expect(await picture(map, layer)).to.equal(before);
    });
  });
}
