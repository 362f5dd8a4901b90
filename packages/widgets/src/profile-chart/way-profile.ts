/** The profile of the rows of a dataset: points with heights, in the order of the way. */
import { elevationProfile, type ElevationProfile, type ProfileOptions } from '@yizhangtu/analysis/elevation-profile';
import { tableFromColumns, type Dataset, type DatasetSchema, type Table } from '@yizhangtu/data/model';

/** Ways of at least so many metres are told in km. */
const KM_FROM = 2000;
/** Fields that tell the tracks of a file, and the parts of a track, apart, as the reader of GPX names them. */
const PARTS = ['way', 'segment'];

/** Fields of the places of a profile. */
export const [AT, HEIGHT] = ['at', 'height'] as const;

/** A profile with the rows it was made from. */
export interface WayProfile extends ElevationProfile {
  /** Rows of the dataset, one a point of the profile. */
  readonly rows: readonly number[];
  /** Metres of one unit of the axis: 1000 or 1. */
  readonly unitMeters: number;
}

/** What keeps a dataset from having a profile; undefined where nothing does. */
export function profileProblem(dataset: Dataset, heightField: string): 'no-points' | 'no-heights' | undefined {
  if (dataset.geometry.kind !== 'point') return 'no-points';
  return dataset.column(heightField)?.kind === 'number' ? undefined : 'no-heights';
}

/** Points that pass all filters, as one way. Undefined where they are none. */
export function wayProfile(dataset: Dataset, heightField: string, options: ProfileOptions): WayProfile | undefined {
  const { geometry } = dataset;
  const heights = dataset.column(heightField);
  if (geometry.kind !== 'point' || heights?.kind !== 'number') return undefined;
  const passing = dataset.passing();
  const rows = [...passing.keys()].filter((row) => passing[row]);
  const coordinates = Float64Array.from(rows.flatMap((row) => [geometry.coordinates[2 * row] ?? NaN, geometry.coordinates[2 * row + 1] ?? NaN]));
  const parts = PARTS.filter((name) => dataset.column(name));
  const beginsAt = (point: number): boolean => point > 0 && parts.some((name) => dataset.value(rows[point] ?? 0, name) !== dataset.value(rows[point - 1] ?? 0, name));
  const profile = elevationProfile(coordinates, Float64Array.from(rows, (row) => heights.values[row] ?? NaN), { ...options, beginsAt });
  return profile && { ...profile, rows, unitMeters: profile.length >= KM_FROM ? 1000 : 1 };
}

/** The places of a profile as rows; none without one. */
export function profileTable({ places, unitMeters }: Pick<WayProfile, 'places' | 'unitMeters'> = { places: [], unitMeters: 1 }): Table {
  return tableFromColumns({ columns: { [AT]: Float64Array.from(places, ({ meters }) => meters / unitMeters), [HEIGHT]: Float64Array.from(places, ({ height }) => height) } });
}

/** What the fields of these rows mean. */
export function profileSchema(unitMeters: number): DatasetSchema {
  return {
    id: 'widgets/profile@1',
    fields: [
      { name: AT, label: { zh: '距离', en: 'Distance' }, kind: 'number', unit: unitMeters === 1 ? 'm' : 'km', digits: unitMeters === 1 ? 0 : 2 },
      { name: HEIGHT, label: { zh: '高程', en: 'Height' }, kind: 'number', unit: 'm', digits: 1 },
    ],
  };
}

/** Number of the place that is nearest to a row; −1 where the row is not on the way. */
export function placeOfRow({ rows, meters, length, places }: WayProfile, row: number): number {
  const point = row < 0 ? -1 : rows.indexOf(row);
  return point < 0 ? -1 : Math.round(((meters[point] ?? 0) / length) * (places.length - 1));
}

/** Row that is nearest to a place; −1 for none. */
export function rowOfPlace({ rows, places }: WayProfile, place: number): number {
  return rows[places[place]?.point ?? -1] ?? -1;
}
