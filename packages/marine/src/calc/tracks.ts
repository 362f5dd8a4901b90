/** Tracks of storms from the rows of a dataset of the shape `marine/typhoon@1`. */
import type { Dataset } from '@yizhangtu/data/model';
import { QUADRANTS, radiusField } from '../data/typhoon-schema.js';
import type { CircleForce } from '../symbology/wind-circle.js';
import type { Radii } from './wind-circle.js';

/** One position. Numbers that are not known are NaN. */
export interface TyphoonPosition {
  /** Row of the dataset. */
  readonly row: number;
  /** Instant in ms. */
  readonly time: number;
  readonly lon: number;
  readonly lat: number;
  /** Highest mean wind near the centre, m/s. */
  readonly windMs: number;
  /** Speed of the storm, km/h. */
  readonly moveKmh: number;
  /** Where it goes, degrees clockwise from north. */
  readonly moveDeg: number;
}

/** One storm: its positions in the order of time, at least one. */
export interface TyphoonTrack {
  readonly storm: string;
  readonly positions: readonly TyphoonPosition[];
}

type Rows = Pick<Dataset, 'rowCount' | 'geometry' | 'column' | 'value'>;

/** Fields that tracks cannot be made without and that the rows do not have. */
export function missingFields(rows: Rows): readonly string[] {
  return ['storm', 'time'].filter((name) => !rows.column(name));
}

function numbers(rows: Rows, name: string): (row: number) => number {
  const column = rows.column(name);
  const values = column?.kind === 'number' || column?.kind === 'date' ? column.values : undefined;
  return (row) => values?.[row] ?? Number.NaN;
}

/**
 * All storms in the order in which they first appear in the data. Rows without a storm, a time or a place are left out.
 * @param passing 1 for each row that counts; all without.
 */
export function typhoonTracks(rows: Rows, passing?: Uint8Array): readonly TyphoonTrack[] {
  const { geometry } = rows;
  if (geometry.kind !== 'point' || missingFields(rows).length > 0) return [];
  const [time, windMs, moveKmh, moveDeg] = ['time', 'windMs', 'moveKmh', 'moveDeg'].map((name) => numbers(rows, name));
  const storms = new Map<string, TyphoonPosition[]>();
  for (let row = 0; row < rows.rowCount; row++) {
    const storm = rows.value(row, 'storm');
    const [lon = NaN, lat = NaN, at = NaN] = [geometry.coordinates[2 * row], geometry.coordinates[2 * row + 1], time?.(row)];
    if (passing?.[row] === 0 || storm === null || Number.isNaN(lon + lat + at)) continue;
    const position = { row, time: at, lon, lat, windMs: windMs?.(row) ?? NaN, moveKmh: moveKmh?.(row) ?? NaN, moveDeg: moveDeg?.(row) ?? NaN };
    const key = String(storm);
    const positions = storms.get(key);
    if (positions) positions.push(position);
    else storms.set(key, [position]);
  }
  return [...storms].map(([storm, positions]) => ({ storm, positions: positions.sort((a, b) => a.time - b.time) }));
}

/** The last position of a track. */
export function lastOf({ positions }: TyphoonTrack): TyphoonPosition {
  return positions[positions.length - 1] as TyphoonPosition;
}

/** Radii of a wind circle at a row, km. */
export function radiiAt(rows: Rows, row: number, force: CircleForce): Radii {
  const [ne = NaN, se = NaN, sw = NaN, nw = NaN] = QUADRANTS.map((quadrant) => numbers(rows, radiusField(force, quadrant))(row));
  return [ne, se, sw, nw];
}

/** Two positions with more time than this between them are not joined: nobody knows where the storm was. */
const LONGEST_GAP = 24 * 3_600_000;

/** A piece of a track between two positions. */
export interface TrackPiece {
  readonly from: TyphoonPosition;
  readonly to: TyphoonPosition;
  /** Both ends; the longitude of the second runs on beyond ±180° where the piece crosses the antimeridian. */
  readonly line: readonly [readonly [number, number], readonly [number, number]];
}

/** The pieces of a track, in the order of time. */
export function trackPieces({ positions }: TyphoonTrack): readonly TrackPiece[] {
  return positions.slice(1).flatMap((to, index) => {
    const from = positions[index] as TyphoonPosition;
    if (to.time - from.time > LONGEST_GAP) return [];
    const lon = to.lon + 360 * Math.round((from.lon - to.lon) / 360);
    return [{ from, to, line: [[from.lon, from.lat], [lon, to.lat]] as const }];
  });
}
