import { expect } from '@open-wc/testing';
import Feature from 'ol/Feature.js';
import type Geometry from 'ol/geom/Geometry.js';
import MultiLineString from 'ol/geom/MultiLineString.js';
import MultiPolygon from 'ol/geom/MultiPolygon.js';
import Point from 'ol/geom/Point.js';
import VectorLayer from 'ol/layer/Vector.js';
import { fromLonLat } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import { BLIT_FROM } from './point-painter.js';
import { apart, colorAt, columnsOf, endMap, mapOf, pixelsOf, rendered, SIDE, STYLE, type TestView } from './picture.fixture.js';
import { borderColor } from './polygon-painter.js';
import { box, shapeGeometry, type Ring } from './shapes.fixture.js';

const WORLD = 40075016.68557849;
const QINGDAO = fromLonLat([120.38, 36.07]) as [number, number];
const plain: TestView = { center: QINGDAO, resolution: 40 };

const views: readonly (readonly [string, TestView])[] = [
  ['upright', plain],
  ['turned', { ...plain, rotation: 0.6 }],
  ['at two device pixels a pixel', { ...plain, pixelRatio: 2 }],
  ['turned at two device pixels a pixel', { ...plain, rotation: -2.1, pixelRatio: 2 }],
  ['in the next world', { ...plain, center: [QINGDAO[0] + WORLD, QINGDAO[1]] }],
];

/** The same picture by OpenLayers. */
function byOpenLayers(geometries: readonly Geometry[], style: Style | Style[], view: TestView): ImageData {
  const layer = new VectorLayer({ source: new VectorSource({ features: geometries.map((geometry) => new Feature(geometry)) }), style });
  const map = mapOf(layer, view);
  const pixels = pixelsOf(map, view.pixelRatio);
  endMap(map);
  return pixels;
}

let seed = 1;
const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
const around = (count: number) => Array.from({ length: count }, () => [120.38 + (random() - 0.5) * 0.12, 36.07 + (random() - 0.5) * 0.1] as [number, number]);
const project = (ring: Ring) => ring.map((point) => fromLonLat([...point]));

const pointStyle = new Style({
  image: new CircleStyle({ radius: 4.5, fill: new Fill({ color: '#1f5fd0' }), stroke: new Stroke({ color: '#ffffff', width: 1 }) }),
});

describe('points beside the picture of OpenLayers', () => {
  const places = around(120);
  const columns = columnsOf({ kind: 'point', coordinates: Float64Array.from(places.flat()) }, places.length);
  for (const [name, view] of views) {
    it(`are the same ${name}`, () => {
      const ours = rendered('point', columns, view);
      const theirs = byOpenLayers(places.map((place) => new Point(fromLonLat(place))), pointStyle, view);
      const result = apart(ours, theirs);
      expect(result.painted).to.be.greaterThan(3000);
      // Whole pixels: ours is half a pixel off at most.
      expect(result.wrong).to.be.lessThan(0.03);
      expect(result.mean).to.be.lessThan(14);
    });
  }

  it('look alike drawn one by one and by script', () => {
    const many = around(BLIT_FROM + 50);
    const coordinates = Float64Array.from(many.flat());
    const all = columnsOf({ kind: 'point', coordinates }, many.length);
    // The same places, but one more than half of them filtered out: below the limit, so each is one canvas call.
    const few = { ...all, passing: Uint8Array.from(many, (_, row) => (row < 1000 ? 1 : 0)) };
    const script = { ...columnsOf({ kind: 'point', coordinates: Float64Array.from([...many.slice(0, 1000), ...Array(BLIT_FROM).fill(many[0])].flat()) }, 1000 + BLIT_FROM) };
    // Repeated places at the end would lie on top: they are all the first place, so only its neighbourhood may differ.
    const result = apart(rendered('point', few, plain), rendered('point', script, plain));
    expect(result.painted).to.be.greaterThan(20000);
    expect(result.mean).to.be.lessThan(0.5);
  });
});

const hole = box(120.37, 36.06, 120.39, 36.08);
const polygons = [
  { rings: [[box(120.36, 36.05, 120.4, 36.09), hole]] },
  { rings: [[box(120.34, 36.04, 120.355, 36.06)], [box(120.405, 36.04, 120.42, 36.05)]] },
  { rings: [[[...box(120.33, 36.07, 120.35, 36.1)].reverse(), [...box(120.335, 36.08, 120.345, 36.09)].reverse()]] },
];

describe('polygons beside the picture of OpenLayers', () => {
  const columns = columnsOf(shapeGeometry(polygons.map(({ rings }) => ({ type: 3, polygons: rings }))), polygons.length);
  const border = borderColor({ color: '#1f5fd0' }, STYLE.colors.label);
  const style = new Style({ fill: new Fill({ color: 'rgba(31,95,208,0.75)' }), stroke: new Stroke({ color: border, width: 1 }) });
  const geometries = polygons.map(({ rings }) => new MultiPolygon(rings.map((part) => part.map(project))));
  for (const [name, view] of views) {
    it(`with holes and parts are the same ${name}`, () => {
      const result = apart(rendered('polygon', columns, view), byOpenLayers(geometries, style, view));
      expect(result.painted).to.be.greaterThan(5000);
      expect(result.wrong).to.be.lessThan(0.005);
      expect(result.mean).to.be.lessThan(3);
    });
  }

  it('keep a hole open whichever way its ring runs', () => {
    for (const ring of [hole, [...hole].reverse()]) {
      const one = columnsOf(shapeGeometry([{ type: 3, polygons: [[box(120.36, 36.05, 120.4, 36.09), ring]] }]), 1);
      const image = rendered('polygon', one, plain);
      expect(colorAt(image, SIDE / 2, SIDE / 2)).to.equal('255,255,255');
    }
  });

  it('of one class that overlap keep the colour of the legend', () => {
    const two = columnsOf(shapeGeometry([{ type: 3, polygons: [[box(120.36, 36.05, 120.39, 36.09)]] }, { type: 3, polygons: [[box(120.37, 36.05, 120.4, 36.09)]] }]), 2);
    const image = rendered('polygon', two, plain);
    const [x] = [SIDE / 2];
    expect(colorAt(image, x, SIDE / 2)).to.equal(colorAt(image, x - 40, SIDE / 2));
  });
});

describe('lines beside the picture of OpenLayers', () => {
  const lines = [[around(12), around(5)], [around(7)]];
  const columns = columnsOf(shapeGeometry(lines.map((parts) => ({ type: 2, lines: parts }))), lines.length);
  const geometries = lines.map((parts) => new MultiLineString(parts.map(project)));
  const stroke = (color: string, width: number) => new Style({ stroke: new Stroke({ color, width, lineCap: 'round', lineJoin: 'round' }) });
  for (const [name, view] of views) {
    it(`with a casing are the same ${name}`, () => {
      const ours = rendered('line', columns, view, { colors: { ...STYLE.colors, halo: '#e0a020' } });
      const styles = [stroke('#e0a020', 5), stroke('#1f5fd0', 3)];
      // One class: all casings lie below all lines.
      const theirs = byOpenLayers([new MultiLineString(geometries.flatMap((geometry) => geometry.getCoordinates()))], styles, view);
      const result = apart(ours, theirs);
      expect(result.painted).to.be.greaterThan(4000);
      expect(result.wrong).to.be.lessThan(0.01);
      expect(result.mean).to.be.lessThan(5);
    });
  }
});

describe('data across 180°', () => {
  it('is drawn on both sides, once each', () => {
    const geometry = { kind: 'point', coordinates: Float64Array.of(179.9, 0, -179.9, 0) } as const;
    const image = rendered('point', columnsOf(geometry, 2), { center: [WORLD / 2, 0], resolution: 300 });
    const offset = (0.1 / 360) * (WORLD / 300);
    expect(colorAt(image, SIDE / 2 - offset, SIDE / 2)).to.equal('31,95,208');
    expect(colorAt(image, SIDE / 2 + offset, SIDE / 2)).to.equal('31,95,208');
  });

  it('that goes beyond it is whole on either side', () => {
    const geometry = shapeGeometry([{ type: 3, polygons: [[box(179, -1, 181, 1)]] }]);
    for (const center of [WORLD / 2, -WORLD / 2]) {
      const image = rendered('polygon', columnsOf(geometry, 1), { center: [center, 0], resolution: 1500 });
      for (const x of [-50, 50]) expect(colorAt(image, SIDE / 2 + x, SIDE / 2), `at ${center} ${x}`).to.not.equal('255,255,255');
    }
  });
});
