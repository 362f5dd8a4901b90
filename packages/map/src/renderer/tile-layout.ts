/** The tiles of one scale: rasterised once, coloured whenever colours change, shown wherever the view has moved. */
import { eachTile, PixelTile, tileGrid, tilesUnder, type TileGrid, type TileRange } from './pixel-tile.js';
import { rasterizer } from './raster.js';
import type { ShapeFrame } from './shape-frame.js';
import { compose, composeRings, movedInks, type ClassInks } from './shape-inks.js';
import { rasterInput, ringOptions, type Rings } from './shape-raster.js';
import type { RenderStyle } from './types.js';
import type { Vertices } from './vertices.js';
import type { View } from './view.js';

/** Tiles reach this far beyond the view at rest, device px: a drag begins without new tiles. */
const MARGIN = 64;
/** With at most so many rows also those filtered out are rasterised, so that a filter never does. */
const KEEP_ALL = 20_000;

/** What tiles are coloured with. */
export interface TilePaint {
  readonly inks: readonly ClassInks[];
  /** Rows that get a ring as part of the kept picture. */
  readonly rings: Rings | undefined;
}

/** Whether two views differ by a movement only. */
export function sameScale(a: View | undefined, b: View): boolean {
  return a !== undefined && a.a === b.a && a.b === b.b && a.pixelRatio === b.pixelRatio && a.projection === b.projection;
}

const keyOf = (column: number, line: number) => `${column} ${line}`;

/** Tiles laid out for a view. */
export class TileLayout {
  readonly view: View;
  readonly #tiles = new Map<string, PixelTile>();
  readonly #grid: TileGrid;
  readonly #shapes: ShapeFrame['shapes'];
  readonly #vertices: Vertices;
  readonly #line: Pick<RenderStyle, 'width' | 'dash'> | undefined;

  constructor({ view, shapes, levels, type, style }: ShapeFrame) {
    this.view = view;
    this.#shapes = shapes;
    this.#vertices = levels.exact(view.scale);
    this.#line = type === 2 ? style : undefined;
    this.#grid = tileGrid(view.width, view.height, MARGIN);
  }

  /** Whether the tiles are those of a frame, if the picture may be moved by whole pixels. */
  matches({ view, shapes, type, style }: ShapeFrame): boolean {
    const line = type === 2 ? style : undefined;
    return sameScale(this.view, view) && this.#shapes === shapes && this.#line?.width === line?.width && this.#line?.dash === line?.dash;
  }

  /** Whether they stand where a frame wants them: while it moves on whole pixels, at rest where they belong. */
  fits(frame: ShapeFrame): boolean {
    if (!this.matches(frame)) return false;
    const off = (distance: number) => Math.abs(distance - Math.round(distance)) > 0.02;
    const { view } = frame;
    return view.moving || !(off(view.e - this.view.e) || off(view.f - this.view.f));
  }

  /** Whether all tiles that a view shows are there, in whatever colours. */
  covers(view: View): boolean {
    let all = true;
    eachTile(this.#under(view, 0), (column, line) => (all &&= this.#tiles.has(keyOf(column, line))));
    return all;
  }

  /**
   * Makes tiles that a frame shows, the first one in any case, and colours those that are there.
   * @param until Time from which on no further one is rasterised.
   * @param reach How far beyond the view, device px.
   * @returns Whether all are there.
   */
  make(frame: ShapeFrame, paint: TilePaint, until: number, reach = 0): boolean {
    let all = true;
    let made = 0;
    eachTile(this.#under(frame.view, reach), (column, line) => {
      const key = keyOf(column, line);
      let tile = this.#tiles.get(key);
      if (!tile || (tile.rasteredFor && tile.rasteredFor !== frame.slots)) {
        if (made++ > 0 && performance.now() >= until) {
          all = false;
          return;
        }
        tile = this.#newTile(frame, column, line);
        this.#tiles.set(key, tile);
      }
      this.#color(frame, paint, tile);
    });
    return all;
  }

  /** Puts the tiles of a view where they belong in it. */
  show(context: CanvasRenderingContext2D, view: View): void {
    const [dx, dy] = this.#offset(view);
    eachTile(this.#under(view, 0), (column, line) => {
      const tile = this.#tiles.get(keyOf(column, line));
      if (tile) context.putImageData(tile.image, tile.x + dx, tile.y + dy);
    });
  }

  /** Forgets tiles that are more than one tile away from a view. */
  dropFar(view: View): void {
    const { west, north, east, south } = this.#under(view, 0);
    if (this.#tiles.size <= (east - west + 3) * (south - north + 3)) return;
    for (const key of this.#tiles.keys()) {
      const [column = 0, line = 0] = key.split(' ').map(Number);
      if (column < west - 1 || column > east + 1 || line < north - 1 || line > south + 1) this.#tiles.delete(key);
    }
  }

  #offset(view: View): readonly [number, number] {
    return [Math.round(view.e - this.view.e), Math.round(view.f - this.view.f)];
  }

  #under(view: View, reach: number): TileRange {
    const [dx, dy] = this.#offset(view);
    return tilesUnder(this.#grid, -dx - reach, -dy - reach, view.width - dx + reach, view.height - dy + reach);
  }

  #newTile(frame: ShapeFrame, column: number, line: number): PixelTile {
    const { width, height } = this.#grid;
    const left = this.#grid.left + column * width;
    const top = this.#grid.top + line * height;
    const all = frame.slots.of.length <= KEEP_ALL;
    const raster = rasterizer().raster(rasterInput(frame, this.view, { left, top, width, height }, this.#vertices, { all }));
    return new PixelTile(left, top, raster, all ? undefined : frame.slots);
  }

  #color(frame: ShapeFrame, { inks, rings }: TilePaint, tile: PixelTile): void {
    const { slots, style } = frame;
    const selection = rings?.rows;
    if (tile.slots === slots && tile.style === style && tile.selection === selection) return;
    if (tile.slots) tile.pixels.fill(0);
    this.#circle(frame, rings, tile);
    Object.assign(tile, { slots, style, selection });
    compose(tile.pixels, tile.raster, slots, movedInks(inks, tile.x, tile.y), frame.type === 3);
    if (tile.rings) composeRings(tile.pixels, tile.rings, style);
  }

  /** The rings of the selection on a tile, made anew when the selection or what is left of it by filters is another one. */
  #circle(frame: ShapeFrame, rings: Rings | undefined, tile: PixelTile): void {
    if (!rings) tile.rings = undefined;
    else if (!tile.rings || tile.selection !== rings.rows || tile.slots !== frame.slots) {
      const { width, height } = tile.raster;
      const at = { left: tile.x, top: tile.y, width, height };
      tile.rings = rasterizer().raster({ ...rasterInput(frame, this.view, at, this.#vertices, ringOptions(rings, this.view)), closed: true });
    }
  }
}
