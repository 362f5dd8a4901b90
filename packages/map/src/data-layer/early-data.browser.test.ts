import { expect } from '@open-wc/testing';
import { setTheme } from '@yizhangtu/base/theme';
import { Dataset } from '@yizhangtu/data/model';
import '../hexbin-layer/index.js';
import type { LayerElement } from '../layer/layer.js';
import type { YztMap } from '../map/index.js';
import '../map/index.js';
import '../point-layer/index.js';
import { readyMap } from '../shared/map.fixture.js';
import { redrawn } from '../surface/surface.fixture.js';

const rows = (): Dataset => Dataset.fromColumns({ coordinates: Float64Array.of(120.38, 36.07), columns: { kind: ['甲'] } });

/** The picture of a layer. @param early Whether it has its data before it, and the map around it, stand in the page. */
async function picture(layer: string, early: boolean): Promise<string> {
  const like = await readyMap();
  const box = document.createElement('div');
  box.innerHTML = `<yzt-map center="120.38 36.07" zoom="12" style="${like.getAttribute('style') ?? ''}">${layer}</yzt-map>`;
  like.remove();
  const map = box.firstElementChild as YztMap;
  const element = map.firstElementChild as unknown as LayerElement & { dataset: Dataset };
  if (early) element.dataset = rows();
  document.body.append(box);
  if (!early) await map.updateComplete;
  if (!early) element.dataset = rows();
  await redrawn(map, element);
  const canvas = (map.olMap.getViewport() as HTMLElement).querySelector('.yzt-data canvas') as HTMLCanvasElement;
  const drawn = canvas.toDataURL();
  box.remove();
  return drawn;
}

describe('a layer that has its data before the map around it is rendered', () => {
  for (const layer of ['<yzt-point-layer symbology="class:kind" size="40"></yzt-point-layer>', '<yzt-hexbin-layer size="2000m"></yzt-hexbin-layer>']) {
    it(`has the colours of the theme: ${layer.slice(1, 16)}`, async () => {
      const light = await picture(layer, false);
      setTheme('dark');
      try {
        const dark = await picture(layer, false);
        expect(dark).not.to.equal(light);
        expect(await picture(layer, true)).to.equal(dark);
      } finally {
        setTheme('light');
      }
    });
  }
});
