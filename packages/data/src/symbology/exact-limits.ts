/** Exact natural breaks of very many different values. Fetched by pages that have so many. */
import { sortedRows } from '../model/sorted-rows.js';
import { drive, type DriveOptions, type Steps } from '../steps/drive.js';
import { limitsAt } from './breaks.js';
import { countedSteps } from './counted.js';
import { naturalSteps } from './jenks.js';

/** Milliseconds of work between two pauses. */
const SLICE_MS = 8;

/** Limits between `count` classes, found in slices. */
export function exactLimits(known: Float64Array, count: number, options: DriveOptions): Promise<readonly number[]> {
  return drive(exactSteps(known, count), { sliceMs: SLICE_MS, ...options });
}

function* exactSteps(known: Float64Array, count: number): Steps<readonly number[]> {
  const { rows } = yield* sortedRows({ kind: 'number', name: '', values: known });
  const counted = yield* countedSteps(rows.length, (place) => known[rows[place] as number] as number);
  return limitsAt(counted, yield* naturalSteps(counted, count));
}
