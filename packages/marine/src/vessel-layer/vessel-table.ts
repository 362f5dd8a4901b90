/** What is drawn of vessels, as a table: one row a vessel at its last fix, without the numbers that mean «not available». */
import { plainShapes, tableFromColumns, type Column, type ColumnInput, type Dataset, type Table } from '@yizhangtu/data/model';
import { bowOf, courseOf, headingOf, sizeOf, speedOf, statusOf } from '../calc/ais-values.js';
import { numberAt } from '../calc/cells.js';
import { vesselGroup } from '../calc/vessel-group.js';
import type { VesselFix } from '../calc/vessels.js';
import type { VesselTrail } from '../calc/vessel-trails.js';
import { STALE_LOOK } from '../symbology/vessel-look.js';

type Rows = Pick<Dataset, 'rowCount' | 'geometry' | 'column' | 'columns' | 'value'>;

/** What ages are told from, and from when on a position is out of date. */
export interface FixAge {
  /** Instant in ms; undefined where the data has no times. */
  readonly moment: number | undefined;
  readonly staleMinutes: number;
}

const MINUTE = 60_000;
const CLEANED: Readonly<Record<string, (value: number) => number>> = { sogKn: speedOf, cogDeg: courseOf, headingDeg: headingOf, lengthM: sizeOf, draughtM: sizeOf };

/** Rows of a column, by their numbers. */
function taken(column: Column, rows: readonly number[]): ColumnInput {
  if (column.kind === 'text') return { dictionary: column.dictionary, codes: Uint32Array.from(rows, (row) => column.codes[row] as number) };
  if (column.kind === 'boolean') return rows.map((row) => [false, true, null][column.values[row] as number] ?? null);
  if (column.kind === 'date') return rows.map((row) => (Number.isNaN(column.values[row]) ? null : new Date(column.values[row] as number)));
  return Float64Array.from(rows, (row) => column.values[row] as number);
}

/** Minutes between a fix and the moment; NaN where either is not known. */
function minutesOld({ time }: VesselFix, { moment = Number.NaN }: FixAge): number {
  return (moment - time) / MINUTE;
}

/** One row a fix: the columns of the source, cleaned, and what is worked out from them. */
export function vesselTable(rows: Rows, fixes: readonly VesselFix[], age: FixAge): Table {
  const numbers = fixes.map(({ row }) => row);
  const columns = new Map<string, ColumnInput>(rows.columns.map((column) => [column.name, taken(column, numbers)]));
  for (const [field, clean] of Object.entries(CLEANED)) {
    if (rows.column(field)) columns.set(field, Float64Array.from(numbers, (row) => clean(numberAt(rows, row, field))));
  }
  if (rows.column('navStatus')) columns.set('navStatus', numbers.map((row) => statusOf(numberAt(rows, row, 'navStatus')) || null));
  const groups = numbers.map((row) => vesselGroup(rows, row));
  columns.set('group', groups);
  if (age.moment !== undefined) columns.set('ageMin', Float64Array.from(fixes, (fix) => Math.round(minutesOld(fix, age))));
  columns.set('bowDeg', Float64Array.from(numbers, (row) => bowOf(numberAt(rows, row, 'headingDeg'), numberAt(rows, row, 'cogDeg'), numberAt(rows, row, 'sogKn'))));
  columns.set('look', fixes.map((fix, at) => (minutesOld(fix, age) > age.staleMinutes ? STALE_LOOK : (groups[at] ?? null))));
  return tableFromColumns({ coordinates: Float64Array.from(fixes.flatMap(({ lon, lat }) => [lon, lat])), columns });
}

/** Trails with the group of their vessel. */
export function trailTable(rows: Rows, trails: readonly VesselTrail[]): Table {
  return tableFromColumns({ geometry: plainShapes('line', trails.map(({ line }) => line)), columns: { look: trails.map(({ row }) => vesselGroup(rows, row)) } });
}
