import { expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { YztError } from '@yizhangtu/base/errors';
import { paintedPixels } from '../data-layer/layer-picture.fixture.js';
import type { YztMap } from '../map/map.js';
import { readyMap } from '../shared/map.fixture.js';
import type { RangedLayerElement } from './ranged-layer.js';

/** The last part of a tag, and the file of the test server. */
type Format = 'flatgeobuf' | 'geoparquet';

async function withLayer(format: Format, src: string): Promise<{ map: YztMap; layer: RangedLayerElement; errors: YztError[] }> {
  const errors: YztError[] = [];
  const map = await readyMap(html``, { center: '120.5 36.5', zoom: '10' });
  map.addEventListener('yzt-error', (event) => {
    event.preventDefault();
    errors.push(event.detail);
  });
  const layer = document.createElement(`yzt-${format}-layer`) as RangedLayerElement;
  layer.src = src;
  map.append(layer);
  return { map, layer, errors };
}

/** What every layer of a file that is read in parts owes. */
export function describeRangedLayer(format: Format): void {
  describe(`yzt-${format}-layer`, () => {
    it('reads what the view shows, draws it, and reads on as it moves', async () => {
      const { map, layer, errors } = await withLayer(format, `/fault/${format}`);
      await oneEvent(layer, 'yzt-load');
      await layer.updateComplete;
      const { rowCount } = layer.dataset;
      expect(rowCount).to.be.greaterThan(20).and.lessThan(256);
      expect(await paintedPixels(map, layer)).to.be.greaterThan(100);
      const pixel = map.pixelOf([120.5, 36.5]) as [number, number];
      expect(layer.hitsAt(pixel, 2)).to.have.length(1);
      map.zoom = 7;
      await oneEvent(layer, 'yzt-load');
      expect(layer.dataset.rowCount).to.equal(256);
      expect(errors).to.deep.equal([]);
    });

    it('says that a server knows no ranges, and is well again with one that does', async () => {
      const { layer, errors } = await withLayer(format, `/fault/${format}/whole`);
      await waitUntil(() => errors.length > 0, 'an error', { timeout: 8000 });
      expect(errors[0]?.code).to.equal('no-ranges');
      expect(errors[0]?.text.zh).to.contain(`<yzt-${format}-layer`).and.to.contain(`/fault/${format}/whole`);
      layer.src = `/fault/${format}`;
      await oneEvent(layer, 'yzt-load');
      expect(layer.hasAttribute('error')).to.equal(false);
    });
  });
}
