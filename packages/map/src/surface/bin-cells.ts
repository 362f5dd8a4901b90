/** Cells on the ground or on the screen, and where their corners are on the map. */
import type { Geometry } from '@yizhangtu/data/model';
import { pointCount } from '@yizhangtu/data/points';
import type { Steps } from '@yizhangtu/data/steps';
import { extentOf } from '../renderer/grid-index.js';
import { project } from '../renderer/project.js';
import type { Extent, View } from '../renderer/view.js';
import { EqualArea } from '../ground/equal-area.js';
import { degreesOf } from '../ground/ground.js';
import { areaOfCell, cellSteps, cornersOf, middleOfCell, type Cells, type LatticeKind } from '../ground/lattice.js';
import type { Length } from './length.js';
import { Memo } from './memo.js';
import { planeSteps, projectedSteps } from './places.js';

/** Rows in cells. */
export interface BinLattice {
  readonly cells: Cells;
  /** Point → row; absent when they are the same. */
  readonly rows?: Uint32Array;
  /** The plane the cells lie on; undefined when they lie on the map itself. */
  readonly area?: EqualArea;
  /** Projection of the map, for cells that lie on it. */
  readonly code?: string;
  /** The cell at a place in degrees; −1 where no row is. */
  at(lon: number, lat: number): number;
}

/** Cells in map units. */
export interface PlacedCells {
  /** Projection of the map. */
  readonly code: string;
  /** Corners of one cell after another. */
  readonly corners: Float64Array;
  /** Corners a cell. */
  readonly each: number;
  readonly middles: Float64Array;
  /** Farthest corner from a middle. */
  readonly reach: number;
  /** Smallest width of a cell. */
  readonly width: number;
  readonly extent: Extent;
}

/** The world's width in degrees or, in Web Mercator, in metres: cells are asked for in the world the data lies in. */
const MERCATOR_WORLD = 2 * Math.PI * 6378137;

function* onGround(geometry: Geometry, kind: LatticeKind, size: number): Steps<BinLattice> {
  const { xy, area, rows } = yield* planeSteps(geometry);
  const lattice = latticeOnPlane(yield* cellSteps({ kind, size }, { xy }), area);
  return { ...lattice, ...(rows && { rows }) };
}

/** Cells on a plane of equal area. */
export function latticeOnPlane(cells: Cells, area: EqualArea): BinLattice {
  return { cells, area, at: (lon, lat) => cells.at(...area.forward(lon, lat)) };
}

function* onScreen(geometry: Geometry, kind: LatticeKind, size: number, view: View): Steps<BinLattice> {
  const points = yield* projectedSteps(geometry, view.projection);
  // Of plain points each row has one: told by row, its cell is read in the order of the columns.
  const byRow = geometry.kind === 'point';
  const { rows, ...places } = points;
  const cells = yield* cellSteps({ kind, size }, byRow ? points : places, byRow ? pointCount(geometry) : undefined);
  return { ...latticeOnScreen(cells, view), ...(rows && !byRow && { rows }) };
}

/** Cells on the map itself. */
export function latticeOnScreen(cells: Cells, view: View): BinLattice {
  const code = view.projection;
  const world = view.worldWidth || (code === 'EPSG:3857' ? MERCATOR_WORLD : 0);
  const at = (lon: number, lat: number): number => {
    const [x = NaN, y = NaN] = project(Float64Array.of(lon, lat), code);
    for (const turn of world > 0 ? [0, -1, 1] : [0]) {
      const cell = cells.at(x + turn * world, y);
      if (cell >= 0) return cell;
    }
    return -1;
  };
  return { cells, code, at };
}

/** Cells no wider than this are flat: their corners lie from their middle as their sides do, to the decimetre. Metres. */
const FLAT = 2000;
/** Cells put on the map between two pauses. */
const STEP = 4096;

/** Corners and middles of cells on their way. */
type Placing = Pick<PlacedCells, 'corners' | 'middles'>;

/** Places that are put into the projection at once. */
function onMap(area: EqualArea | undefined, code: string, flat: Float64Array): Float64Array {
  if (!area) return flat;
  for (let i = 0; i < flat.length; i += 2) [flat[i], flat[i + 1]] = area.inverse(flat[i] as number, flat[i + 1] as number) as [number, number];
  return project(flat, code);
}

/** Puts some cells on the map: each corner by itself, or of flat cells the middle and both directions. */
function placeSome({ corners, middles }: Placing, { cells: { lattice, columns, lines }, area }: BinLattice, code: string, from: number, to: number): void {
  const about = cornersOf(lattice);
  const isFlat = !area || lattice.size <= FLAT;
  const steps = isFlat ? [lattice.size / 2, 0, 0, lattice.size / 2] : about;
  const each = 2 + steps.length;
  const flat = new Float64Array((to - from) * each);
  for (let cell = from, at = 0; cell < to; cell++) {
    const [x, y] = middleOfCell(lattice, columns[cell] as number, lines[cell] as number);
    for (let k = -2; k < steps.length; k += 2) {
      flat[at++] = k < 0 ? x : x + (steps[k] as number);
      flat[at++] = k < 0 ? y : y + (steps[k + 1] as number);
    }
  }
  const xy = onMap(area, code, flat);
  for (let cell = from, at = 0; cell < to; cell++, at += each) {
    const [x, y] = [xy[at] as number, xy[at + 1] as number];
    middles[2 * cell] = x;
    middles[2 * cell + 1] = y;
    if (!isFlat) {
      corners.set(xy.subarray(at + 2, at + each), cell * about.length);
      continue;
    }
    const half = lattice.size / 2;
    const [ax, ay, bx, by] = [2, 3, 4, 5].map((k) => ((xy[at + k] as number) - (k % 2 === 0 ? x : y)) / half) as [number, number, number, number];
    for (let k = 0; k < about.length; k += 2) {
      const [u, v] = [about[k] as number, about[k + 1] as number];
      corners[cell * about.length + k] = x + u * ax + v * bx;
      corners[cell * about.length + k + 1] = y + u * ay + v * by;
    }
  }
}

function* placing(lattice: BinLattice, code: string): Steps<PlacedCells> {
  const { count } = lattice.cells;
  const each = cornersOf(lattice.cells.lattice).length / 2;
  const [corners, middles] = [new Float64Array(2 * count * each), new Float64Array(2 * count)];
  let [reach, width] = [0, Infinity];
  let extent: Extent = [Infinity, Infinity, -Infinity, -Infinity];
  for (let from = 0; from < count; from += STEP) {
    const to = Math.min(count, from + STEP);
    placeSome({ corners, middles }, lattice, code, from, to);
    for (let cell = from; cell < to; cell++) {
      const at = 2 * cell * each;
      const radius = Math.hypot((corners[at] as number) - (middles[2 * cell] as number), (corners[at + 1] as number) - (middles[2 * cell + 1] as number));
      reach = Math.max(reach, radius * 1.2);
      width = Math.min(width, radius * Math.SQRT2);
    }
    const [minX, minY, maxX, maxY] = extentOf(corners, 2 * from * each, 2 * to * each);
    extent = [Math.min(extent[0], minX), Math.min(extent[1], minY), Math.max(extent[2], maxX), Math.max(extent[3], maxY)];
    yield from / count;
  }
  return { code, corners, each, middles, reach, width, extent };
}

/** Map units a pixel of a view at rest: cells that change their size under the hand cannot be followed. */
export class ScaleAtRest {
  #resolution?: number | undefined;
  #code?: string;

  resolution(view: View): number {
    if (!view.moving || this.#resolution === undefined || this.#code !== view.projection) this.#resolution = view.resolution;
    this.#code = view.projection;
    return this.#resolution;
  }

  clear(): void {
    this.#resolution = undefined;
  }
}

/** The cells of a layer: kept until data, size or, for cells on the screen, the view's scale at rest change. */
export class BinCells {
  readonly #lattice = new Memo<BinLattice>();
  readonly #placed = new Memo<PlacedCells>();
  readonly #scale = new ScaleAtRest();

  /** The cells; undefined where they depend on the view and there is none. */
  *latticeOf(geometry: Geometry, kind: LatticeKind, size: Length, view: View | undefined): Steps<BinLattice | undefined> {
    if (size.unit === 'm') return yield* this.#lattice.getting([geometry, kind, size.value, 'm'], () => onGround(geometry, kind, size.value));
    if (!view) return undefined;
    const side = size.value * this.#scale.resolution(view);
    return yield* this.#lattice.getting([geometry, kind, side, view.projection], () => onScreen(geometry, kind, side, view));
  }

  /** Corners on a map. */
  placedSteps(lattice: BinLattice, code: string): Steps<PlacedCells> {
    return this.#placed.getting([lattice, code], () => placing(lattice, code));
  }

  clear(): void {
    this.#lattice.clear();
    this.#placed.clear();
    this.#scale.clear();
  }
}

/** Middle of a cell in degrees. */
export function centerOfCell({ cells, area, code }: BinLattice, cell: number): [lon: number, lat: number] {
  const [x, y] = middleOfCell(cells.lattice, cells.columns[cell] as number, cells.lines[cell] as number);
  if (area) return area.inverse(x, y);
  return degreesOf(code ?? 'EPSG:3857', x, y);
}

/** Area of a cell in square metres on the ellipsoid: equal for cells on the ground, different at every latitude for cells on the screen. */
export function groundAreaOfCell(lattice: BinLattice, cell: number): number {
  const { cells, area, code } = lattice;
  if (area) return areaOfCell(cells.lattice);
  const center = centerOfCell(lattice, cell);
  const plane = new EqualArea(...center);
  const [x, y] = middleOfCell(cells.lattice, cells.columns[cell] as number, cells.lines[cell] as number);
  const about = cornersOf(cells.lattice);
  const ring: [number, number][] = [];
  for (let k = 0; k < about.length; k += 2) {
    const place = degreesOf(code ?? 'EPSG:3857', x + (about[k] as number), y + (about[k + 1] as number));
    ring.push(plane.forward(...place));
  }
  let twice = 0;
  ring.forEach(([ax, ay], index) => {
    const [bx, by] = ring[(index + 1) % ring.length] as [number, number];
    twice += ax * by - bx * ay;
  });
  return Math.abs(twice) / 2;
}
