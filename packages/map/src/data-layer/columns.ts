/** Columns that a layer derives from its dataset. Pure. */
import type { Column, Dataset } from '@yizhangtu/data/model';
import { NO_TURN, TURN_STEP } from '../renderer/turns.js';

/** Symbols never get smaller than this, so that they can be seen and hit. CSS px. */
const SMALLEST = 4;
const LARGEST = 255;

/**
 * Diameters of proportional symbols: the area follows the value, the largest value gets `size`. Missing, zero and negative values get
 * the smallest symbol. Undefined if the column has no numbers.
 */
export function proportionalDiameters(column: Column | undefined, size: number): Uint8Array | undefined {
  if (column?.kind !== 'number') return undefined;
  const { values } = column;
  let most = 0;
  for (let row = 0; row < values.length; row++) if ((values[row] as number) > most && values[row] !== Infinity) most = values[row] as number;
  const diameters = new Uint8Array(values.length);
  const largest = Math.min(LARGEST, size);
  for (let row = 0; row < values.length; row++) {
    const share = (values[row] as number) / most;
    const diameter = share > 0 ? Math.round(largest * Math.sqrt(Math.min(1, share))) : 0;
    diameters[row] = Math.max(SMALLEST, diameter);
  }
  return diameters;
}

/**
 * Turns of symbols from degrees clockwise from north, in steps of 3°. Missing values, and 511 and everything else that is no direction, have
 * none. Undefined if the column has no numbers.
 */
export function turnsOf(column: Column | undefined): Uint8Array | undefined {
  if (column?.kind !== 'number') return undefined;
  return Uint8Array.from(column.values, (degrees) => {
    if (!(degrees >= -360 && degrees <= 360)) return NO_TURN;
    const steps = Math.round(degrees / TURN_STEP) % (360 / TURN_STEP);
    return steps < 0 ? steps + 360 / TURN_STEP : steps;
  });
}

/** A row's place for a popup: its own for a point, `fallback` (where the pointer is) for lines and polygons. */
export function placeOfRow(dataset: Dataset, row: number, fallback: readonly [number, number]): readonly [number, number] {
  const { geometry } = dataset;
  if (geometry.kind === 'none') return fallback;
  if (geometry.kind === 'point') return [geometry.coordinates[2 * row] as number, geometry.coordinates[2 * row + 1] as number];
  if (geometry.types[row] !== 1) return fallback;
  const vertex = geometry.vertexStart[geometry.ringStart[geometry.partStart[row] as number] as number] as number;
  const end = geometry.vertexStart[geometry.ringStart[geometry.partStart[row + 1] as number] as number] as number;
  // Of a multi-point the one nearest to the pointer.
  let best: readonly [number, number] = fallback;
  let least = Infinity;
  for (let v = vertex; v < end; v++) {
    const place = [geometry.coordinates[2 * v] as number, geometry.coordinates[2 * v + 1] as number] as const;
    const distance = Math.hypot(place[0] - fallback[0], place[1] - fallback[1]);
    if (distance < least) [best, least] = [place, distance];
  }
  return best;
}
