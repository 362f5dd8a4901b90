/** Pictures for tests: a renderer and OpenLayers' own vector layer on equal maps, and how far the two pictures are apart. */
import OlMap from 'ol/Map.js';
import View from 'ol/View.js';
import type Layer from 'ol/layer/Layer.js';
import { CanvasLayer } from '../data-layer/canvas-layer.js';
import { transformTo } from '../map/projections.js';
import { newRenderer as pointRenderer } from './point-renderer.js';
import { newRenderer as shapeRenderer } from './shape-renderer.js';
import { whenPixelShapes } from './pixel-door.js';
import { provideProjections } from './projection-door.js';
import type { RenderColumns, RenderKind, RenderStyle } from './types.js';

provideProjections(transformTo);

// A renderer that is asked at once has all of its code.
before(() => whenPixelShapes());

export interface TestView {
  readonly center: readonly [number, number];
  readonly resolution: number;
  readonly rotation?: number;
  readonly pixelRatio?: number;
  readonly projection?: string;
}

export const SIDE = 300;

export const STYLE: RenderStyle = {
  classes: [{ color: '#1f5fd0' }],
  shape: 'circle',
  size: 10,
  width: 3,
  dash: [],
  fillOpacity: 0.75,
  clusterDistance: 0,
  countText: String,
  colors: { outline: '#ffffff', selection: '#17202b', surface: '#ffffff', label: '#17202b', halo: '#ffffff' },
  fontFamily: 'sans-serif',
  textScale: 1,
};

/** Columns where every row passes and is of class 0. */
export function columnsOf(geometry: RenderColumns['geometry'], rowCount: number, more: Partial<RenderColumns> = {}): RenderColumns {
  return { rowCount, geometry, passing: new Uint8Array(rowCount).fill(1), classOf: new Uint8Array(rowCount), selection: new Set(), hover: -1, ...more };
}

/** A map without controls around a layer, or several. */
export function mapOf(layers: Layer | readonly Layer[], view: TestView): OlMap {
  const target = document.createElement('div');
  target.style.width = target.style.height = `${SIDE}px`;
  document.body.append(target);
  const { center, resolution, rotation = 0, pixelRatio = 1, projection = 'EPSG:3857' } = view;
  const olView = new View({ center: [...center], resolution, rotation, projection, constrainResolution: false, multiWorld: true, minResolution: 1e-6, maxResolution: 1e9 });
  const map = new OlMap({ target, pixelRatio, controls: [], interactions: [], layers: [layers].flat(), view: olView });
  map.renderSync();
  return map;
}

/** What a map shows, on white, in device pixels. */
export function pixelsOf(map: OlMap, pixelRatio = 1): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE * pixelRatio;
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const layer of (map.getViewport() as HTMLElement).querySelectorAll<HTMLCanvasElement>('.ol-layer canvas')) {
    const matrix = (/matrix\(([^)]+)\)/.exec(layer.style.transform)?.[1] ?? '1,0,0,1,0,0').split(',').map(Number);
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix.map((value) => value * pixelRatio);
    context.setTransform(a, b, c, d, e, f);
    context.globalAlpha = Number(layer.style.opacity || 1);
    context.drawImage(layer, 0, 0);
  }
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** Takes a map off the page. */
export function endMap(map: OlMap): void {
  const target = map.getTargetElement();
  map.setTarget(undefined);
  map.dispose();
  target?.remove();
}

/** The picture of a renderer. */
export function rendered(kind: RenderKind, columns: RenderColumns, view: TestView, style: Partial<RenderStyle> = {}): ImageData {
  const renderer = kind === 'point' ? pointRenderer('point') : shapeRenderer(kind);
  renderer.prepare(columns, { ...STYLE, ...style });
  const map = mapOf(new CanvasLayer((target) => renderer.draw(target)), view);
  const pixels = pixelsOf(map, view.pixelRatio);
  endMap(map);
  renderer.dispose();
  return pixels;
}

function blurred(image: ImageData): Float32Array {
  const { width, height, data } = image;
  const out = new Float32Array(width * height * 3);
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++)
      for (let k = 0; k < 3; k++) {
        let sum = 0;
        for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) sum += data[4 * ((y + dy) * width + x + dx) + k] as number;
        out[3 * (y * width + x) + k] = sum / 9;
      }
  return out;
}

/** How far two pictures are apart, after a 3 × 3 blur that takes the antialiasing out. */
export interface Apart {
  /** Pixels that either picture has painted. */
  readonly painted: number;
  /** Share of them where a channel differs by more than a quarter. */
  readonly wrong: number;
  /** Mean difference of a channel over them, 0–255. */
  readonly mean: number;
}

/** Compares two pictures on white. */
export function apart(a: ImageData, b: ImageData): Apart {
  const p = blurred(a);
  const q = blurred(b);
  let painted = 0;
  let wrong = 0;
  let sum = 0;
  for (let y = 1; y < a.height - 1; y++)
    for (let x = 1; x < a.width - 1; x++) {
      const i = 3 * (y * a.width + x);
      const parts = [0, 1, 2].map((k) => Math.abs((p[i + k] as number) - (q[i + k] as number)));
      if ([0, 1, 2].every((k) => (p[i + k] as number) > 252 && (q[i + k] as number) > 252)) continue;
      painted++;
      sum += ((parts[0] as number) + (parts[1] as number) + (parts[2] as number)) / 3;
      if (Math.max(...parts) > 64) wrong++;
    }
  return { painted, wrong: wrong / Math.max(1, painted), mean: sum / Math.max(1, painted) };
}

/** Colour of a pixel as `r,g,b`. */
export function colorAt(image: ImageData, x: number, y: number): string {
  return [...image.data.subarray(4 * (Math.floor(y) * image.width + Math.floor(x)), 4 * (Math.floor(y) * image.width + Math.floor(x)) + 3)].join(',');
}
