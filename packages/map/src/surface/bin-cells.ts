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

function place({ cells, area }: BinLattice, code: string): PlacedCells {
  const { lattice, count } = cells;
  const about = cornersOf(lattice);
  const each = about.length / 2;
  const flat = new Float64Array(2 * count * (each + 1));
  for (let cell = 0; cell < count; cell++) {
    const [x, y] = middleOfCell(lattice, cells.columns[cell] as number, cells.lines[cell] as number);
    for (let k = 0; k <= each; k++) {
      const [px, py] = k < each ? [x + (about[2 * k] as number), y + (about[2 * k + 1] as number)] : [x, y];
      const at = k < each ? 2 * (cell * each + k) : 2 * (count * each + cell);
      const [u, v] = area ? area.inverse(px, py) : [px, py];
      flat[at] = u;
      flat[at + 1] = v;
    }
  }
  const xy = area ? project(flat, code) : flat;
  const corners = xy.subarray(0, 2 * count * each);
  const middles = xy.subarray(2 * count * each);
  let [reach, width] = [0, Infinity];
  for (let cell = 0; cell < count; cell++) {
    const at = 2 * cell * each;
    const radius = Math.hypot((corners[at] as number) - (middles[2 * cell] as number), (corners[at + 1] as number) - (middles[2 * cell + 1] as number));
    reach = Math.max(reach, radius * 1.2);
    width = Math.min(width, radius * Math.SQRT2);
  }
  return { corners, each, middles, reach, width, extent: extentOf(corners) };
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
  placed(lattice: BinLattice, code: string): PlacedCells {
    return this.#placed.get([lattice, code], () => place(lattice, code));
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
