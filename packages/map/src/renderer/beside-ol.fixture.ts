/** Pictures side by side: what OpenLayers draws of a scene, and how far ours is from it where anything is drawn. */
import type Geometry from 'ol/geom/Geometry.js';
import Feature from 'ol/Feature.js';
import type Layer from 'ol/layer/Layer.js';
import VectorLayer from 'ol/layer/Vector.js';
import VectorSource from 'ol/source/Vector.js';
import type Style from 'ol/style/Style.js';
import { endMap, mapOf, pixelsOf, SIDE, type TestView } from './picture.fixture.js';
import { mapPoint, viewOf, type View } from './view.js';

export const WORLD = 40075016.68557849;

/** A shape and how OpenLayers draws it. */
export interface OlShape {
  readonly geometry: Geometry;
  readonly style: Style | Style[];
}

/** OpenLayers' own vector layer. Later shapes lie on earlier ones, as they do in ours. */
export function olLayer(shapes: readonly OlShape[], opacity = 1): Layer {
  const features = shapes.map(({ geometry, style }, index) => {
    const feature = new Feature(geometry);
    [style].flat().forEach((one, part) => one.setZIndex(index + part / 8));
    feature.setStyle(style);
    return feature;
  });
  // A class of its own, as layers with the same one share a canvas.
  return new VectorLayer({ source: new VectorSource({ features }), opacity, className: `ol-layer ol-layer-${opacity}-${shapes.length}`, renderBuffer: 200 });
}

/** Device px of OpenLayers' picture a CSS px: finer than ours, then averaged. */
export const FINE = 4;

/** Averages squares of pixels. */
function reduced({ data, width }: ImageData, by: number): ImageData {
  const side = width / by;
  const out = new ImageData(side, side);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      for (let k = 0; k < 4; k++) {
        let sum = 0;
        for (let dy = 0; dy < by; dy++) for (let dx = 0; dx < by; dx++) sum += data[4 * ((y * by + dy) * width + x * by + dx) + k] as number;
        out.data[4 * (y * side + x) + k] = Math.round(sum / (by * by));
      }
  return out;
}

/**
 * What layers look like on a map of OpenLayers. It is drawn finer and averaged, because OpenLayers turns a finished picture when the view is
 * turned and puts symbols of an even number of pixels between two of them: drawn once, that would be a blur as wide as what is looked for.
 */
export function pictureOf(layers: readonly Layer[], view: TestView): ImageData {
  const { pixelRatio = 1 } = view;
  const map = mapOf(layers, { ...view, pixelRatio: FINE });
  const pixels = pixelsOf(map, FINE);
  endMap(map);
  return reduced(pixels, FINE / pixelRatio);
}

/** The frame of a view of a test. */
export function frameOf({ center, resolution, rotation = 0, pixelRatio = 1 }: TestView): View {
  return viewOf({ center, resolution, rotation, size: [SIDE, SIDE], pixelRatio, worldWidth: WORLD, projection: 'EPSG:3857', moving: false });
}

/** Map units at a place in CSS px. */
export function mapAt(view: TestView, x: number, y: number): [number, number] {
  const frame = frameOf(view);
  return mapPoint(frame, x * frame.pixelRatio, y * frame.pixelRatio);
}

/** How far two pictures are apart where there is something to see. */
export interface Difference {
  /** Pixels looked at: those at an edge of either picture, and those that are not alike. */
  readonly looked: number;
  /** Mean difference of a channel over them, 0–255. */
  readonly mean: number;
  /** Share of them where a channel differs by more than a quarter. */
  readonly wrong: number;
}

/** Channels that differ by so much are not alike. */
const ALIKE = 6;

/** Whether a pixel differs from one of the pixels right of it and below. */
function isEdge(data: Uint8ClampedArray, at: number, width: number): boolean {
  for (let k = 0; k < 3; k++) {
    const here = data[at + k] as number;
    if (Math.abs(here - (data[at + 4 + k] as number)) > ALIKE || Math.abs(here - (data[at + 4 * width + k] as number)) > ALIKE) return true;
  }
  return false;
}

/**
 * Compares pictures pixel by pixel. Flat ground that is alike does not count, so that a border one pixel beside is not lost in a large area.
 * @param dx How far the first is moved to the right before: a test of the measure itself.
 */
export function differenceOf(a: ImageData, b: ImageData, dx = 0): Difference {
  const { width, height } = a;
  let looked = 0;
  let sum = 0;
  let wrong = 0;
  for (let y = 1; y < height - 2; y++)
    for (let x = 2; x < width - 2; x++) {
      const p = 4 * (y * width + x - dx);
      const q = 4 * (y * width + x);
      let most = 0;
      let all = 0;
      for (let k = 0; k < 3; k++) {
        const apart = Math.abs((a.data[p + k] as number) - (b.data[q + k] as number));
        all += apart;
        if (apart > most) most = apart;
      }
      if (most <= ALIKE && !isEdge(a.data, p, width) && !isEdge(b.data, q, width)) continue;
      looked++;
      sum += all / 3;
      if (most > 64) wrong++;
    }
  return { looked, mean: sum / Math.max(1, looked), wrong: wrong / Math.max(1, looked) };
}
