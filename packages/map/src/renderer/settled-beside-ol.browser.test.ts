import { expect } from '@open-wc/testing';
import { setSimplifyWorkerUrl } from '@yizhangtu/data/simplify';
import MultiLineString from 'ol/geom/MultiLineString.js';
import MultiPolygon from 'ol/geom/MultiPolygon.js';
import Point from 'ol/geom/Point.js';
import type OlMap from 'ol/Map.js';
import { fromLonLat, toLonLat } from 'ol/proj.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import { CanvasLayer } from '../data-layer/canvas-layer.js';
import { differenceOf, mapAt, olLayer, pictureOf, type OlShape } from './beside-ol.fixture.js';
import { pointsOf } from './geometry.js';
import { columnsOf, endMap, mapOf, pixelsOf, SIDE, STYLE, type TestView } from './picture.fixture.js';
import { newRenderer as pointRenderer } from './point-renderer.js';
import { newRenderer as shapeRenderer } from './shape-renderer.js';
import { shapeGeometry, type Ring } from './shapes.fixture.js';
import type { RenderColumns, Renderer, RenderStyle } from './types.js';

const view: TestView = { center: fromLonLat([120.38, 36.07]) as [number, number], resolution: 52 };
const COLOR = '#1f5fd0';
const OUTLINE = '#7a1020';

let seed = 11;
const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
const placeAt = (x: number, y: number) => toLonLat(mapAt(view, x, y)) as [number, number];
const projected = (ring: Ring) => ring.map((place) => fromLonLat([...place]));

interface Scene {
  readonly renderer: () => Renderer;
  readonly columns: RenderColumns;
  readonly style: Partial<RenderStyle>;
  readonly theirs: readonly OlShape[];
}

/** More points in sight than are drawn one and all while a view is zoomed, in the middles of pixels, and as many elsewhere as are sorted into cells. */
function points(): Scene {
  const seen = 21_500;
  const pixel = () => Math.floor(random() * SIDE) + 0.5;
  const at = Array.from({ length: 50_000 }, (_, row) => placeAt(pixel() + (row < seen ? 0 : 4 * SIDE), pixel()));
  const columns = columnsOf({ kind: 'point', coordinates: Float64Array.from(at.flat()) }, at.length);
  // So many lie on each other by the cell they are in, from north to south.
  const order = [...(pointsOf(columns.geometry, 'EPSG:3857')?.rows ?? [])].filter((row) => row < seen);
  const image = new CircleStyle({ radius: 3, fill: new Fill({ color: COLOR }), stroke: new Stroke({ color: OUTLINE, width: 1 }) });
  return {
    renderer: () => pointRenderer('point'),
    columns,
    style: { size: 7 },
    theirs: order.map((row) => ({ geometry: new Point(fromLonLat([...(at[row] as [number, number])])), style: new Style({ image }) })),
  };
}

/** Rings with so many vertices that they are sketched while a view is zoomed. */
function polygons(): Scene {
  const rings = Array.from({ length: 144 }, (_, i): Ring => {
    const ring = Array.from({ length: 500 }, (__, k) => {
      const angle = (2 * Math.PI * k) / 500;
      const reach = 11 + 1.5 * Math.sin(9 * angle + i);
      return placeAt(12 + 25 * (i % 12) + reach * Math.cos(angle), 12 + 25 * Math.floor(i / 12) + reach * Math.sin(angle));
    });
    return [...ring, ring[0] as [number, number]];
  });
  const style = new Style({ fill: new Fill({ color: COLOR }), stroke: new Stroke({ color: OUTLINE, width: 1 }) });
  return {
    renderer: () => shapeRenderer('polygon'),
    columns: columnsOf(shapeGeometry(rings.map((ring) => ({ type: 3, polygons: [[ring]] }))), rings.length),
    style: { way: 'pixels', fillOpacity: 1 },
    theirs: rings.map((ring) => ({ geometry: new MultiPolygon([[projected(ring)]]), style })),
  };
}

function lines(): Scene {
  const list = Array.from({ length: 40 }, (_, i): Ring => Array.from({ length: 60 }, (__, k) => placeAt(5 * k, 7.5 * i + 3 * Math.sin(k / 2 + i))));
  const style = new Style({ stroke: new Stroke({ color: COLOR, width: 2, lineDash: [9, 5], lineCap: 'butt', lineJoin: 'round' }) });
  return {
    renderer: () => shapeRenderer('line'),
    columns: columnsOf(shapeGeometry(list.map((line) => ({ type: 2, lines: [line] }))), list.length),
    style: { way: 'pixels', width: 2, dash: [9, 5], classes: [{ color: COLOR, outline: 'rgba(0,0,0,0)' }] },
    theirs: [{ geometry: new MultiLineString(list.map(projected)), style }],
  };
}

/** Zooms as a hand does, and lets go. Gives a picture of the movement and the last one. */
async function zoomed(map: OlMap): Promise<{ moving: ImageData; rest: ImageData }> {
  map.getView().beginInteraction();
  let moving = pixelsOf(map);
  for (const resolution of [47, 58, view.resolution]) {
    map.getView().setResolution(resolution);
    map.renderSync();
    moving = pixelsOf(map);
  }
  map.getView().endInteraction(0);
  await new Promise((resolve) => {
    map.once('rendercomplete', resolve);
    map.render();
  });
  return { moving, rest: pixelsOf(map) };
}

describe('the picture once a zoom has ended', function () {
  this.timeout(60_000);
  setSimplifyWorkerUrl(new URL('/packages/data/src/simplify/simplify.worker.ts', location.href));
  for (const [name, scene] of Object.entries({ points, polygons, lines }))
    it(`of many ${name} is that of OpenLayers, whatever the movement looked like`, async () => {
      const { renderer: make, columns, style, theirs } = scene();
      const renderer = make();
      renderer.prepare(columns, { ...STYLE, classes: [{ color: COLOR, outline: OUTLINE }], ...style });
      const map = mapOf(new CanvasLayer((target) => renderer.draw(target)), { ...view, resolution: 40 });
      const { moving, rest } = await zoomed(map);
      expect(map.getView().getResolution()).to.be.closeTo(view.resolution, 1e-9);
      endMap(map);
      renderer.dispose();
      const picture = pictureOf([olLayer(theirs)], view);
      const settled = differenceOf(rest, picture);
      expect(settled.looked).to.be.greaterThan(20_000);
      // The limits of symbols at rest, and proof that there was something to settle.
      expect(settled.mean).to.be.lessThan(14);
      expect(settled.mean / differenceOf(rest, picture, 1).mean).to.be.lessThan(0.4);
      const rough = differenceOf(moving, picture).mean;
      expect(rough).to.be.greaterThan(2 * settled.mean);
    });
});
