import { expect, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import { registerGlyph } from '@yizhangtu/base/register-glyph';
import { Dataset } from '@yizhangtu/data/model';
import { AIS_SHIP_GROUP } from '@yizhangtu/standards/ais';
import { registerScheme } from '@yizhangtu/standards/scheme';
import { paintedPixels, pixelAt } from '../data-layer/layer-picture.fixture.js';
import type { YztMap } from '../map/map.js';
import { hintsOf, QINGDAO, readyMap } from '../shared/map.fixture.js';
import './index.js';
import type { YztPointLayer } from './index.js';

registerScheme(AIS_SHIP_GROUP);

const WHITE = [255, 255, 255, 255];
const BLUE = [31, 95, 208, 255];
const EAST = [120.45, 36.07] as const;

const vessels = (course: number[] = [0, 90]) =>
  Dataset.fromColumns(
    { coordinates: Float64Array.of(...QINGDAO, ...EAST), columns: { type: ['cargo', 'fishing'], course: Float64Array.from(course) } },
    { schema: { id: 'test/vessel@1', fields: [{ name: 'type', codes: { scheme: 'ais-ship-group' } }] } },
  );

async function layerOn(dataset: Dataset, attributes: Record<string, string>): Promise<{ map: YztMap; layer: YztPointLayer }> {
  const map = await readyMap(html`<yzt-point-layer></yzt-point-layer>`);
  const layer = map.querySelector('yzt-point-layer') as YztPointLayer;
  for (const [name, value] of Object.entries({ symbology: 'fixed:#1f5fd0', ...attributes })) layer.setAttribute(name, value);
  layer.dataset = dataset;
  await layer.updateComplete;
  return { map, layer };
}

describe('yzt-point-layer with signs', () => {
  it('draws a sign of the library on the disc, and the disc alone where it is too small to read', async () => {
    const { map, layer } = await layerOn(vessels(), { glyph: 'hospital' });
    expect(layer.size).to.equal(20);
    expect(await pixelAt(map, layer, QINGDAO)).to.deep.equal(WHITE);
    expect(await pixelAt(map, layer, QINGDAO, -5, -5)).to.deep.equal(BLUE);
    layer.size = 8;
    await layer.updateComplete;
    expect(await pixelAt(map, layer, QINGDAO)).to.deep.equal(BLUE);
  });

  it('takes a sign of the page, also one that is registered later, and says which nobody knows', async () => {
    const said = await hintsOf(async () => {
      const { map, layer } = await layerOn(vessels(), { glyph: 'test-late' });
      expect(await pixelAt(map, layer, QINGDAO)).to.deep.equal(BLUE);
      registerGlyph('test-late', 'M6 6h12v12H6z');
      await waitUntil(async () => String(await pixelAt(map, layer, QINGDAO)) === String(WHITE));
      expect(layer.symbologyModel?.classes[0]?.glyph).to.equal('test-late');
    });
    expect(said.join()).to.contain('test-late').and.to.contain('registerGlyph');
  });

  it('gives each class the sign of its code list, or of the words', async () => {
    const { layer } = await layerOn(vessels(), { glyph: 'class', symbology: 'class:type' });
    const signs = () => layer.symbologyModel?.classes.map(({ key, glyph }) => [key, glyph]);
    expect(signs()).to.deep.equal([['cargo', 'vessel'], ['fishing', 'vessel']]);
    layer.glyph = '渔船=fish; *=ship';
    await layer.updateComplete;
    expect(signs()).to.deep.equal([['cargo', 'ship'], ['fishing', 'fish']]);
    layer.removeAttribute('glyph');
    await layer.updateComplete;
    expect(signs()).to.deep.equal([['cargo', undefined], ['fishing', undefined]]);
  });

  it('keeps the sign it had when the words cannot be read, and says so', async () => {
    const { layer } = await layerOn(vessels(), { glyph: 'ship' });
    const said = await hintsOf(() => layer.setAttribute('glyph', '<svg onload=alert(1)>'));
    expect(layer.glyph).to.equal('ship');
    expect(said.join()).to.contain('glyph=');
  });

  it('turns symbols by a field, with the map, and draws a small disc where the course is not known', async () => {
    const { map, layer } = await layerOn(vessels([90, 511]), { glyph: 'arrow', shape: 'none', size: '32', 'rotation-field': 'course' });
    const tip = async (place: readonly [number, number], dx: number, dy: number) => (await pixelAt(map, layer, place, dx, dy))[3] === 255;
    // An arrow to the east reaches 13 px to the right of its middle, and not above or below.
    expect([await tip(QINGDAO, 11, 0), await tip(QINGDAO, 0, -11), await tip(QINGDAO, 0, 11)]).to.deep.equal([true, false, false]);
    map.rotation = 90;
    await map.updateComplete;
    expect([await tip(QINGDAO, 11, 0), await tip(QINGDAO, 0, 11), await tip(QINGDAO, 0, -11)]).to.deep.equal([false, true, false]);
    for (const [dx, dy] of [[7, 0], [0, 7], [-7, 0], [0, -7]] as const) expect(await tip(EAST, dx, dy), `${dx} ${dy}`).to.equal(true);
    expect(await tip(EAST, 12, 0)).to.equal(false);
  });

  it('looks alike drawn one by one and by script', async () => {
    const { map, layer } = await layerOn(vessels([30, 200]), { glyph: 'vessel', shape: 'none', size: '24', 'rotation-field': 'course', renderer: 'features' });
    const one = await paintedPixels(map, layer);
    layer.renderer = 'pixels';
    await layer.updateComplete;
    expect(await paintedPixels(map, layer)).to.equal(one);
    expect(one).to.be.greaterThan(300);
  });

  it('leaves nothing behind when it leaves the page', async () => {
    const { map, layer } = await layerOn(vessels(), { glyph: 'ship' });
    layer.remove();
    let updates = 0;
    layer.requestUpdate = () => void updates++;
    registerGlyph('test-after', 'M6 6h12v12H6z');
    expect(updates).to.equal(0);
    map.append(layer);
  });
});
