/** Grids of tiles as WMTS has them (OGC 07-057r7): matrices with names, resolutions and corners. Pure. */

/** One level. */
export interface Matrix {
  readonly id: string;
  /** Units of the coordinate system per pixel. */
  readonly resolution: number;
  /** Upper left corner, x first. */
  readonly origin: readonly [x: number, y: number];
  readonly tileSize: readonly [width: number, height: number];
  /** Columns and rows there are; undefined where nobody says. */
  readonly size?: readonly [columns: number, rows: number];
}

/** Levels of one coordinate system, the coarsest first. */
export interface MatrixGrid {
  readonly crs: string;
  readonly levels: readonly Matrix[];
  /** Where tiles are: west, south, east, north; everywhere without. */
  readonly extent?: readonly number[] | undefined;
}

/** Half the side of the square of Web Mercator, metres. */
const HALF = 20037508.342789244;
/** A pixel of 0.28 mm, and metres of a degree, as the standard has them. */
const PIXEL = 0.00028;
export const METRES_PER_DEGREE = 111319.49079327358;

/** Level 0 of the grids everybody has: one tile of 256 pixels as wide as the world. */
const WORLD: Readonly<Record<string, { readonly resolution: number; readonly origin: readonly [number, number] }>> = {
  'EPSG:3857': { resolution: (2 * HALF) / 256, origin: [-HALF, HALF] },
  'EPSG:4490': { resolution: 360 / 256, origin: [-180, 90] },
  'EPSG:4326': { resolution: 360 / 256, origin: [-180, 90] },
};

/** What an attribute says of a grid. */
export interface GridWords {
  /** `EPSG:4490 1-18`, or with the resolution of the first level behind: `EPSG:4549 0-12 132.2919`. */
  readonly grid: string;
  /** How a level is called: `{z}`, `EPSG:4490:{z}`. */
  readonly ids: string;
  /** Upper left corner, x first; that of the world without. */
  readonly origin?: readonly [number, number] | undefined;
}

/**
 * A grid whose levels halve. Without a resolution the grid is that of the world, in which level z has tiles of 360° / 2^z: level 1 of EPSG:4490 is
 * the first of 天地图 and has two columns.
 * @returns undefined for words that are no grid, and for a coordinate system without a grid of the world where origin or resolution lack.
 */
export function gridFrom({ grid, ids, origin }: GridWords): MatrixGrid | undefined {
  const found = /^\s*(EPSG:\d+)\s+(\d+)-(\d+)(?:\s+(\d+(?:\.\d+)?))?\s*$/i.exec(grid);
  if (!found) return undefined;
  const [, code = '', first = '0', last = '0', given] = found;
  const crs = code.toUpperCase();
  const [from, to] = [Number(first), Number(last)];
  const world = WORLD[crs];
  const start = given === undefined ? world && world.resolution / 2 ** from : Number(given);
  const corner = origin ?? world?.origin;
  if (!start || !corner || to < from || to - from > 30) return undefined;
  const levels = Array.from({ length: to - from + 1 }, (_, step): Matrix => ({ id: ids.replace('{z}', String(from + step)), resolution: start / 2 ** step, origin: corner, tileSize: [256, 256] }));
  return { crs, levels };
}

/** One matrix as a capabilities document has it. */
export interface WrittenMatrix {
  readonly id: string;
  readonly denominator: number;
  /** Two numbers in whatever order. */
  readonly corner: readonly [number, number];
  readonly tileSize: readonly [number, number];
  readonly size: readonly [number, number];
}

/** What decides how corners are read. */
export interface CornerHints {
  readonly degrees: boolean;
  /** The registry lists latitude or north first, and the document names the registry's form. */
  readonly northFirst: boolean;
  /** A place of the layer in the coordinate system, x first. */
  readonly inside?: readonly [number, number] | undefined;
  /** The part of the plane that the coordinate system is for: west, south, east, north. */
  readonly extent?: readonly number[] | undefined;
  /** The page's own word. */
  readonly order?: 'auto' | 'xy' | 'yx';
}

/** Denominator of a degree grid at its level of two columns: by the standard, and as 天地图 and others write it, by pixels of 96 dpi. */
const [RIGHT, WRONG] = [279541132.0143589, 295829355.4545656];

function isWrong(denominator: number): boolean {
  const level = Math.log2(WRONG / denominator);
  return Math.abs(level - Math.round(level)) < 1e-4;
}

/** Whether a grid in degrees has denominators of 96 dpi, which put every tile in the wrong place. */
export function hasWrongScale(matrices: readonly WrittenMatrix[], { degrees }: CornerHints): boolean {
  return degrees && matrices.length > 0 && matrices.every(({ denominator }) => isWrong(denominator));
}

function contains({ origin: [x, y], resolution, tileSize, size }: Matrix, [inX, inY]: readonly [number, number]): boolean {
  const [columns, rows] = size ?? [1, 1];
  return inX >= x && inY <= y && inX <= x + columns * tileSize[0] * resolution && inY >= y - rows * tileSize[1] * resolution;
}

function meets({ origin: [x, y], resolution, tileSize, size }: Matrix, [west = 0, south = 0, east = 0, north = 0]: readonly number[]): boolean {
  const [columns, rows] = size ?? [1, 1];
  return x < east && x + columns * tileSize[0] * resolution > west && y > south && y - rows * tileSize[1] * resolution < north;
}

/** Levels from a document. Corners in doubt are read so that the layer lies inside. */
export function gridOf(crs: string, written: readonly WrittenMatrix[], hints: CornerHints): MatrixGrid {
  const repair = hasWrongScale(written, hints) ? RIGHT / WRONG : 1;
  const read = (flip: boolean): Matrix[] =>
    written.map(({ id, denominator, corner: [a, b], tileSize, size }) => ({
      id,
      resolution: (denominator * repair * PIXEL) / (hints.degrees ? METRES_PER_DEGREE : 1),
      origin: flip ? [b, a] : [a, b],
      tileSize,
      size,
    }));
  const levels = read(isFlipped(read, hints)).sort((a, b) => b.resolution - a.resolution);
  return { crs, levels };
}

function isFlipped(read: (flip: boolean) => Matrix[], { northFirst, inside, extent, order = 'auto', degrees }: CornerHints): boolean {
  if (order !== 'auto') return order === 'yx';
  const [plain, flipped] = [read(false), read(true)].map(([first]) => first);
  if (!plain || !flipped) return northFirst;
  // A corner beyond 90° cannot be a latitude.
  if (degrees && Math.abs(plain.origin[1]) > 90.001 !== Math.abs(flipped.origin[1]) > 90.001) return Math.abs(plain.origin[1]) > 90.001;
  if (extent && meets(plain, extent) !== meets(flipped, extent)) return meets(flipped, extent);
  if (inside && contains(plain, inside) !== contains(flipped, inside)) return contains(flipped, inside);
  return northFirst;
}
