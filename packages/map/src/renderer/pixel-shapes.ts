/**
 * Draws many lines or polygons by script. A tile of the picture is rasterised once and kept while the view only moves; a new theme or
 * filter lays colours on the kept pixels and looks at no vertex.
 */
import { MOST_PIXELS } from './fragment-list.js';
import { Hatches } from './hatch.js';
import { eachTile, PixelTile, tileGrid, tilesUnder, type TileGrid, type TileRange } from './pixel-tile.js';
import { borderColor } from './polygon-painter.js';
import { keepRasterizer, rasterizer, releaseRasterizer } from './raster.js';
import type { ShapeFrame } from './shape-frame.js';
import { compose, composeRings, composeSketch, lineInks, movedInks, polygonInks, type ClassInks } from './shape-inks.js';
import { Levels, rasterInput, type RasterOptions } from './shape-raster.js';
import type { RenderStyle } from './types.js';
import type { View } from './view.js';

/** Tiles reach this far beyond the view at rest, device px: a drag begins without new tiles. */
const MARGIN = 64;
/** While the view moves, tiles nearer than this are made ahead, device px. */
const AHEAD = 160;
/** Time a frame for tiles ahead, ms. */
const AHEAD_TIME = 4;
/** With at most so many rows also those filtered out are rasterised, so that a filter never does. */
const KEEP_ALL = 20_000;
/** A picture that took longer than this is drawn coarser while it zooms, ms. */
const CALM = 7;
/** A coarse picture that takes longer than this is drawn with larger pixels, ms. */
const SLOW = 11;

/** A view with its tiles. */
interface Layout {
  readonly view: View;
  readonly frame: Pick<ShapeFrame, 'shapes' | 'type'>;
  readonly width: number;
  readonly grid: TileGrid;
  readonly tiles: Map<string, PixelTile>;
}

/** Polygons that stand out by a ring. */
export interface Rings {
  readonly rows: ReadonlySet<number>;
  readonly width: number;
}

/** A picture that lasts one frame. */
interface Sheet {
  readonly image: ImageData;
  readonly pixels: Int32Array;
  readonly width: number;
  readonly height: number;
}

function sameScale(a: View | undefined, b: View): boolean {
  return a !== undefined && a.a === b.a && a.b === b.b && a.pixelRatio === b.pixelRatio && a.projection === b.projection;
}

/** Draws the lines or polygons of one layer. */
export class PixelShapes {
  readonly #hatches = new Hatches();
  readonly #levels = new Levels();
  #layout?: Layout;
  #sheet?: Sheet;
  #stage?: HTMLCanvasElement;
  #lastView?: View;
  #rings?: Rings | undefined;
  #inks?: { readonly style: RenderStyle; readonly view: View; readonly inks: readonly ClassInks[] };
  /** What the last picture took to rasterise, ms. */
  #cost = 0;
  /** What the last coarse picture took, ms. */
  #sketchCost = 0;
  #slow = false;
  #open = false;

  /**
   * Draws all rows. Must come first in a frame: it replaces the whole canvas.
   * @param rings Rows that get a ring as part of the kept picture, and how wide it is in CSS px.
   */
  draw(frame: ShapeFrame, rings?: Rings): void {
    this.#rings = rings;
    if (!this.#open) keepRasterizer();
    this.#open = true;
    const { view } = frame;
    const zooms = view.moving && !sameScale(this.#lastView, view) && view.width * view.height <= MOST_PIXELS;
    this.#lastView = view;
    if (zooms) this.#drawOnce(frame);
    else this.#drawTiles(frame);
  }

  /** Forgets everything; buffers are made anew when it draws again. */
  clear(): void {
    this.#layout = undefined;
    this.#sheet = undefined;
    this.#stage = undefined;
    this.#inks = undefined;
    this.#lastView = undefined;
    this.#levels.clear();
    this.#hatches.clear();
    if (this.#open) releaseRasterizer();
    this.#open = false;
  }

  #drawTiles(frame: ShapeFrame): void {
    const { view } = frame;
    this.#sheet = undefined;
    this.#sketchCost = 0;
    this.#slow = false;
    const layout = this.#layoutFor(frame);
    const dx = Math.round(view.e - layout.view.e);
    const dy = Math.round(view.f - layout.view.f);
    const seen = tilesUnder(layout.grid, -dx, -dy, view.width - dx, view.height - dy);
    const start = performance.now();
    const fresh = layout.tiles.size === 0;
    this.#show(frame, (context) => eachTile(seen, (column, line) => {
      const tile = this.#tile(frame, layout, column, line);
      context.putImageData(tile.image, tile.x + dx, tile.y + dy);
    }));
    if (fresh) this.#cost = performance.now() - start;
    if (view.moving) this.#makeAhead(frame, layout, dx, dy);
    dropFar(layout, seen);
  }

  #layoutFor(frame: ShapeFrame): Layout {
    const { view, shapes, type, style } = frame;
    const old = this.#layout;
    const width = type === 2 ? style.width : 0;
    if (old && sameScale(old.view, view) && old.frame.shapes === shapes && old.width === width) {
      const off = (distance: number) => Math.abs(distance - Math.round(distance)) > 0.02;
      // While it moves the picture stays on whole pixels; at rest it stands where it belongs.
      if (view.moving || !(off(view.e - old.view.e) || off(view.f - old.view.f))) return old;
    }
    const grid = tileGrid(view.width, view.height, MARGIN);
    this.#layout = { view, frame: { shapes, type }, width, grid, tiles: new Map() };
    return this.#layout;
  }

  /** A tile in the colours of the frame. */
  #tile(frame: ShapeFrame, layout: Layout, column: number, line: number): PixelTile {
    const key = `${column} ${line}`;
    const { slots, style } = frame;
    let tile = layout.tiles.get(key);
    if (!tile || (tile.rasteredFor && tile.rasteredFor !== slots)) {
      tile = this.#newTile(frame, layout, column, line);
      layout.tiles.set(key, tile);
    }
    const selection = this.#rings?.rows;
    if (tile.slots === slots && tile.style === style && tile.selection === selection) return tile;
    if (tile.slots) tile.pixels.fill(0);
    this.#circle(frame, layout, tile);
    Object.assign(tile, { slots, style, selection });
    compose(tile.pixels, tile.raster, slots, movedInks(this.#inksFor(frame, layout.view), tile.x, tile.y), frame.type === 3);
    if (tile.rings) composeRings(tile.pixels, tile.rings, style);
    return tile;
  }

  /** The rings of the selection on a tile, made anew when the selection or what is left of it by filters is another one. */
  #circle(frame: ShapeFrame, { view }: Layout, tile: PixelTile): void {
    const rings = this.#rings;
    if (!rings) tile.rings = undefined;
    else if (!tile.rings || tile.selection !== rings.rows || tile.slots !== frame.slots) {
      const { width, height } = tile.raster;
      const at = { left: tile.x, top: tile.y, width, height };
      const simplified = this.#levels.at(frame.shapes, view.scale);
      tile.rings = rasterizer().raster({ ...rasterInput(frame, view, at, simplified, ringOptions(rings, view)), closed: true });
    }
  }

  #newTile(frame: ShapeFrame, { view, grid }: Layout, column: number, line: number): PixelTile {
    const { width, height } = grid;
    const left = grid.left + column * width;
    const top = grid.top + line * height;
    const all = frame.slots.of.length <= KEEP_ALL;
    const simplified = this.#levels.at(frame.shapes, view.scale);
    const raster = rasterizer().raster(rasterInput(frame, view, { left, top, width, height }, simplified, { all }));
    return new PixelTile(left, top, raster, all ? undefined : frame.slots);
  }

  #makeAhead(frame: ShapeFrame, layout: Layout, dx: number, dy: number): void {
    const { width, height } = frame.view;
    const near = tilesUnder(layout.grid, -dx - AHEAD, -dy - AHEAD, width - dx + AHEAD, height - dy + AHEAD);
    const end = performance.now() + AHEAD_TIME;
    eachTile(near, (column, line) => {
      if (!layout.tiles.has(`${column} ${line}`) && performance.now() < end) this.#tile(frame, layout, column, line);
    });
  }

  /** One picture of a view that is already the past: nothing is kept, and what takes long is drawn coarser. */
  #drawOnce(frame: ShapeFrame): void {
    const { view, type, slots, shapes } = frame;
    this.#layout = undefined;
    const start = performance.now();
    const coarse = type === 3 && (this.#cost > CALM || this.#sketchCost > 0);
    const grain = coarse ? this.#grain(view) : 1;
    const width = Math.ceil(view.width / grain);
    const height = Math.ceil(view.height / grain);
    const small = grain === 1 ? view : shrunk(view, grain);
    const simplified = coarse ? this.#levels.thinAt(shapes, small.scale) : this.#levels.at(shapes, small.scale);
    const input = rasterInput(frame, small, { left: 0, top: 0, width, height }, simplified, { all: false });
    const inks = this.#inksFor(frame, small);
    const raster = rasterizer().raster(coarse ? { ...input, upper: 0 } : input, false);
    const sheet = this.#emptySheet(width, height);
    if (coarse) composeSketch(sheet.pixels, raster, slots, inks);
    else compose(sheet.pixels, raster, slots, inks, type === 3);
    if (this.#rings) {
      const rings = rasterInput(frame, small, { left: 0, top: 0, width, height }, simplified, ringOptions(this.#rings, small));
      composeRings(sheet.pixels, rasterizer().raster({ ...rings, closed: true }, false), frame.style);
    }
    if (coarse) this.#sketchCost = performance.now() - start;
    else this.#cost = performance.now() - start;
    this.#showSheet(frame, sheet, grain);
  }

  /** Device px a pixel of a coarse picture: 1 CSS px, or 2 where that is still too slow. */
  #grain({ pixelRatio }: View): number {
    if (this.#sketchCost > SLOW) this.#slow = true;
    return Math.max(1, Math.round(pixelRatio)) * (this.#slow ? 2 : 1);
  }

  #showSheet(frame: ShapeFrame, { image, width, height }: Sheet, grain: number): void {
    if (grain === 1) {
      this.#show(frame, (context) => context.putImageData(image, 0, 0));
      return;
    }
    const stage = (this.#stage ??= document.createElement('canvas'));
    stage.width = width;
    stage.height = height;
    stage.getContext('2d')?.putImageData(image, 0, 0);
    frame.context.drawImage(stage, 0, 0, width * grain, height * grain);
  }

  #emptySheet(width: number, height: number): Sheet {
    const old = this.#sheet;
    if (old && old.width === width && old.height === height) {
      old.pixels.fill(0);
      return old;
    }
    const image = new ImageData(width, height);
    this.#sheet = { image, pixels: new Int32Array(image.data.buffer), width, height };
    return this.#sheet;
  }

  #inksFor(frame: ShapeFrame, view: View): readonly ClassInks[] {
    const { style } = frame;
    const last = this.#inks;
    if (last?.style === style && last.view === view) return last.inks;
    const border = (index: number) => borderColor(style.classes[index] ?? { color: '#000' }, style.colors.label);
    const tiling = (index: number) => this.#hatches.tiling(style.classes[index]?.color ?? '#000', style.colors.surface, view);
    const inks = frame.type === 3 ? polygonInks(style, { border, tiling }) : lineInks(style);
    this.#inks = { style, view, inks };
    return inks;
  }

  /** Pixels straight onto the canvas, or where a clip is set by way of another one, which looks at clips. */
  #show({ context, view, clipped }: ShapeFrame, put: (context: CanvasRenderingContext2D) => void): void {
    if (!clipped) {
      put(context);
      return;
    }
    const stage = (this.#stage ??= document.createElement('canvas'));
    // A new size clears the canvas.
    stage.width = view.width;
    stage.height = view.height;
    const other = stage.getContext('2d');
    if (!other) return;
    put(other);
    context.drawImage(stage, 0, 0);
  }
}

function ringOptions({ rows, width }: Rings, { pixelRatio }: View): RasterOptions {
  return { all: false, only: rows, half: { lower: ((width + 2) * pixelRatio) / 2, upper: (width * pixelRatio) / 2 } };
}

/** The same view on a picture with fewer pixels. */
function shrunk(view: View, grain: number): View {
  const { a, b, e, f, scale, pixelRatio, width, height } = view;
  const [k, l] = [a / grain, b / grain];
  return { ...view, a: k, b: l, e: e / grain, f: f / grain, scale: scale / grain, pixelRatio: pixelRatio / grain, width: width / grain, height: height / grain };
}

/** Forgets tiles that are more than one tile away. */
function dropFar({ tiles }: Layout, { west, north, east, south }: TileRange): void {
  for (const key of tiles.keys()) {
    const [column = 0, line = 0] = key.split(' ').map(Number);
    if (column < west - 1 || column > east + 1 || line < north - 1 || line > south + 1) tiles.delete(key);
  }
}
