/** Columns that a layer derives from its dataset. Pure. */
import type { Column, Dataset } from '@yizhangtu/data/model';
import { placeAt } from '@yizhangtu/data/points';
import { NO_TURN, TURN_STEP } from '../renderer/turns.js';

/** Symbols never get smaller than this, so that they can be seen and hit. CSS px. */
const SMALLEST = 4;
const LARGEST = 255;

/** The largest value that has a size; 0 where there is none. */
function mostOf(values: ArrayLike<number>): number {
  let most = 0;
  for (let row = 0; row < values.length; row++) if ((values[row] as number) > most && values[row] !== Infinity) most = values[row] as number;
  return most;
}

/** Diameter of the symbol of a part of the largest value, CSS px: the area follows the value. */
function diameterOf(share: number, size: number): number {
  const diameter = share > 0 ? Math.round(Math.min(LARGEST, size) * Math.sqrt(Math.min(1, share))) : 0;
  return Math.max(SMALLEST, diameter);
}

/**
 * Diameters of proportional symbols: the area follows the value, the largest value gets `size`. Missing, zero and negative values get
 * the smallest symbol. Undefined if the column has no numbers.
 * @param largest The largest value, where the column has a part of all rows.
 */
export function proportionalDiameters(column: Column | undefined, size: number, largest?: number): Uint8Array | undefined {
  if (column?.kind !== 'number') return undefined;
  const { values } = column;
  const most = largest ?? mostOf(values);
  const diameters = new Uint8Array(values.length);
  // Not by `from`, which takes ten times as long among a million rows.
  for (let row = 0; row < diameters.length; row++) diameters[row] = diameterOf((values[row] as number) / most, size);
  return diameters;
}

/** Digits that numbers in a legend begin with. */
const ROUND = [5, 2, 1];
/** Sizes in a legend, and how many times smaller the next value is at least: half the diameter. */
const STEPS = 3;
const APART = 4;

function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  // A quotient keeps 0.3 from becoming 0.30000000000000004.
  const of = (digit: number): number => (power < 1 ? digit / Math.round(1 / power) : digit * power);
  return of(ROUND.find((digit) => of(digit) <= value) ?? 1);
}

/** Round values with the diameters of their symbols, the largest first, as a legend shows them. Undefined if there are no sizes. */
export function sizeSteps(column: Column | undefined, size: number, largest?: number): { value: number; diameter: number }[] | undefined {
  const most = largest ?? (column?.kind === 'number' ? mostOf(column.values) : 0);
  if (most === 0) return undefined;
  const steps: { value: number; diameter: number }[] = [];
  for (let value = roundBelow(most); steps.length < STEPS; value = roundBelow(value / APART)) {
    const diameter = diameterOf(value / most, size);
    if (steps.length > 0 && diameter <= SMALLEST) break;
    steps.push({ value, diameter });
  }
  return steps;
}

function turnOf(degrees: number): number {
  if (!(degrees >= -360 && degrees <= 360)) return NO_TURN;
  const steps = Math.round(degrees / TURN_STEP) % (360 / TURN_STEP);
  return steps < 0 ? steps + 360 / TURN_STEP : steps;
}

/**
 * Turns of symbols from degrees clockwise from north, in steps of 3°. Missing values, and 511 and everything else that is no direction, have
 * none. Undefined if the column has no numbers.
 */
export function turnsOf(column: Column | undefined): Uint8Array | undefined {
  if (column?.kind !== 'number') return undefined;
  const { values } = column;
  const turns = new Uint8Array(values.length);
  for (let row = 0; row < turns.length; row++) turns[row] = turnOf(values[row] as number);
  return turns;
}

/** A row's place for a popup: its own for a point, `fallback` (where the pointer is) for lines and polygons. */
export function placeOfRow(dataset: Dataset, row: number, fallback: readonly [number, number]): readonly [number, number] {
  const { geometry } = dataset;
  if (geometry.kind === 'none') return fallback;
  if (geometry.kind === 'point') return placeAt(geometry, row);
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
