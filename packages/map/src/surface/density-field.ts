/** Kernel density with real units, on the equal-area plane of the data. Pure. */
import { atOnce, type Steps } from '@yizhangtu/data/steps';
import type { Extent } from '../renderer/view.js';
import { blur, reachOf } from './blur.js';
import type { Plane } from './places.js';
import { share } from './share.js';

/** A grid on the plane; line 0 is the southernmost. */
export interface DensityField {
  /** Rows, or weight, a square kilometre in the middle of each cell. */
  readonly values: Float32Array;
  readonly width: number;
  readonly height: number;
  /** South-west corner and side of a cell, metres. */
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  /** The part where everything that counts was seen, metres. */
  readonly valid: Extent;
}

/** What is summed up. */
export interface DensityInput {
  readonly plane: Plane;
  /** 1 = the row counts; all when absent. */
  readonly passing?: Uint8Array;
  /** Row → weight; 1 each when absent. Missing and negative weights count nothing. */
  readonly weights?: ArrayLike<number>;
  /** Where the influence of a row ends, metres; the standard deviation is a third of it. */
  readonly radius: number;
  /** The part of the plane that is wanted, metres. */
  readonly window: Extent;
}

/** Cells in a radius: contours between them are smooth. */
const CELLS = 9;
/** Cells on the longer side; a wider window gets larger cells. */
const MOST_CELLS = 300;

/** The side of a cell for a window, metres. Steps of √2, so that a small move of the view keeps it. */
export function cellOf(radius: number, window: Extent): number {
  const finest = radius / CELLS;
  const side = Math.max(window[2] - window[0], window[3] - window[1]);
  const coarser = Math.max(0, Math.ceil(2 * Math.log2(side / MOST_CELLS / finest)));
  return finest * 2 ** (coarser / 2);
}

/** Points looked at between two pauses. */
const STEP = 65_536;

function stamp({ plane, passing, weights }: DensityInput, field: DensityField, from: number, to: number): void {
  const { xy, rows } = plane;
  const { x: west, y: south } = field;
  const scale = 1 / field.cell;
  for (let i = from; i < to; i++) {
    const row = rows ? (rows[i] as number) : i;
    if (passing && passing[row] === 0) continue;
    share(field, ((xy[2 * i] as number) - west) * scale - 0.5, ((xy[2 * i + 1] as number) - south) * scale - 0.5, weights ? (weights[row] as number) : 1);
  }
}

/** The density of a window: what lies around it is seen too, as far as it reaches in. */
export function densityField(input: DensityInput): DensityField {
  return atOnce(densitySteps(input));
}

/** The same in steps. */
export function* densitySteps(input: DensityInput): Steps<DensityField> {
  const { radius, plane } = input;
  // Nothing is further than a radius from the data.
  const [west, south, east, north] = [0, 1, 2, 3].map((side) => {
    const grown = (plane.extent[side] as number) + (side < 2 ? -radius : radius);
    return (side < 2 ? Math.max : Math.min)(input.window[side] as number, grown);
  }) as [number, number, number, number];
  if (!(west < east && south < north)) return { values: new Float32Array(0), width: 0, height: 0, x: 0, y: 0, cell: radius, valid: [0, 0, 0, 0] };
  const cell = cellOf(radius, [west, south, east, north]);
  // Sharing a point among cells blurs a little by itself: a sixth of a cell squared, on average.
  const sigma = Math.sqrt(Math.max(0, (radius / 3 / cell) ** 2 - 1 / 6));
  const margin = reachOf(sigma) + 2;
  const column = Math.floor(west / cell) - margin;
  const line = Math.floor(south / cell) - margin;
  const width = Math.ceil(east / cell) + margin - column;
  const height = Math.ceil(north / cell) + margin - line;
  const field: DensityField = { values: new Float32Array(width * height), width, height, x: column * cell, y: line * cell, cell, valid: [west, south, east, north] };
  const count = plane.xy.length / 2;
  for (let from = 0; from < count; from += STEP) {
    stamp(input, field, from, Math.min(count, from + STEP));
    yield from / count;
  }
  blur(field.values, width, height, sigma);
  yield 1;
  const perKm2 = 1e6 / (cell * cell);
  for (let i = 0; i < field.values.length; i++) field.values[i] = (field.values[i] as number) * perKm2;
  return field;
}

/** The density at a place of the plane, between the cells; NaN outside of the field. */
export function densityAt({ values, width, height, x, y, cell }: DensityField, px: number, py: number): number {
  const gx = (px - x) / cell - 0.5;
  const gy = (py - y) / cell - 0.5;
  if (!(gx >= 0 && gx < width - 1 && gy >= 0 && gy < height - 1)) return NaN;
  const at = Math.floor(gy) * width + Math.floor(gx);
  const [u, v] = [gx - Math.floor(gx), gy - Math.floor(gy)];
  const south = (values[at] as number) * (1 - u) + (values[at + 1] as number) * u;
  const north = (values[at + width] as number) * (1 - u) + (values[at + width + 1] as number) * u;
  return south * (1 - v) + north * v;
}

/** Radii across the part of the data that decides the classes. */
const REFERENCE = 40;

/** Numbers of points in equal parts of an extent. */
interface Parts {
  readonly columns: number;
  readonly lines: number;
  readonly counts: Float64Array;
  /** Points that each of the plane stands for; one where absent. */
  readonly stand: ArrayLike<number> | undefined;
  /** The part that was first to hold most. */
  best: number;
}

function countParts({ xy, extent: [west, south, east, north] }: Plane, parts: Parts, from: number, to: number): void {
  const { columns, lines, counts, stand } = parts;
  for (let i = 2 * from; i < 2 * to; i += 2) {
    const column = Math.min(columns - 1, Math.floor((((xy[i] as number) - west) / (east - west || 1)) * columns));
    const line = Math.min(lines - 1, Math.floor((((xy[i + 1] as number) - south) / (north - south || 1)) * lines));
    const at = line * columns + column;
    if (!(at >= 0)) continue;
    counts[at] = (counts[at] as number) + (stand ? (stand[i / 2] as number) : 1);
    if ((counts[at] as number) > (counts[parts.best] as number)) parts.best = at;
  }
}

/**
 * A window around the densest part of the data, small enough for fine cells: class limits come from it, so they are the same in every view. In steps.
 * @param stand Points that each point of the plane stands for.
 */
export function* referenceWindow(plane: Plane, radius: number, stand?: ArrayLike<number>): Steps<Extent> {
  const [west, south, east, north] = plane.extent;
  const side = REFERENCE * radius;
  if (!(east - west > side || north - south > side)) return plane.extent;
  const columns = Math.max(1, Math.min(1024, Math.ceil((east - west) / side)));
  const lines = Math.max(1, Math.min(1024, Math.ceil((north - south) / side)));
  const parts: Parts = { columns, lines, counts: new Float64Array(columns * lines), stand, best: 0 };
  const count = plane.xy.length / 2;
  for (let from = 0; from < count; from += STEP) {
    countParts(plane, parts, from, Math.min(count, from + STEP));
    yield from / count;
  }
  const { best } = parts;
  const x = west + ((best % columns) + 0.5) * ((east - west) / columns);
  const y = south + (Math.floor(best / columns) + 0.5) * ((north - south) / lines);
  return [x - side, y - side, x + side, y + side];
}
