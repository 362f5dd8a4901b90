import { expect, html } from '@open-wc/testing';
import { setTheme } from '@yizhangtu/base/theme';
import { frame, readyMap, settled } from '../shared/map.fixture.js';
import type { YztMap } from '../map/map.js';
import './index.js';
import type { YztGraticuleLayer } from './graticule-layer.js';

function layerIn(map: YztMap): YztGraticuleLayer {
  return map.querySelector('yzt-graticule-layer') as YztGraticuleLayer;
}

/** Pixels that are not clear, by column and in all, of the layer's own canvas. */
function ink(map: YztMap): { all: number; column: (x: number) => number; row: (y: number) => number; color: string } {
  const canvas = map.shadowRoot?.querySelector('canvas') as HTMLCanvasElement;
  const { data, width, height } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(0, 0, canvas.width, canvas.height);
  const isInk = (x: number, y: number): number => (data[(y * width + x) * 4 + 3] ? 1 : 0);
  const sum = (length: number, at: (index: number) => number): number => Array.from({ length }, (_, index) => at(index)).reduce((a, b) => a + b, 0);
  const first = data.findIndex((value, index) => index % 4 === 3 && value > 0) - 3;
  return {
    all: sum(width * height, (index) => (data[index * 4 + 3] ? 1 : 0)),
    column: (x) => sum(height, (y) => isInk(x, y)),
    row: (y) => sum(width, (x) => isInk(x, y)),
    color: Array.from(data.slice(first, first + 3)).join(),
  };
}

describe('yzt-graticule-layer', () => {
  it('draws meridians and parallels where they belong', async () => {
    const map = await readyMap(html`<yzt-graticule-layer no-labels></yzt-graticule-layer>`, { center: '120 36', zoom: '8' });
    await frame(map);
    const drawn = ink(map);
    // 120°E and 36°N cross in the middle of a map of 400 × 300.
    expect(Math.max(drawn.column(199), drawn.column(200))).to.be.greaterThan(290);
    expect(Math.max(drawn.row(149), drawn.row(150))).to.be.greaterThan(390);
    expect(drawn.column(230)).to.be.lessThan(20);
  });

  it('turns with the map', async () => {
    const map = await readyMap(html`<yzt-graticule-layer no-labels></yzt-graticule-layer>`, { center: '120 36', zoom: '8', rotation: '45' });
    await frame(map);
    expect(ink(map).column(200)).to.be.lessThan(60);
    expect(ink(map).all).to.be.greaterThan(300);
  });

  it('follows spacing, labels and opacity', async () => {
    const map = await readyMap(html`<yzt-graticule-layer no-labels></yzt-graticule-layer>`, { center: '120 36', zoom: '8' });
    const layer = layerIn(map);
    await frame(map);
    const wide = ink(map).all;
    layer.spacing = 30;
    await layer.updateComplete;
    await frame(map);
    const dense = ink(map).all;
    expect(dense).to.be.greaterThan(wide * 2);
    layer.spacing = undefined;
    layer.noLabels = false;
    await layer.updateComplete;
    await frame(map);
    expect(ink(map).all).to.be.greaterThan(wide);
    expect(layer.spacing).to.equal(110);
    layer.opacity = 0.5;
    await layer.updateComplete;
    await frame(map);
    expect(map.shadowRoot?.querySelector('canvas')?.style.opacity).to.equal('0.5');
  });

  it('changes its colours with the theme', async () => {
    const map = await readyMap(html`<yzt-graticule-layer no-labels></yzt-graticule-layer>`, { center: '120 36', zoom: '8' });
    await frame(map);
    const light = ink(map).color;
    setTheme('dark');
    try {
      await settled();
      await frame(map);
      expect(ink(map).color).not.to.equal(light);
    } finally {
      delete document.documentElement.dataset['yztTheme'];
      await settled();
    }
  });

  it('draws curves in a Gauss-Krüger zone, also far out of it', async () => {
    const map = await readyMap(html`<yzt-graticule-layer no-labels></yzt-graticule-layer>`, { center: '118.4 36', zoom: '8', projection: 'EPSG:4549' });
    await frame(map);
    expect(ink(map).all).to.be.greaterThan(500);
    map.zoom = 1;
    await frame(map);
    expect(ink(map).all).to.be.greaterThan(100);
  });
});
