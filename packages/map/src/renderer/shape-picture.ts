/** Lines or polygons with selection, hover and labels, in the order they lie on each other. */
import type { Geometry } from '@yizhangtu/data/model';
import { whileIdle } from '../shared/while-idle.js';
import type { Picture, Scene } from './canvas-renderer.js';
import { shapesOf, type ShapeSet } from './geometry.js';
import { lineHits, polygonHits, topFirst } from './hits.js';
import type { LabelSpot } from './label-painter.js';
import { LateLabels } from './late-labels.js';
import { lineLabelPlace, polygonLabelPlace } from './label-place.js';
import { drawLineEmphasis, drawLines } from './line-painter.js';
import { pixelShapesNow, whenPixelShapes } from './pixel-door.js';
import type { PixelShapes } from './pixel-shapes.js';
import { PolygonPainter } from './polygon-painter.js';
import { seesMany, shapeBatches, type ShapeBatch, type ShapeFrame } from './shape-frame.js';
import { levelsOf, RANK_FROM, type ShapeLevels } from './shape-levels.js';
import type { Rings } from './shape-raster.js';
import type { ClusterHit, DrawTarget, RenderColumns, RenderStyle, RenderWay } from './types.js';
import { devicePoint, mapPoint, worldShifts, type View } from './view.js';

/** Borders of selected and hovered rows, CSS px. */
const SELECTED = 2.5;
const HOVERED = 1.5;
/** Rings around more polygons than this are part of the kept pixels. */
const MANY_SELECTED = 50;

/** From so many seen rows on pixels are faster than canvas paths. */
export const PIXELS_FROM = 2000;
/** The same by vertices, where there are many in all. */
const PIXELS_FROM_VERTICES = 10_000;

/** Rows that are stroked on top of pixels. @param ringed True where the selection is part of the pixels. */
function strokedRows({ selection, hover }: RenderColumns, ringed: boolean): number[] {
  const rows = new Set(ringed ? [] : selection);
  if (hover >= 0) rows.add(hover);
  return [...rows].sort((a, b) => a - b);
}

/** Whether a geometry has so many rows or vertices that some view of it may want pixels. */
function mayBePixels(geometry: Geometry, way: RenderWay = 'auto'): boolean {
  if (geometry.kind !== 'shape' || way === 'features') return false;
  return way !== 'auto' || geometry.types.length >= PIXELS_FROM || geometry.coordinates.length / 2 >= RANK_FROM;
}

/** The picture of a line or polygon layer. */
export class ShapePicture implements Picture {
  readonly #type: 2 | 3;
  readonly #polygons = new PolygonPainter();
  #pixels: PixelShapes | undefined;
  readonly #labels = new LateLabels();
  readonly #places = new Map<number, readonly [number, number]>();
  #shapes: ShapeSet | undefined;
  #asPixels = false;
  /** What was drawn, which must not vanish while the code of the pixels comes. */
  #drawn: ShapeSet | undefined;
  #asked = false;
  #held: { readonly levels: ShapeLevels; readonly release: () => void } | undefined;

  constructor(type: 2 | 3) {
    this.#type = type;
  }

  ready({ columns, style }: Scene, projection: string): void {
    // Its file comes while the places are put into map units.
    if (mayBePixels(columns.geometry, style.way)) void whenPixelShapes();
    shapesOf(columns.geometry, projection);
  }

  draw(scene: Scene, target: DrawTarget): void {
    const { columns, style, slots } = scene;
    const shapes = shapesOf(columns.geometry, target.view.projection);
    if (shapes !== this.#shapes) this.#places.clear();
    this.#shapes = shapes;
    if (!shapes) return;
    const levels = this.#hold(shapes);
    const frame: ShapeFrame = { ...target, shapes, levels, type: this.#type, slots, style };
    const rings = this.#type === 3 && columns.selection.size > MANY_SELECTED ? { rows: columns.selection, width: SELECTED } : undefined;
    const pixels = this.#isPixels(frame) ? this.#pixelCode(style) : undefined;
    if (pixels === 'coming' && this.#drawn !== shapes) {
      (target.wait ?? target.again)?.();
      return;
    }
    this.#drawn = shapes;
    const asPixels = (this.#asPixels = typeof pixels === 'object');
    // Pixels are drawn without them; what is stroked or written on top needs to know which rows are seen.
    const stroked = columns.label !== undefined || columns.hover >= 0 || (columns.selection.size > 0 && !rings);
    const drawn = this.#draw(frame, asPixels, rings);
    const batches = asPixels && stroked ? shapeBatches(frame, columns.label ? undefined : strokedRows(columns, rings !== undefined)) : drawn;
    if (!(asPixels && rings)) this.#emphasise(frame, batches, columns.selection, SELECTED);
    if (columns.hover >= 0) this.#emphasise(frame, batches, new Set([columns.hover]), HOVERED);
    if (columns.label) this.#labels.draw(target, style, columns.label, () => this.#spots(frame, batches, columns.selection));
  }

  hitsAt(scene: Scene, view: View, x: number, y: number, tolerance: number): number[] {
    const shapes = this.#shapes;
    if (!shapes) return [];
    const [mapX, mapY] = mapPoint(view, x, y);
    const unit = view.resolution;
    const hits = worldShifts(view, shapes.extent, 64).flatMap((shift) => {
      const probe = { x: mapX - shift, y: mapY, tolerance: tolerance * unit };
      return this.#type === 3 ? polygonHits(shapes, scene.slots, probe) : lineHits(shapes, scene.slots, probe, scene.style.width * unit);
    });
    return topFirst(hits);
  }

  clusterAt(): ClusterHit | undefined {
    return undefined;
  }

  rest(): void {
    this.#pixels?.clear();
    this.#release();
  }

  clear(): void {
    this.#polygons.clear();
    this.#pixels?.clear();
    this.#labels.clear();
    this.#places.clear();
    this.#shapes = this.#drawn = undefined;
    this.#release();
  }

  #hold(shapes: ShapeSet): ShapeLevels {
    const levels = levelsOf(shapes);
    if (this.#held?.levels !== levels) {
      this.#release();
      this.#held = { levels, release: levels.hold(() => this.#pixels?.measure(whileIdle)) };
    }
    return levels;
  }

  #release(): void {
    this.#held?.release();
    this.#held = undefined;
  }

  #isPixels(frame: ShapeFrame): boolean {
    const { way = 'auto' } = frame.style;
    if (way === 'webgl') frame.style.onFallback?.('shapes');
    if (way !== 'auto') return way !== 'features';
    // No change of the way in the middle of a movement: what is kept of one is of no use to the other.
    if (frame.view.moving && this.#asPixels) return true;
    return seesMany(frame, PIXELS_FROM, frame.levels.isLarge ? PIXELS_FROM_VERTICES : Infinity);
  }

  /** What draws pixels. While its code comes, what was drawn before is drawn by canvas paths; where it does not come, everything is. */
  #pixelCode({ redraw }: RenderStyle): PixelShapes | 'coming' | 'missing' {
    const code = pixelShapesNow();
    if (code === undefined) {
      if (!this.#asked) void whenPixelShapes().then(() => redraw?.());
      this.#asked = true;
      return 'coming';
    }
    return code === 'missing' ? code : (this.#pixels ??= new code());
  }

  #draw(frame: ShapeFrame, asPixels: boolean, rings: Rings | undefined): ShapeBatch[] {
    if (asPixels) {
      this.#pixels?.draw(frame, rings);
      return [];
    }
    this.#pixels?.clear();
    return this.#type === 3 ? this.#polygons.draw(frame) : drawLines(frame);
  }

  #emphasise(frame: ShapeFrame, batches: readonly ShapeBatch[], rows: ReadonlySet<number>, width: number): void {
    if (rows.size === 0) return;
    if (this.#type === 3) this.#polygons.drawEmphasis(frame, batches, rows, width);
    else drawLineEmphasis(frame, batches, rows, width);
  }

  #place(shapes: ShapeSet, row: number): readonly [number, number] {
    let place = this.#places.get(row);
    if (!place) {
      place = this.#type === 3 ? polygonLabelPlace(shapes, row) : lineLabelPlace(shapes, row);
      this.#places.set(row, place);
    }
    return place;
  }

  /** Selected rows first, then the highest classes. */
  *#spots({ shapes, view }: ShapeFrame, batches: readonly ShapeBatch[], selection: ReadonlySet<number>): Iterable<LabelSpot> {
    for (const selected of [true, false])
      for (const batch of [...batches].reverse())
        for (const row of batch.rows) {
          if (selection.has(row) !== selected) continue;
          const place = this.#place(shapes, row);
          const [x, y] = devicePoint(view, place[0] + batch.shift, place[1]);
          const tall = (shapes.boxes[4 * row + 3] as number) - (shapes.boxes[4 * row + 1] as number);
          yield { row, x, y, radius: 0, slack: this.#type === 3 ? (tall * view.scale) / 5 : 0 };
        }
  }
}
