/** Movement over a view: pixels a second at even places of the canvas, true to scale and to north everywhere. Pure. */
import type { CrsTransform } from '@yizhangtu/data/crs';
import { gridValue } from '@yizhangtu/data/value-grid';
import { mapPoint, type View } from '../renderer/view.js';
import { metresPerDegree } from '../ground/ground.js';
import type { PlacedGrid } from '../value-grid/grid-code.js';

/** Movement at places `step` device px apart, the first at the top left corner. NaN where nothing is known. */
export interface FlowField {
  readonly columns: number;
  readonly rows: number;
  readonly step: number;
  /** Device px to the right and downwards in a second. */
  readonly vx: Float32Array;
  readonly vy: Float32Array;
  /** In the unit of the grid. */
  readonly speed: Float32Array;
  /** Device px a metre of ground in the middle of the view. */
  readonly scale: number;
}

/** Most places of a field: more would be felt when the map comes to rest. */
const MOST_PLACES = 16_000;
const LEAST_STEP = 10;
/** Metres over which scale and direction are measured. */
const PROBE = 500;

/** Movement at one place. */
export interface Movement {
  vx: number;
  vy: number;
  speed: number;
}

/**
 * The field of a view.
 * @param toDegrees From the projection of the view.
 * @param metres Metres a second of a unit of the grid.
 */
export function flowField({ grid, toDegrees: gridToDegrees }: PlacedGrid, view: View, toDegrees: CrsTransform, metres: number): FlowField {
  const step = Math.max(LEAST_STEP, Math.ceil(Math.sqrt((view.width * view.height) / MOST_PLACES)));
  const [columns, rows] = [Math.ceil(view.width / step) + 1, Math.ceil(view.height / step) + 1];
  const count = columns * rows;
  // One more: the middle of the view.
  const degrees = new Float64Array(2 * (count + 1));
  for (let at = 0; at < count; at++) degrees.set(mapPoint(view, (at % columns) * step, Math.floor(at / columns) * step), 2 * at);
  degrees.set(mapPoint(view, view.width / 2, view.height / 2), 2 * count);
  toDegrees(degrees);
  const [here, east, north] = ([[0, 0], [PROBE, 0], [0, PROBE]] as const).map(([x, y]) => shifted(degrees, x, y, toDegrees)) as [Float64Array, Float64Array, Float64Array];
  const places = degrees.slice(0, 2 * count);
  gridToDegrees.inverse?.(places);
  const [u, v] = [grid.columns.get('u'), grid.columns.get('v')];
  const [vx, vy, speed] = [new Float32Array(count).fill(NaN), new Float32Array(count).fill(NaN), new Float32Array(count).fill(NaN)];
  for (let at = 0; at < count; at++) {
    const [x, y] = [places[2 * at] as number, places[2 * at + 1] as number];
    const [toEast, toNorth] = u && v ? [gridValue(grid, u, x, y), gridValue(grid, v, x, y)] : [NaN, NaN];
    if (Number.isNaN(toEast + toNorth)) continue;
    const [dx, dy] = [0, 1].map((k) => ((east[2 * at + k] as number) - (here[2 * at + k] as number)) * toEast + ((north[2 * at + k] as number) - (here[2 * at + k] as number)) * toNorth) as [number, number];
    // Map units to device px: y runs downwards on a canvas.
    vx[at] = ((view.a * dx + view.b * dy) * metres) / PROBE;
    vy[at] = ((view.b * dx - view.a * dy) * metres) / PROBE;
    speed[at] = Math.hypot(toEast, toNorth);
  }
  const scale = (Math.hypot((east[2 * count] as number) - (here[2 * count] as number), (east[2 * count + 1] as number) - (here[2 * count + 1] as number)) * view.scale) / PROBE;
  return { columns, rows, step, vx, vy, speed, scale };
}

/** Places so many metres further to the true east and north, in map units. */
function shifted(degrees: Float64Array, toEast: number, toNorth: number, toDegrees: CrsTransform): Float64Array {
  const out = degrees.slice();
  for (let i = 0; i < out.length; i += 2) {
    const [lon, lat] = metresPerDegree(out[i + 1] as number);
    out[i] = (out[i] as number) + toEast / lon;
    out[i + 1] = (out[i + 1] as number) + toNorth / lat;
  }
  toDegrees.inverse?.(out);
  return out;
}

/** The movement at a place of the canvas, bilinear, written into `out`. False where nothing is known. */
export function movementAt({ columns, rows, step, vx, vy, speed }: FlowField, x: number, y: number, out: Movement): boolean {
  const [gx, gy] = [x / step, y / step];
  if (!(gx >= 0 && gy >= 0 && gx <= columns - 1 && gy <= rows - 1)) return false;
  const [i, j] = [Math.min(Math.floor(gx), columns - 2), Math.min(Math.floor(gy), rows - 2)];
  const [fx, fy] = [gx - i, gy - j];
  const at = j * columns + i;
  const mix = (numbers: Float32Array): number =>
    ((numbers[at] as number) * (1 - fx) + (numbers[at + 1] as number) * fx) * (1 - fy) + ((numbers[at + columns] as number) * (1 - fx) + (numbers[at + columns + 1] as number) * fx) * fy;
  out.speed = mix(speed);
  if (Number.isNaN(out.speed)) return false;
  out.vx = mix(vx);
  out.vy = mix(vy);
  return true;
}
