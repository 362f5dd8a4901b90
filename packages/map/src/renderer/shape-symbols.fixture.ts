/** Every way a line or a polygon looks, as this library and as OpenLayers is told to draw it. */
import MultiLineString from 'ol/geom/MultiLineString.js';
import MultiPolygon from 'ol/geom/MultiPolygon.js';
import type Layer from 'ol/layer/Layer.js';
import { fromLonLat, toLonLat } from 'ol/proj.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import { FINE, mapAt, olLayer } from './beside-ol.fixture.js';
import { columnsOf, SIDE, STYLE, type TestView } from './picture.fixture.js';
import { BLUE, type TestSymbol } from './point-symbols.fixture.js';
import { shapeGeometry, type Ring } from './shapes.fixture.js';
import type { RenderStyle } from './types.js';

const CASING = '#e0a020';
const BORDER = '#7a1020';
const NONE = 'rgba(0,0,0,0)';

/** Places in CSS px of the view before it is turned. */
type Sketch = readonly (readonly [number, number])[];

/** In degrees; they go on beyond 180°. */
function ringAt(view: TestView, sketch: Sketch): Ring {
  const upright = { ...view, rotation: 0, pixelRatio: 1 };
  const middle = toLonLat([...view.center])[0] as number;
  return sketch.map(([x, y]) => {
    const [lon, lat] = toLonLat(mapAt(upright, x, y)) as [number, number];
    return [lon - middle > 180 ? lon - 360 : lon - middle < -180 ? lon + 360 : lon, lat];
  });
}

const projected = (ring: Ring): number[][] => ring.map((place) => fromLonLat([...place]));

const LINES: readonly (readonly Sketch[])[] = [
  [[[20, 30], [90, 60], [120, 20], [180, 110], [280, 100]], [[30, 90], [80, 140], [40, 200]]],
  [[[-60, 240], [110, 170], [160, 260], [350, 190]]],
  [[[150, 135], [220, 150], [250, 240], [240, 330]]],
];

interface LineGiven {
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly casing?: string;
  readonly colors?: readonly string[];
}

function lineSymbol(name: string, { width = 4, dash = [], casing = NONE, colors = [BLUE] }: LineGiven): TestSymbol {
  const stroke = (color: string, wide: number) =>
    new Style({ stroke: new Stroke({ color, width: wide, lineCap: dash.length > 0 ? 'butt' : 'round', lineJoin: 'round', ...(dash.length > 0 && { lineDash: [...dash] }) }) });
  return {
    name,
    kind: 'line',
    drawn(view) {
      const lines = LINES.map((parts) => parts.map((part) => ringAt(view, part)));
      const style: Partial<RenderStyle> = { classes: colors.map((color) => ({ color, outline: casing })), width, dash };
      // Class by class: a casing lies below all lines of its class.
      const byClass = colors.map((color, index) => {
        const parts = lines.flatMap((line, row) => (row % colors.length === index ? line.map(projected) : []));
        return { geometry: new MultiLineString(parts), style: [stroke(casing, width + 2), stroke(color, width)] };
      });
      return {
        columns: columnsOf(shapeGeometry(lines.map((parts) => ({ type: 2, lines: parts }))), lines.length, { classOf: Uint8Array.from(lines, (_, row) => row % colors.length) }),
        style,
        theirs: () => [olLayer(byClass)],
      };
    },
  };
}

/** A closed box in CSS px. */
const boxAt = (left: number, top: number, right: number, bottom: number): Sketch => [[left, top], [right, top], [right, bottom], [left, bottom], [left, top]];
const STAR: Sketch = Array.from({ length: 11 }, (_, i) => {
  const reach = i % 2 ? 25 : 58;
  return [205 + reach * Math.sin((i % 10) * 0.2 * Math.PI), 90 - reach * Math.cos((i % 10) * 0.2 * Math.PI)] as const;
});

const SIMPLE: readonly (readonly (readonly Sketch[])[])[] = [[[boxAt(20.3, 25.6, 120.2, 130.7)]], [[STAR]], [[boxAt(-40, 190.4, 150.5, 280.3)]]];
const HOLED: typeof SIMPLE = [[[boxAt(20, 20, 170, 170), boxAt(50, 50, 90, 120), [...boxAt(110.5, 60.5, 140.5, 150.5)].reverse()]], [[STAR.map(([x, y]) => [x + 20, y + 120] as const), boxAt(215, 200, 235, 220)]]];
const PARTS: typeof SIMPLE = [
  [[boxAt(20, 20, 80, 90)], [STAR], [boxAt(30, 140, 130, 240), boxAt(60, 170, 90, 200)]],
  [[boxAt(170.4, 180.2, 230.7, 290.1)], [boxAt(240, 180, 320, 240)]],
];
const OVERLAP: typeof SIMPLE = [[[boxAt(30, 30, 160, 160)]], [[boxAt(90, 90, 220, 220)]], [[STAR]], [[boxAt(120, 20, 260, 130)]]];

interface PolygonGiven {
  readonly shapes?: typeof SIMPLE;
  readonly opacity?: number;
  readonly border?: string;
  readonly hatch?: boolean;
  readonly colors?: readonly string[];
}

/** A tile of the hatch, described once more: lines from bottom left to top right, 8 px apart along x, 1.25 px wide, on a quarter of the colour. */
function hatchTile(): HTMLCanvasElement {
  const side = 8 * FINE;
  const tile = document.createElement('canvas');
  tile.width = tile.height = side;
  const context = tile.getContext('2d') as CanvasRenderingContext2D;
  for (const [color, alpha] of [[STYLE.colors.surface, 1], [BLUE, 0.25]] as const) {
    context.globalAlpha = alpha;
    context.fillStyle = color;
    context.fillRect(0, 0, side, side);
  }
  context.globalAlpha = 1;
  context.strokeStyle = BLUE;
  context.lineWidth = 1.25 * FINE;
  for (let x = -side; x <= 2 * side; x += side) {
    context.moveTo(x, 0);
    context.lineTo(x - 2 * side, 2 * side);
  }
  context.stroke();
  return tile;
}

/**
 * The hatch as a fill of OpenLayers. Ours stays upright when the view is turned, so that it looks as in the legend, and lies on the ground
 * at 0° 0°; OpenLayers turns fills with the map and lets them begin at a multiple of 512 px from there. This takes both back.
 */
function hatchOf({ center, resolution, rotation = 0 }: TestView): CanvasPattern {
  const pattern = document.createElement('canvas').getContext('2d')?.createPattern(hatchTile(), 'repeat') as CanvasPattern;
  const side = Math.round(SIDE * FINE * (rotation === 0 ? 1 : Math.SQRT2));
  const scale = FINE / resolution;
  const begin = [side / 2 - center[0] * scale, side / 2 + center[1] * scale].map((place) => place - (place % (512 * FINE))) as [number, number];
  const upright = new DOMMatrix().rotate((rotation * 180) / Math.PI).transformPoint(new DOMPoint(...begin));
  const period = 8 * FINE;
  pattern.setTransform(new DOMMatrix().rotate((-rotation * 180) / Math.PI).translate(upright.x % period, upright.y % period));
  return pattern;
}

function polygonSymbol(name: string, { shapes = SIMPLE, opacity = 1, border = NONE, hatch = false, colors = [BLUE] }: PolygonGiven): TestSymbol {
  return {
    name,
    kind: 'polygon',
    drawn(view) {
      const polygons = shapes.map((parts) => parts.map((part) => part.map((ring) => ringAt(view, ring))));
      const classOf = Uint8Array.from(polygons, (_, row) => row % colors.length);
      // In the order of the classes, then of the rows.
      const order = colors.flatMap((_, index) => polygons.flatMap((parts, row) => (classOf[row] === index ? [{ index, parts: parts.map((part) => part.map(projected)) }] : [])));
      const shapesWith = (styleOf: (index: number) => Style) => order.map(({ index, parts }) => ({ geometry: new MultiPolygon(parts), style: styleOf(index) }));
      return {
        columns: columnsOf(shapeGeometry(polygons.map((parts) => ({ type: 3, polygons: parts }))), polygons.length, { classOf }),
        style: { classes: colors.map((color) => ({ color, outline: border, hatch })), fillOpacity: opacity },
        theirs: (): Layer[] => [
          // Fills are made clear together, so that each keeps the colour of the legend where two overlap: OpenLayers does that with a layer.
          olLayer(shapesWith((index) => new Style({ fill: new Fill({ color: hatch ? hatchOf(view) : (colors[index] as string) }) })), opacity),
          olLayer(shapesWith(() => new Style({ stroke: new Stroke({ color: border, width: 1, lineJoin: 'round' }) }))),
        ],
      };
    },
  };
}

/** All of them. */
export const SHAPE_SYMBOLS: readonly TestSymbol[] = [
  lineSymbol('plain line', {}),
  lineSymbol('thin line', { width: 1 }),
  lineSymbol('dashed line', { dash: [12, 7] }),
  lineSymbol('line with a casing', { casing: CASING }),
  lineSymbol('dashed line with a casing', { casing: CASING, dash: [14, 6, 3, 6] }),
  lineSymbol('half-clear lines that cross', { width: 9, colors: ['rgba(31,95,208,0.5)', 'rgba(208,128,31,0.5)'] }),
  polygonSymbol('fill', {}),
  polygonSymbol('half-clear fill', { opacity: 0.5 }),
  polygonSymbol('border', { border: BORDER }),
  polygonSymbol('holes', { shapes: HOLED, border: BORDER, opacity: 0.75 }),
  polygonSymbol('several parts', { shapes: PARTS, border: BORDER, opacity: 0.75 }),
  polygonSymbol('half-clear fills that overlap', { shapes: OVERLAP, border: BORDER, opacity: 0.5, colors: [BLUE, '#d0801f', '#2a9d5c'] }),
  polygonSymbol('hatch', { hatch: true, border: BORDER }),
];
