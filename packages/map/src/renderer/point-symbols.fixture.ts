/** Every symbol of a point layer, as this library and as OpenLayers is told to draw it. */
import { GLYPHS } from '@yizhangtu/base/glyph-set';
import type { Glyph } from '@yizhangtu/base/glyphs';
import Point from 'ol/geom/Point.js';
import type Layer from 'ol/layer/Layer.js';
import { fromLonLat, toLonLat } from 'ol/proj.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Icon from 'ol/style/Icon.js';
import type ImageStyle from 'ol/style/Image.js';
import RegularShape from 'ol/style/RegularShape.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import { frameOf, olLayer } from './beside-ol.fixture.js';
import { glyphDrawing } from './glyph-mask.js';
import { columnsOf, SIDE, type TestView } from './picture.fixture.js';
import { NO_TURN, TURN_STEP } from './turns.js';
import type { PointShape, RenderColumns, RenderKind, RenderStyle } from './types.js';
import { mapPoint } from './view.js';

/** A picture of ours and how OpenLayers is told to draw the same. */
export interface Drawn {
  readonly columns: RenderColumns;
  readonly style: Partial<RenderStyle>;
  readonly theirs: () => readonly Layer[];
}

/** One symbol. */
export interface TestSymbol {
  readonly name: string;
  readonly kind: RenderKind;
  readonly drawn: (view: TestView) => Drawn;
}

export const BLUE = '#1f5fd0';
const INK = '#ffe08a';
const OUTLINE = '#7a1020';

type Place = readonly [number, number];

/** Degrees in the middle of a device pixel: whole pixels are where our symbols stand. */
function placeAt(view: TestView, x: number, y: number): Place {
  const frame = frameOf(view);
  const { pixelRatio } = frame;
  const [lon, lat] = toLonLat(mapPoint(frame, Math.floor(x * pixelRatio) + 0.5, Math.floor(y * pixelRatio) + 0.5)) as [number, number];
  return [((((lon + 180) % 360) + 360) % 360) - 180, lat];
}

/** A way apart: no symbol touches another. */
function apartFrom(view: TestView): Place[] {
  const out: Place[] = [];
  for (let y = 4; y < SIDE + 10; y += 43) for (let x = 7; x < SIDE + 10; x += 43) out.push(placeAt(view, x, y));
  return out;
}

/** Over each other, some at the same pixel. */
function heaped(view: TestView): Place[] {
  let seed = 3;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const once = Array.from({ length: 120 }, () => placeAt(view, random() * SIDE, random() * SIDE));
  return [...once, ...once.slice(0, 60)];
}

function pointColumns(at: readonly Place[], more: Partial<RenderColumns> = {}): RenderColumns {
  return columnsOf({ kind: 'point', coordinates: Float64Array.from(at.flat()) }, at.length, more);
}

/** How far the edge of a shape is from its middle ÷ half its size, straight out from a side; and its sides. */
const FORM: Readonly<Record<'square' | 'triangle' | 'diamond', { readonly inner: number; readonly points: number; readonly angle: number }>> = {
  square: { inner: 0.886, points: 4, angle: Math.PI / 4 },
  diamond: { inner: 1.2 * Math.SQRT1_2, points: 4, angle: 0 },
  triangle: { inner: 0.62, points: 3, angle: 0 },
};

/** A shape by OpenLayers, its outline drawn inside the size. */
function olShape(shape: PointShape, size: number, fill = BLUE, rotation?: number): ImageStyle {
  const look = { fill: new Fill({ color: fill }), stroke: new Stroke({ color: OUTLINE, width: 1 }) };
  if (shape === 'circle' || shape === 'none') return new CircleStyle({ radius: size / 2 - 0.5, ...look });
  const { inner, points, angle } = FORM[shape];
  const radius = ((size / 2) * inner - 0.5) / Math.cos(Math.PI / points);
  return new RegularShape({ points, angle, radius, ...look, ...(rotation !== undefined && { rotation, rotateWithView: true }) });
}

const SIGN = GLYPHS.find(({ name }) => name === 'vessel') as Glyph;
/** Pixels a unit of the grid of 24 in the picture of a sign. */
const FINE = 8;

/** A sign as OpenLayers gets it: a picture of its SVG, already loaded. @param grow How far it reaches further, units of the grid. */
async function signImage(color: string, grow = 0): Promise<HTMLImageElement> {
  const paths = SIGN.parts.map(({ d, stroke }) => {
    const width = (stroke ?? 0) + 2 * grow;
    return `<path d="${d}" fill="${stroke === undefined ? color : 'none'}" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
  });
  const side = 48 * FINE;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="-12 -12 48 48">${paths.join('')}</svg>`;
  const image = new Image(side, side);
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

interface Signs {
  readonly ink: HTMLImageElement;
  readonly fill: HTMLImageElement;
  readonly outline: HTMLImageElement;
}

const STANDING = 24;
let signs: Signs | undefined;

/** Loads the pictures OpenLayers draws signs from. */
export async function loadSigns(): Promise<void> {
  const [ink, fill, outline] = await Promise.all([signImage(INK), signImage(BLUE), signImage(OUTLINE, 24 / (STANDING - 2))]);
  signs = { ink, fill, outline } as Signs;
}

function olSign(which: keyof Signs, room: number, rotation = 0): ImageStyle {
  return new Icon({ img: (signs as Signs)[which], scale: (room * 2) / (48 * FINE), rotation, rotateWithView: rotation !== 0 });
}

interface Given {
  readonly shape: PointShape;
  readonly size?: number;
  readonly style?: Partial<RenderStyle>;
  readonly columns?: (count: number) => Partial<RenderColumns>;
  readonly images: (row: number) => ImageStyle[];
  readonly places?: (view: TestView) => Place[];
  /** Rows from bottom to top; as they come when absent. */
  readonly level?: (row: number) => number;
}

function pointSymbol(name: string, { shape, size = 15, style, columns, images, places = apartFrom, level = () => 0 }: Given): TestSymbol {
  return {
    name,
    kind: 'point',
    drawn(view) {
      const at = places(view);
      return {
        columns: pointColumns(at, columns?.(at.length)),
        style: { classes: [{ color: BLUE, outline: OUTLINE }], shape, size, ...style },
        theirs() {
          const rows = [...at.keys()].sort((a, b) => level(a) - level(b) || a - b);
          return [olLayer(rows.map((row) => ({ geometry: new Point(fromLonLat([...(at[row] as Place)])), style: images(row).map((image) => new Style({ image })) })))];
        },
      };
    },
  };
}

const sizeOf = (row: number) => 8 + 3 * (row % 6);
const turnOf = (row: number) => (row % 9 === 4 ? NO_TURN : (row * 7) % 120);
const radians = (row: number) => (turnOf(row) * TURN_STEP * Math.PI) / 180;
const glyphClass = [{ color: BLUE, outline: OUTLINE, glyph: glyphDrawing(SIGN), ink: INK }];

const CLEAR = ['rgba(31,95,208,0.5)', 'rgba(208,128,31,0.4)'] as const;

/** All of them. */
export const POINT_SYMBOLS: readonly TestSymbol[] = [
  ...(['circle', 'square', 'triangle', 'diamond'] as const).map((shape) => pointSymbol(shape, { shape, images: () => [olShape(shape, 15)] })),
  pointSymbol('sign on a disc', { shape: 'circle', size: 27, style: { classes: glyphClass }, images: () => [olShape('circle', 27), olSign('ink', 25 * 0.82)] }),
  pointSymbol('sign by itself', {
    shape: 'none',
    size: STANDING,
    style: { classes: glyphClass },
    images: () => [olSign('outline', STANDING - 2), olSign('fill', STANDING - 2)],
  }),
  pointSymbol('size by value', { shape: 'circle', columns: (count) => ({ diameters: Uint8Array.from({ length: count }, (_, row) => sizeOf(row)) }), images: (row) => [olShape('circle', sizeOf(row))] }),
  pointSymbol('turn by value', {
    shape: 'triangle',
    size: 20,
    columns: (count) => ({ turns: Uint8Array.from({ length: count }, (_, row) => turnOf(row)) }),
    images: (row) => [turnOf(row) === NO_TURN ? olShape('circle', 12) : olShape('triangle', 20, BLUE, radians(row))],
  }),
  // Large below small, then by class.
  pointSymbol('half-clear symbols over each other', {
    shape: 'circle',
    style: { classes: CLEAR.map((color) => ({ color, outline: OUTLINE })) },
    places: heaped,
    columns: (count) => ({ classOf: Uint8Array.from({ length: count }, (_, row) => row % 2), diameters: Uint8Array.from({ length: count }, (_, row) => sizeOf(row)) }),
    images: (row) => [olShape('circle', sizeOf(row), CLEAR[row % 2])],
    level: (row) => row % 2 - 10 * sizeOf(row),
  }),
  pointSymbol('symbols over each other', {
    shape: 'triangle',
    style: { classes: [BLUE, '#d0801f'].map((color) => ({ color, outline: OUTLINE })) },
    places: heaped,
    columns: (count) => ({ classOf: Uint8Array.from({ length: count }, (_, row) => row % 2), turns: Uint8Array.from({ length: count }, (_, row) => turnOf(row)) }),
    images: (row) => [turnOf(row) === NO_TURN ? olShape('circle', 9, [BLUE, '#d0801f'][row % 2]) : olShape('triangle', 15, [BLUE, '#d0801f'][row % 2], radians(row))],
    level: (row) => row % 2,
  }),
];
