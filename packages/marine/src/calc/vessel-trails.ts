/** Where vessels came from: their fixes of the last while, joined. */
import type { Dataset } from '@yizhangtu/data/model';
import { isPlace } from './ais-values.js';
import { FIX_TIME, vesselKeys, type FixLimits } from './vessels.js';

type Rows = Pick<Dataset, 'rowCount' | 'geometry' | 'column' | 'value'>;

/** A line of one vessel. */
export interface VesselTrail {
  /** Row of its last fix. */
  readonly row: number;
  /** Longitude and latitude, oldest first; at least two places. Longitudes run on beyond ±180° where the vessel crosses the antimeridian. */
  readonly line: readonly (readonly [lon: number, lat: number])[];
}

interface Fix {
  readonly row: number;
  readonly time: number;
  readonly place: readonly [lon: number, lat: number];
}

/** The line of fixes in the order of time; places that are the same as the one before are left out. */
function lineOf(fixes: readonly Fix[]): VesselTrail['line'] {
  const line: [lon: number, lat: number][] = [];
  for (const { place } of fixes) {
    const before = line[line.length - 1];
    const lon = before ? place[0] + 360 * Math.round((before[0] - place[0]) / 360) : place[0];
    if (!before || before[0] !== lon || before[1] !== place[1]) line.push([lon, place[1]]);
  }
  return line;
}

/**
 * The trail of each vessel that moved: its fixes that are no older at the moment than `longest`, joined in the order of time. Vessels that lay still have none;
 * data without times has none.
 * @param passing 1 for each row that counts; all without.
 */
export function vesselTrails(rows: Rows, passing: Uint8Array | undefined, { moment, longest }: FixLimits): readonly VesselTrail[] {
  const { geometry } = rows;
  const times = rows.column(FIX_TIME);
  if (geometry.kind !== 'point' || (times?.kind !== 'date' && times?.kind !== 'number')) return [];
  const keyOf = vesselKeys(rows);
  const byVessel = new Map<number | string, Fix[]>();
  for (let row = 0; row < rows.rowCount; row++) {
    const [lon = NaN, lat = NaN, time = NaN] = [geometry.coordinates[2 * row], geometry.coordinates[2 * row + 1], times.values[row]];
    const key = keyOf(row);
    if (passing?.[row] === 0 || key === undefined || !isPlace(lon, lat) || !(time <= moment && moment - time <= longest)) continue;
    const fixes = byVessel.get(key);
    const fix: Fix = { row, time, place: [lon, lat] };
    if (fixes) fixes.push(fix);
    else byVessel.set(key, [fix]);
  }
  return [...byVessel.values()].flatMap((fixes) => {
    const inOrder = fixes.sort((a, b) => a.time - b.time);
    const line = lineOf(inOrder);
    return line.length > 1 ? [{ row: (inOrder[inOrder.length - 1] as Fix).row, line }] : [];
  });
}
