/** Page of the layer measurements: makes a map with our layer or with OpenLayers' vector layer and times it. */
import Feature from 'ol/Feature.js';
import OlMap from 'ol/Map.js';
import View from 'ol/View.js';
import Point from 'ol/geom/Point.js';
import Polygon from 'ol/geom/Polygon.js';
import type Layer from 'ol/layer/Layer.js';
import VectorLayer from 'ol/layer/Vector.js';
import { fromLonLat } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import { CanvasLayer } from '../../packages/map/src/data-layer/canvas-layer.js';
import { CanvasRenderer } from '../../packages/map/src/renderer/canvas-renderer.js';
import type { RenderColumns, RenderStyle } from '../../packages/map/src/renderer/types.js';

const COLORS = ['#edf8e9', '#bae4b3', '#74c476', '#31a354', '#006d2c'];
const CENTER: [number, number] = [120.4, 36.15];

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

interface Data {
  geometry: RenderColumns['geometry'];
  rowCount: number;
  classOf: Uint8Array;
}

/** Points of a city: dense in the middle. */
function points(count: number): Data {
  const random = randomFrom(7);
  const coordinates = new Float64Array(2 * count);
  for (let i = 0; i < coordinates.length; i += 2) {
    coordinates[i] = CENTER[0] + (random() + random() + random() - 1.5) * 0.35;
    coordinates[i + 1] = CENTER[1] + (random() + random() + random() - 1.5) * 0.2;
  }
  return { geometry: { kind: 'point', coordinates }, rowCount: count, classOf: Uint8Array.from({ length: count }, () => Math.floor(random() * 5)) };
}

/** A honeycomb of polygons with ragged borders. */
function polygons(count: number, vertices = 100): Data {
  const random = randomFrom(11);
  const side = Math.ceil(Math.sqrt(count));
  const coordinates = new Float64Array(2 * count * (vertices + 1));
  let at = 0;
  for (let i = 0; i < count; i++) {
    const x = CENTER[0] - 0.4 + (0.8 * ((i % side) + 0.5)) / side;
    const y = CENTER[1] - 0.22 + (0.44 * (Math.floor(i / side) + 0.5)) / side;
    const first = at;
    for (let v = 0; v < vertices; v++) {
      const angle = (2 * Math.PI * v) / vertices;
      const radius = (0.8 + 0.25 * random()) / side / 2;
      coordinates[at++] = x + 0.8 * radius * Math.cos(angle);
      coordinates[at++] = y + 0.44 * radius * Math.sin(angle);
    }
    coordinates[at++] = coordinates[first] as number;
    coordinates[at++] = coordinates[first + 1] as number;
  }
  const steps = (length: number, by: number) => Uint32Array.from({ length: length + 1 }, (_, i) => i * by);
  return {
    geometry: { kind: 'shape', types: new Uint8Array(count).fill(3), partStart: steps(count, 1), ringStart: steps(count, 1), vertexStart: steps(count, vertices + 1), coordinates },
    rowCount: count,
    classOf: Uint8Array.from({ length: count }, () => Math.floor(random() * 5)),
  };
}

function ours(data: Data): { layer: Layer; theme: () => void; filter: (share: number) => void; hit: (x: number, y: number) => unknown } {
  const kind = data.geometry.kind === 'point' ? 'point' : 'polygon';
  const renderer = new CanvasRenderer(kind);
  const colors = { outline: '#ffffff', selection: '#17202b', surface: '#ffffff', label: '#17202b', halo: '#ffffff' };
  let columns: RenderColumns = { ...data, passing: new Uint8Array(data.rowCount).fill(1), selection: new Set(), hover: -1 };
  let style: RenderStyle = {
    classes: COLORS.map((color) => ({ color, outline: '#555555' })),
    shape: 'circle', size: 7, width: 2, dash: [], fillOpacity: 0.8, clusterDistance: 0, countText: String, colors, fontFamily: 'sans-serif', textScale: 1,
  };
  renderer.prepare(columns, style);
  const layer = new CanvasLayer((target) => renderer.draw(target));
  const again = () => {
    renderer.prepare(columns, style);
    layer.changed();
  };
  return {
    layer,
    theme: () => {
      style = { ...style, classes: [...style.classes].reverse() };
      again();
    },
    filter: (share) => {
      columns = { ...columns, passing: Uint8Array.from(columns.passing, (_, row) => ((row * 7919) % 1000 < share * 1000 ? 1 : 0)) };
      again();
    },
    hit: (x, y) => renderer.hitsAt(x, y, 2),
  };
}

/** A row as an OpenLayers geometry. */
function shapeOf(geometry: Data['geometry'], row: number): Point | Polygon {
  if (geometry.kind === 'none') throw new Error('no geometry');
  const { coordinates } = geometry;
  const at = (vertex: number) => fromLonLat([coordinates[2 * vertex] as number, coordinates[2 * vertex + 1] as number]);
  if (geometry.kind === 'point') return new Point(at(row));
  const from = geometry.vertexStart[row] as number;
  return new Polygon([Array.from({ length: (geometry.vertexStart[row + 1] as number) - from }, (_, i) => at(from + i))]);
}

function byOpenLayers(data: Data): ReturnType<typeof ours> {
  let styles = COLORS.map((color) => {
    const fill = new Fill({ color });
    const stroke = new Stroke({ color: '#555555', width: 1 });
    return new Style({ fill, stroke, image: new CircleStyle({ radius: 3, fill, stroke }) });
  });
  let share = 1;
  const features = Array.from({ length: data.rowCount }, (_, row) => {
    const feature = new Feature(shapeOf(data.geometry, row));
    feature.set('row', row);
    return feature;
  });
  const layer = new VectorLayer({
    source: new VectorSource({ features }),
    updateWhileAnimating: true,
    updateWhileInteracting: true,
    style: (feature) => {
      const row = feature.get('row') as number;
      return (row * 7919) % 1000 < share * 1000 ? styles[data.classOf[row] as number] : undefined;
    },
  });
  return {
    layer,
    theme: () => {
      styles = [...styles].reverse();
      layer.changed();
    },
    filter: (next) => {
      share = next;
      layer.changed();
    },
    hit: (x, y) => map?.forEachFeatureAtPixel([x, y], (feature) => feature, { hitTolerance: 2 }),
  };
}

let map: OlMap | undefined;

/** Forces queued drawing: one pixel is read back from every canvas. */
function flush(): void {
  for (const canvas of document.querySelectorAll('canvas')) if (canvas.width > 0) canvas.getContext('2d')?.getImageData(0, 0, 1, 1);
}

function timed(act: () => void): number {
  const start = performance.now();
  act();
  flush();
  return performance.now() - start;
}

const median = (list: number[]) => [...list].sort((p, q) => p - q)[Math.floor(list.length / 2)] as number;

/** Runs one case and answers milliseconds. */
function run(kind: 'points' | 'polygons', count: number, by: 'ours' | 'ol', frames: number): Record<string, number> {
  const data = kind === 'points' ? points(count) : polygons(count);
  const target = document.createElement('div');
  target.style.cssText = 'width:1280px;height:800px';
  document.body.append(target);
  const view = new View({ center: fromLonLat(CENTER), resolution: 70, constrainResolution: false });
  let made: ReturnType<typeof ours> | undefined;
  const first = timed(() => {
    made = by === 'ours' ? ours(data) : byOpenLayers(data);
    map = new OlMap({ target, controls: [], interactions: [], view, pixelRatio: 1, layers: [made.layer] });
    map.renderSync();
  });
  const draw = () => map?.renderSync();
  const [x, y] = view.getCenter() as [number, number];
  const pans = Array.from({ length: frames }, (_, i) => timed(() => (view.setCenter([x + 700 * (i + 1), y + 350 * (i + 1)]), draw())));
  const zooms = Array.from({ length: frames }, (_, i) => timed(() => (view.setResolution(70 * 0.93 ** (i + 1)), draw())));
  view.setResolution(70);
  view.setCenter([x, y]);
  draw();
  const theme = timed(() => (made?.theme(), draw()));
  const filter = timed(() => (made?.filter(0.5), draw()));
  const firstHit = timed(() => made?.hit(640, 400));
  const hits = Array.from({ length: 20 }, (_, i) => timed(() => made?.hit(60 * i + 20, 37 * i + 20)));
  map?.setTarget(undefined);
  map?.dispose();
  target.remove();
  return { first, pan: median(pans), zoom: median(zooms), theme, filter, firstHit, hit: median(hits) };
}

Object.assign(window, { run });
