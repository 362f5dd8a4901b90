import { expect } from '@open-wc/testing';
import { GLYPHS } from '@yizhangtu/base/glyph-set';
import type { Glyph } from '@yizhangtu/base/glyphs';
import { fromLonLat } from 'ol/proj.js';
import { CanvasLayer } from '../data-layer/canvas-layer.js';
import { glContexts } from './gl-context.js';
import { whenGlPoints } from './gl-door.js';
import { glyphDrawing } from './glyph-mask.js';
import { newRenderer } from './point-renderer.js';
import { apart, columnsOf, endMap, mapOf, pixelsOf, rendered, STYLE, type TestView } from './picture.fixture.js';
import type { GlFallback, RenderColumns, RenderStyle } from './types.js';

const WORLD = 40075016.68557849;
const QINGDAO = fromLonLat([120.38, 36.07]) as [number, number];
const plain: TestView = { center: QINGDAO, resolution: 40 };
const views: readonly (readonly [string, TestView])[] = [
  ['upright', plain],
  ['turned', { ...plain, rotation: 0.6 }],
  ['at two device pixels a pixel', { ...plain, pixelRatio: 2 }],
  ['turned at two device pixels a pixel', { ...plain, rotation: -2.1, pixelRatio: 2 }],
  ['in the next world', { ...plain, center: [QINGDAO[0] + WORLD, QINGDAO[1]] }],
  ['very near to the ground', { ...plain, resolution: 0.02, center: fromLonLat([120.38001, 36.07001]) as [number, number] }],
];

let seed = 9;
const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
const COUNT = 400;
const coordinates = Float64Array.from({ length: 2 * COUNT }, (_, i) => {
  // Some close together, for the view near to the ground.
  const spread = i < 200 ? 0.00004 : 0.12;
  return (i % 2 ? 36.07 : 120.38) + spread * (random() - 0.5);
});
const columns = columnsOf({ kind: 'point', coordinates }, COUNT, {
  classOf: Uint8Array.from({ length: COUNT }, (_, row) => row % 3),
  passing: Uint8Array.from({ length: COUNT }, (_, row) => (row % 7 === 0 ? 0 : 1)),
  selection: new Set([5, 100, 399]),
});
const drawing = glyphDrawing(GLYPHS.find(({ name }) => name === 'vessel') as Glyph);
const classes = [{ color: '#1f5fd0' }, { color: 'rgba(208,128,31,0.5)' }, { color: '#2a9d5c', glyph: drawing, ink: '#ffffff' }];

/** Swallows nothing: a picture by WebGL that was drawn by something else is no proof. */
function byGl(given: RenderColumns, view: TestView, style: Partial<RenderStyle>): ImageData {
  const fell: GlFallback[] = [];
  const image = rendered('point', given, view, { ...style, way: 'webgl', onFallback: (why) => fell.push(why) });
  expect(fell).to.deep.equal([]);
  return image;
}

describe('points by WebGL', () => {
  before(() => whenGlPoints());

  for (const [name, view] of views)
    for (const shape of ['circle', 'triangle', 'none'] as const)
      it(`look like pixels: ${shape}, ${name}`, () => {
        const style = { classes, shape, size: 14 };
        const result = apart(byGl(columns, view, style), rendered('point', columns, view, { ...style, way: 'pixels' }));
        expect(result.painted).to.be.greaterThan(3000);
        // Single precision may put a symbol on the pixel beside.
        expect(result.wrong).to.be.lessThan(0.01);
        expect(result.mean).to.be.lessThan(2);
      });

  it('look like pixels where there are so many that they are kept as whole steps', () => {
    const count = 60_000;
    const many = columnsOf({ kind: 'point', coordinates: Float64Array.from({ length: 2 * count }, (_, i) => (i % 2 ? 36.07 : 120.38) + 0.3 * (random() - 0.5)) }, count);
    const style = { classes: [{ color: '#1f5fd0' }], size: 6 };
    const result = apart(byGl(many, plain, style), rendered('point', many, plain, { ...style, way: 'pixels' }));
    expect(result.painted).to.be.greaterThan(20_000);
    // Edges of symbols at the same pixel are laid over each other here, once there.
    expect(result.wrong).to.be.lessThan(0.01);
    expect(result.mean).to.be.lessThan(4);
  });

  it('turn as pixels do, with the view too', () => {
    const turns = Uint8Array.from({ length: COUNT }, (_, row) => (row % 11 === 0 ? 255 : row % 120));
    const style = { classes: [{ color: '#1f5fd0', glyph: drawing }], shape: 'none', size: 20 } as const;
    const turned = { ...columns, classOf: new Uint8Array(COUNT), turns };
    for (const view of [plain, { ...plain, rotation: 1.2 }]) {
      const result = apart(byGl(turned, view, style), rendered('point', turned, view, { ...style, way: 'pixels' }));
      expect(result.painted).to.be.greaterThan(3000);
      expect(result.mean).to.be.lessThan(2);
    }
  });

  it('follow a filter, a theme and a drag without sending places again', () => {
    const renderer = newRenderer('point');
    const style: RenderStyle = { ...STYLE, classes, way: 'webgl' };
    renderer.prepare(columns, style);
    const map = mapOf(new CanvasLayer((target) => renderer.draw(target)), plain);
    const filled: number[] = [];
    const bufferData = WebGL2RenderingContext.prototype.bufferData;
    WebGL2RenderingContext.prototype.bufferData = function (this: WebGL2RenderingContext, ...given: unknown[]) {
      if (given[0] === this.ARRAY_BUFFER) filled.push(1);
      Reflect.apply(bufferData, this, given);
    };
    try {
      const other = { ...columns, passing: Uint8Array.from({ length: COUNT }, (_, row) => row % 2) };
      const theme = { ...style, classes: [...classes].reverse() };
      const center = [QINGDAO[0] + 900, QINGDAO[1] - 1300] as const;
      renderer.prepare(other, theme);
      map.getView().setCenter([...center]);
      map.getLayers().item(0)?.changed();
      map.renderSync();
      const result = apart(pixelsOf(map), rendered('point', other, { ...plain, center }, { classes: theme.classes, way: 'pixels' }));
      expect(result.painted).to.be.greaterThan(3000);
      expect(result.mean).to.be.lessThan(2);
      expect(filled).to.deep.equal([]);
    } finally {
      WebGL2RenderingContext.prototype.bufferData = bufferData;
      endMap(map);
      renderer.dispose();
    }
  });

  it('share one context, and give it back with the last of them', () => {
    expect(glContexts()).to.equal(0);
    const renderers = [newRenderer('point'), newRenderer('point')];
    const maps = renderers.map((renderer) => {
      renderer.prepare(columns, { ...STYLE, classes, way: 'webgl' });
      return mapOf(new CanvasLayer((target) => renderer.draw(target)), plain);
    });
    expect(glContexts()).to.equal(1);
    maps.forEach(endMap);
    renderers[0]?.dispose();
    expect(glContexts()).to.equal(1);
    renderers[1]?.rest();
    expect(glContexts()).to.equal(0);
    renderers[1]?.dispose();
  });

  it('are drawn as pixels when the context is lost, with a word about it, and again by WebGL later', async () => {
    const fell: GlFallback[] = [];
    let redrawn = 0;
    let context: WebGL2RenderingContext | undefined;
    const clear = WebGL2RenderingContext.prototype.clear;
    WebGL2RenderingContext.prototype.clear = function (this: WebGL2RenderingContext, mask: number) {
      // The one place where the context can be seen from outside.
      context = this; // oxlint-disable-line typescript/no-this-alias
      clear.call(this, mask);
    };
    const renderer = newRenderer('point');
    renderer.prepare(columns, { ...STYLE, classes, way: 'webgl', onFallback: (why) => fell.push(why), redraw: () => redrawn++ });
    const map = mapOf(new CanvasLayer((target) => renderer.draw(target)), plain);
    WebGL2RenderingContext.prototype.clear = clear;
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(redrawn).to.equal(1);
    map.getLayers().item(0)?.changed();
    map.renderSync();
    expect(fell).to.deep.equal(['lost']);
    expect(apart(pixelsOf(map), rendered('point', columns, plain, { classes, way: 'pixels' })).mean).to.be.lessThan(0.5);
    endMap(map);
    renderer.dispose();
    byGl(columns, plain, { classes });
  });

  it('of sizes no card can draw are pixels', () => {
    const fell: GlFallback[] = [];
    const many = { ...columns, turns: Uint8Array.from({ length: COUNT }, (_, row) => row % 2) };
    const style = { classes, size: 128 } as const;
    const image = rendered('point', many, { ...plain, pixelRatio: 2 }, { ...style, way: 'webgl', onFallback: (why) => fell.push(why) });
    expect(fell).to.deep.equal(['missing']);
    expect(apart(image, rendered('point', many, { ...plain, pixelRatio: 2 }, { ...style, way: 'pixels' })).mean).to.be.lessThan(0.1);
  });
});
