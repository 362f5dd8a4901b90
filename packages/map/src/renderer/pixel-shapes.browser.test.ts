import { expect } from '@open-wc/testing';
import Feature from 'ol/Feature.js';
import MultiLineString from 'ol/geom/MultiLineString.js';
import MultiPolygon from 'ol/geom/MultiPolygon.js';
import VectorLayer from 'ol/layer/Vector.js';
import { fromLonLat } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import { CanvasLayer } from '../data-layer/canvas-layer.js';
import { newRenderer } from './shape-renderer.js';
import type { Renderer } from './types.js';
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

let seed = 5;
const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;

/** A ragged ring about a place. */
function ragged(lon: number, lat: number, radius: number, vertices: number, backwards = false): Ring {
  const ring = Array.from({ length: vertices }, (_, i) => {
    const angle = (2 * Math.PI * i) / vertices;
    const reach = radius * (0.85 + 0.2 * random());
    return [lon + reach * Math.cos(angle), lat + 0.8 * reach * Math.sin(angle)] as const;
  });
  const closed = [...ring, ring[0] as readonly [number, number]];
  return backwards ? closed.reverse() : closed;
}

const hole = box(120.37, 36.06, 120.39, 36.08);
const POLYGONS: readonly (readonly (readonly Ring[])[])[] = [
  [[box(120.36, 36.05, 120.4, 36.09), hole]],
  [[box(120.34, 36.04, 120.355, 36.06)], [box(120.405, 36.04, 120.42, 36.05)]],
  [[[...box(120.33, 36.07, 120.35, 36.1)].reverse(), [...box(120.335, 36.08, 120.345, 36.09)].reverse()]],
  [[ragged(120.41, 36.09, 0.02, 300), ragged(120.41, 36.09, 0.008, 40)]],
  [[ragged(120.35, 36.02, 0.015, 60, true)]],
  [[ragged(120.4, 36.02, 0.001, 30)]],
  [[box(120.2, 36.1, 120.6, 36.105)]],
];
const polygonColumns = columnsOf(shapeGeometry(POLYGONS.map((polygons) => ({ type: 3, polygons }))), POLYGONS.length, {
  classOf: Uint8Array.from([0, 1, 0, 1, 2, 2, 0]),
});
const CLASSES = [{ color: '#1f5fd0' }, { color: '#d0801f' }, { color: '#2a9d5c', outline: '#17202b' }];
const PIXELS = { way: 'pixels' } as const;
const FEATURES = { way: 'features' } as const;

const project = (ring: Ring) => ring.map((point) => fromLonLat([...point]));

function byOpenLayers(features: readonly { geometry: MultiPolygon | MultiLineString; style: Style | Style[] }[], view: TestView): ImageData {
  const source = new VectorSource({
    features: features.map(({ geometry, style }) => {
      const feature = new Feature<MultiPolygon | MultiLineString>(geometry);
      feature.setStyle(style);
      return feature;
    }),
  });
  const map = mapOf(new VectorLayer({ source }), view);
  const pixels = pixelsOf(map, view.pixelRatio);
  endMap(map);
  return pixels;
}

describe('polygons as pixels', () => {
  for (const [name, view] of views) {
    it(`look like canvas paths ${name}`, () => {
      for (const fillOpacity of [0.6, 1]) {
        const style = { classes: CLASSES, fillOpacity };
        const result = apart(rendered('polygon', polygonColumns, view, { ...style, ...PIXELS }), rendered('polygon', polygonColumns, view, { ...style, ...FEATURES }));
        expect(result.painted).to.be.greaterThan(5000);
        expect(result.wrong).to.be.lessThan(0.002);
        expect(result.mean).to.be.lessThan(2);
      }
    });

    it(`look like the picture of OpenLayers ${name}`, () => {
      const one = { color: '#1f5fd0' };
      const columns = { ...polygonColumns, classOf: new Uint8Array(POLYGONS.length) };
      // Where two overlap OpenLayers darkens; those that do not overlap are compared.
      const rows = [0, 1, 2, 4, 5];
      const passing = Uint8Array.from(POLYGONS, (_, row) => (rows.includes(row) ? 1 : 0));
      const style = new Style({ fill: new Fill({ color: 'rgba(31,95,208,0.75)' }), stroke: new Stroke({ color: borderColor(one, STYLE.colors.label), width: 1 }) });
      const theirs = byOpenLayers(rows.map((row) => ({ geometry: new MultiPolygon((POLYGONS[row] ?? []).map((part) => part.map(project))), style })), view);
      const result = apart(rendered('polygon', { ...columns, passing }, view, PIXELS), theirs);
      expect(result.painted).to.be.greaterThan(4000);
      expect(result.wrong).to.be.lessThan(0.005);
      expect(result.mean).to.be.lessThan(3);
    });
  }

  it('hatch the same pattern', () => {
    const style = { classes: [{ color: '#777777', hatch: true }, ...CLASSES.slice(1)], fillOpacity: 1 };
    for (const pixelRatio of [1, 2]) {
      const view = { ...plain, pixelRatio };
      const result = apart(rendered('polygon', polygonColumns, view, { ...style, ...PIXELS }), rendered('polygon', polygonColumns, view, { ...style, ...FEATURES }));
      // The pattern stands on whole pixels.
      expect(result.mean).to.be.lessThan(9);
    }
  });

  it('are whole on either side of 180°', () => {
    const geometry = shapeGeometry([{ type: 3, polygons: [[box(179, -1, 181, 1)]] }]);
    for (const center of [WORLD / 2, -WORLD / 2]) {
      const image = rendered('polygon', columnsOf(geometry, 1), { center: [center, 0], resolution: 1500 }, PIXELS);
      for (const x of [-50, 50]) expect(colorAt(image, SIDE / 2 + x, SIDE / 2), `at ${center} ${x}`).to.not.equal('255,255,255');
    }
  });
});

describe('lines as pixels', () => {
  const around = (count: number) => Array.from({ length: count }, () => [120.38 + (random() - 0.5) * 0.12, 36.07 + (random() - 0.5) * 0.1] as const);
  const lines = [[around(12), around(5)], [around(7)], [[[120.36, 36.06], [120.36, 36.06]] as Ring]];
  const columns = columnsOf(shapeGeometry(lines.map((parts) => ({ type: 2, lines: parts }))), lines.length, { classOf: Uint8Array.of(0, 1, 1) });
  for (const [name, view] of views) {
    it(`look like canvas paths ${name}`, () => {
      for (const width of [1, 3, 9]) {
        const style = { classes: CLASSES, width, colors: { ...STYLE.colors, halo: '#e0a020' } };
        const result = apart(rendered('line', columns, view, { ...style, ...PIXELS }), rendered('line', columns, view, { ...style, ...FEATURES }));
        expect(result.painted).to.be.greaterThan(3000);
        expect(result.wrong).to.be.lessThan(0.003);
        // Where a line runs close beside itself its covers add up.
        expect(result.mean).to.be.lessThan(width === 1 ? 5 : 4);
      }
    });

    it(`look like the picture of OpenLayers ${name}`, () => {
      const stroke = (color: string, width: number) => new Style({ stroke: new Stroke({ color, width, lineCap: 'round', lineJoin: 'round' }) });
      const geometry = new MultiLineString(lines.slice(0, 2).flatMap((parts) => parts.map(project)));
      const theirs = byOpenLayers([{ geometry, style: [stroke('#e0a020', 5), stroke('#1f5fd0', 3)] }], view);
      const one = { ...columns, classOf: Uint8Array.of(0, 0, 255) };
      const result = apart(rendered('line', one, view, { ...PIXELS, colors: { ...STYLE.colors, halo: '#e0a020' } }), theirs);
      expect(result.wrong).to.be.lessThan(0.01);
      expect(result.mean).to.be.lessThan(5);
    });

    it(`with dashes look like canvas paths and the picture of OpenLayers ${name}`, () => {
      const dash = [9, 5];
      const look = { width: 4, dash, colors: { ...STYLE.colors, halo: '#e0a020' } };
      const one = { ...columns, classOf: Uint8Array.of(0, 0, 255) };
      const stroke = (color: string, width: number) => new Style({ stroke: new Stroke({ color, width, lineCap: 'butt', lineJoin: 'round', lineDash: dash }) });
      const geometry = new MultiLineString(lines.slice(0, 2).flatMap((parts) => parts.map(project)));
      const theirs = byOpenLayers([{ geometry, style: [stroke('#e0a020', 6), stroke('#1f5fd0', 4)] }], view);
      const ours = rendered('line', one, view, { ...look, ...PIXELS });
      for (const other of [rendered('line', one, view, { ...look, ...FEATURES }), theirs]) {
        const result = apart(ours, other);
        expect(result.painted).to.be.greaterThan(3000);
        // Rounded vertices make a line a hundredth longer or shorter, so a dash far along it stands a part of a pixel elsewhere.
        expect(result.wrong).to.be.lessThan(0.03);
        expect(result.mean).to.be.lessThan(8);
      }
    });
  }

  it('keep their dashes on the ground while they are dragged', () => {
    const style = { ...STYLE, ...PIXELS, width: 4, dash: [9, 5] };
    const renderer = newRenderer('line');
    renderer.prepare(columns, style);
    const map = mapOf(new CanvasLayer((target) => renderer.draw(target)), plain);
    const center = [QINGDAO[0] + 40 * 83, QINGDAO[1] - 40 * 57] as const;
    map.getView().setCenter([...center]);
    map.renderSync();
    const dragged = pixelsOf(map);
    endMap(map);
    renderer.dispose();
    const result = apart(dragged, rendered('line', columns, { ...plain, center }, style));
    expect(result.painted).to.be.greaterThan(3000);
    expect(result.mean).to.be.lessThan(0.02);
  });
});

describe('pixels that are kept', () => {
  const polygonStyle = { ...STYLE, classes: CLASSES, ...PIXELS };

  /** Draws on one map, changing it as it goes, and compares with a fresh picture each time. */
  function compared(steps: readonly ((renderer: Renderer, map: ReturnType<typeof mapOf>) => void)[], view: TestView = plain): { kept: ImageData; map: ReturnType<typeof mapOf> } {
    const renderer = newRenderer('polygon');
    renderer.prepare(polygonColumns, polygonStyle);
    const map = mapOf(new CanvasLayer((target) => renderer.draw(target)), view);
    for (const step of steps) {
      step(renderer, map);
      map.getLayers().item(0)?.changed();
      map.renderSync();
    }
    const kept = pixelsOf(map, view.pixelRatio);
    endMap(map);
    renderer.dispose();
    return { kept, map };
  }

  const same = (a: ImageData, b: ImageData) => {
    const result = apart(a, b);
    expect(result.painted).to.be.greaterThan(2000);
    expect(result.mean).to.be.lessThan(0.02);
  };

  it('take the colours of another theme without a difference', () => {
    const other = { ...polygonStyle, classes: [...CLASSES].reverse(), fillOpacity: 0.4 };
    same(compared([(renderer) => renderer.prepare(polygonColumns, other)]).kept, rendered('polygon', polygonColumns, plain, other));
  });

  it('ring a large selection as canvas paths do', () => {
    const many = Array.from({ length: 80 }, (_, i) => [[ragged(120.33 + 0.01 * (i % 10), 36.03 + 0.008 * Math.floor(i / 10), 0.0045, 20)]]);
    const columns = columnsOf(shapeGeometry(many.map((polygons) => ({ type: 3, polygons }))), many.length, { selection: new Set(many.keys()) });
    for (const pixelRatio of [1, 2]) {
      const view = { ...plain, pixelRatio };
      const result = apart(rendered('polygon', columns, view, PIXELS), rendered('polygon', columns, view, FEATURES));
      expect(result.painted).to.be.greaterThan(5000);
      expect(result.wrong).to.be.lessThan(0.01);
      expect(result.mean).to.be.lessThan(4);
    }
    const none = { ...columns, selection: new Set<number>() };
    expect(apart(rendered('polygon', columns, plain, PIXELS), rendered('polygon', none, plain, PIXELS)).mean).to.be.greaterThan(20);
  });

  it('follow a filter and bring rows back', () => {
    const half = { ...polygonColumns, passing: Uint8Array.from(POLYGONS, (_, row) => row % 2) };
    same(compared([(renderer) => renderer.prepare(half, polygonStyle)]).kept, rendered('polygon', half, plain, polygonStyle));
    const back = compared([(renderer) => renderer.prepare(half, polygonStyle), (renderer) => renderer.prepare(polygonColumns, polygonStyle)]);
    same(back.kept, rendered('polygon', polygonColumns, plain, polygonStyle));
  });

  it('move with the view, near and far, by whole pixels and by parts of one', () => {
    for (const [dx, dy] of [[30, -20], [140, 60], [10.4, 3.3], [2000, 0]] as const) {
      const center = [QINGDAO[0] + dx * 40, QINGDAO[1] + dy * 40] as const;
      const { kept } = compared([(_, map) => map.getView().setCenter([...center])]);
      const fresh = rendered('polygon', polygonColumns, { ...plain, center }, polygonStyle);
      expect(apart(kept, fresh).mean).to.be.lessThan(0.02);
    }
  });

  it('stand where they belong once a movement ends', () => {
    const center = [QINGDAO[0] + 41.5 * 40, QINGDAO[1]] as const;
    const { kept } = compared([
      (_, map) => (map.getView().beginInteraction(), map.getView().setResolution(33)),
      (_, map) => map.getView().setResolution(40),
      (_, map) => (map.getView().setCenter([...center]), map.getView().endInteraction(0)),
    ]);
    expect(apart(kept, rendered('polygon', polygonColumns, { ...plain, center }, polygonStyle)).mean).to.be.lessThan(0.02);
  });

  it('respect a clip', () => {
    const renderer = newRenderer('polygon');
    renderer.prepare(polygonColumns, polygonStyle);
    const layer = new CanvasLayer((target) => renderer.draw(target));
    layer.setExtent([QINGDAO[0], QINGDAO[1] - 1e5, QINGDAO[0] + 1e5, QINGDAO[1] + 1e5]);
    const map = mapOf(layer, plain);
    const image = pixelsOf(map);
    endMap(map);
    renderer.dispose();
    for (let y = 0; y < SIDE; y += 7) expect(colorAt(image, SIDE / 2 - 20, y)).to.equal('255,255,255');
    expect(apart(image, rendered('polygon', polygonColumns, plain, polygonStyle)).painted).to.be.greaterThan(3000);
  });
});
