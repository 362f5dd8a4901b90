/** Where vessels are: the last fix of each, from the rows of a dataset of the shape `marine/vessel@1`. */
import type { Dataset } from '@yizhangtu/data/model';
import { isPlace } from './ais-values.js';

/** One vessel at its last known place. */
export interface VesselFix {
  /** Row of the dataset. */
  readonly row: number;
  /** Instant in ms; NaN where the data has no times. */
  readonly time: number;
  readonly lon: number;
  readonly lat: number;
}

/** Until when fixes count, and how old they may be then. */
export interface FixLimits {
  /** Instant in ms; later fixes are left out. */
  readonly moment: number;
  /** Fixes that are older than this at the moment are left out, ms. */
  readonly longest: number;
}

type Rows = Pick<Dataset, 'rowCount' | 'geometry' | 'column' | 'value'>;

/** Field that tells vessels apart, and that of the time. */
export const [VESSEL_ID, FIX_TIME] = ['mmsi', 'time'] as const;

/** Who each row is about: the same number or word for the same vessel; undefined for a row that names none. */
export function vesselKeys(rows: Rows): (row: number) => number | string | undefined {
  const column = rows.column(VESSEL_ID);
  // Without a field that tells vessels apart every row is one.
  if (!column) return (row) => row;
  if (column.kind === 'number') return (row) => (Number.isNaN(column.values[row]) ? undefined : column.values[row]);
  return (row) => {
    const value = rows.value(row, VESSEL_ID);
    return value === null ? undefined : String(value);
  };
}

function timesOf(rows: Rows): ArrayLike<number> | undefined {
  const column = rows.column(FIX_TIME);
  return column?.kind === 'date' || column?.kind === 'number' ? column.values : undefined;
}

/**
 * The last fix of each vessel, in the order in which vessels first appear. Rows without a vessel or a place (AIS: longitude 181, latitude 91) are left out; so
 * are rows without a time where the data has times.
 * @param passing 1 for each row that counts; all without. @param limits All fixes without.
 */
export function latestFixes(rows: Rows, passing?: Uint8Array, limits?: FixLimits): readonly VesselFix[] {
  const { geometry } = rows;
  if (geometry.kind !== 'point') return [];
  const [keyOf, times] = [vesselKeys(rows), timesOf(rows)];
  const counts = (time: number): boolean => !times || (limits ? time <= limits.moment && limits.moment - time <= limits.longest : !Number.isNaN(time));
  const last = new Map<number | string, VesselFix>();
  for (let row = 0; row < rows.rowCount; row++) {
    if (passing?.[row] === 0) continue;
    const [lon = NaN, lat = NaN, time = NaN] = [geometry.coordinates[2 * row], geometry.coordinates[2 * row + 1], times?.[row]];
    const key = keyOf(row);
    if (key === undefined || !isPlace(lon, lat) || !counts(time)) continue;
    const known = last.get(key);
    if (!known || !(time < known.time)) last.set(key, { row, time, lon, lat });
  }
  return [...last.values()];
}

/** The newest time of rows, ms; undefined without times. */
function newest(rows: Rows, passing: Uint8Array): number | undefined {
  const times = timesOf(rows);
  let most = -Infinity;
  for (let row = 0; row < (times?.length ?? 0); row++) if (passing[row] !== 0 && (times?.[row] as number) > most) most = times?.[row] as number;
  return most === -Infinity ? undefined : most;
}

/** The moment that a dataset shows: the end of what a time slider chose, else the newest time that passes its filters. Undefined without times. */
export function momentOf(dataset: Rows & Pick<Dataset, 'filters' | 'passing'>, field: string = FIX_TIME): number | undefined {
  const filter = dataset.filters.get(field);
  const end = filter?.kind === 'range' ? Number(filter.max) : Number.NaN;
  return Number.isFinite(end) ? end : newest(dataset, dataset.passing());
}
