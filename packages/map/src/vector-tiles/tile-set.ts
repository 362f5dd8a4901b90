/** What a layer of tiles draws: their grid, their addresses, what is known of them. Pure. */
import type { StyleFunction } from 'ol/style/Style.js';
import type { Symbology } from '@yizhangtu/data/symbology';
import { gridFrom, type Matrix, type MatrixGrid } from '../services/matrix-grid.js';
import type { Bounds } from '../shared/values.js';
import type { LookOptions } from '../style-json/look.js';

/** A look that a document says, in place of the symbology of the page. */
export interface TileStyle {
  /** Layers of the tiles that it draws. */
  readonly sourceLayers: readonly string[];
  readonly model: Symbology;
  look(options: LookOptions): StyleFunction;
}

/** Tiles, by whoever describes them. */
export interface TileSet {
  readonly kind: 'vector' | 'image';
  readonly grid: MatrixGrid;
  readonly urlOf: (matrix: Matrix, row: number, column: number) => string;
  /** Names of layers in vector tiles, where somebody says. */
  readonly layers?: readonly string[] | undefined;
  /** West south east north, degrees: where there are tiles. */
  readonly bounds?: Bounds | undefined;
  /** Who made the data; may be written with links. Only its words are ever shown. */
  readonly attribution?: string | undefined;
  readonly style?: TileStyle | undefined;
  /** Values that fields have in all tiles, where somebody says. */
  readonly values?: ReadonlyMap<string, readonly (string | number | boolean)[]> | undefined;
}

/** A grid whose tiles are drawn in another width: their extents stay. */
export function sizedGrid({ crs, levels }: MatrixGrid, size: number): MatrixGrid {
  return {
    crs,
    levels: levels.map((level) => ({ ...level, resolution: (level.resolution * level.tileSize[0]) / size, tileSize: [size, Math.round((size * level.tileSize[1]) / level.tileSize[0])] })),
  };
}

/** Levels of the grid of the world. @param words `EPSG:4490 0-16`, as in `grid`. */
export function wordsGrid(words: string, size: number, origin?: readonly [number, number]): MatrixGrid | undefined {
  const grid = gridFrom({ grid: words, ids: '{z}', origin });
  return grid && sizedGrid(grid, size);
}

/** Only the levels between two, by their names as numbers; all where none would be left. */
export function levelsWithin({ crs, levels }: MatrixGrid, min: number | undefined, max: number | undefined): MatrixGrid {
  const kept = levels.filter(({ id }) => !Number.isFinite(Number(id)) || (Number(id) >= (min ?? -Infinity) && Number(id) <= (max ?? Infinity)));
  return { crs, levels: kept.length > 0 ? kept : levels };
}

const PLACES = /\{(?:z|x|y|-y|tileMatrix|tileRow|tileCol|TileMatrix|TileRow|TileCol|level|row|col)\}/;

/** Rows of the world in the grid at a level, for rows that count from the bottom. */
function rowsOf({ origin: [, top], resolution, tileSize }: Matrix): number {
  return Math.round((2 * top) / (resolution * tileSize[1]));
}

/** The address of a tile from a template: `{z}/{x}/{y}`, `{-y}` from the bottom, `{a-c}` over hosts, `{tileMatrix}/{tileRow}/{tileCol}`. */
export function tileAddress(template: string, matrix: Matrix, row: number, column: number): string {
  const rows = matrix.size?.[1] ?? rowsOf(matrix);
  const value: Readonly<Record<string, string>> = { z: matrix.id, level: matrix.id, tilematrix: matrix.id, x: `${column}`, col: `${column}`, tilecol: `${column}`, y: `${row}`, row: `${row}`, tilerow: `${row}`, '-y': `${rows - 1 - row}` };
  return template
    .replace(/\{([a-z])-([a-z])\}/, (_, from: string, to: string) => String.fromCharCode(from.charCodeAt(0) + ((row + column) % Math.max(1, to.charCodeAt(0) - from.charCodeAt(0) + 1))))
    .replace(new RegExp(PLACES, 'g'), (place) => value[place.slice(1, -1).toLowerCase()] ?? place);
}

/** Plain text of an attribution, which may be written with links. */
export function plainWords(markup: string): string {
  return (new DOMParser().parseFromString(markup, 'text/html').body.textContent ?? '').replace(/\s+/g, ' ').trim();
}
