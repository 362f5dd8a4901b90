/** What a reader looks for, as filters of the dataset: other views on it follow, and what they choose shows here. */
import { geodesicCircle } from '@yizhangtu/analysis/geodesic-circle';
import type { Dataset, Filter, Ring } from '@yizhangtu/data/model';
import { sportsOf, type Sport } from '../calc/sports.js';
import { OPEN_NOW } from '../data/open-now.js';

/** Keys of the filters. Those of fields are the field, so that a `<yzt-filter>` of the same field is the same filter. */
export const NEAR = 'near';
const [TYPE, FEE, STEP_FREE] = ['typeCode', 'fee', 'accessible'];
/** Corners of the circle: its sides are within a metre of it at 5 km. */
const CORNERS = 180;
/** Metres of a degree of latitude, about. */
const METERS_OF_DEGREE = 111_000;

/** What is asked for now. */
export interface Wanted {
  /** Id of the sport; empty for any. */
  readonly sport: string;
  readonly free: boolean;
  readonly open: boolean;
  readonly stepFree: boolean;
}

type Choice = keyof Omit<Wanted, 'sport'>;

const ONLY: Readonly<Record<Choice, { readonly key: string; readonly value: string | boolean }>> = {
  free: { key: FEE as string, value: 'free' },
  open: { key: OPEN_NOW, value: true },
  stepFree: { key: STEP_FREE as string, value: true },
};

function isOnly(filter: Filter | undefined, values: readonly (string | boolean)[]): boolean {
  return filter?.kind === 'in' && filter.values.length === values.length && values.every((value) => filter.values.includes(value));
}

/** The sports there are venues for. */
export function sportsIn(dataset: Dataset): readonly Sport[] {
  return dataset.column(TYPE as string) ? sportsOf([...dataset.allGroups(TYPE as string).keys()].map(String)) : [];
}

/** What the filters of the dataset say of the choices. */
export function wantedOf(dataset: Dataset): Wanted {
  const has = (choice: Choice): boolean => isOnly(dataset.filters.get(ONLY[choice].key), [ONLY[choice].value]);
  const sport = sportsIn(dataset).find(({ types }) => isOnly(dataset.filters.get(TYPE as string), types))?.id ?? '';
  return { sport, free: has('free'), open: has('open'), stepFree: has('stepFree') };
}

/** The choices the data has fields for. */
export function choicesIn(dataset: Dataset): readonly Choice[] {
  return (['free', 'open', 'stepFree'] as const).filter((choice) => dataset.column(ONLY[choice].key) !== undefined);
}

/** Chooses a sport by its id, any by an empty word. */
export function chooseSport(dataset: Dataset, id: string): void {
  const sport = sportsIn(dataset).find((one) => one.id === id);
  dataset.setFilter(TYPE as string, sport && { kind: 'in', field: TYPE as string, values: sport.types });
}

/** Only venues of a kind, or all again. */
export function choose(dataset: Dataset, choice: Choice, on: boolean): void {
  const { key, value } = ONLY[choice];
  dataset.setFilter(key, on ? { kind: 'in', field: key, values: [value] } : undefined);
}

/** Ring of a circle around a place, in degrees. @param meters Above 0. */
export function circleRing(lonLat: readonly [number, number], meters: number): Ring {
  return (geodesicCircle(lonLat, meters, CORNERS).coordinates[0] ?? []).map(([lon = NaN, lat = NaN]) => [lon, lat] as const);
}

/** Only venues within a distance of a place; undefined place or distance 0 for all. */
export function chooseNear(dataset: Dataset, lonLat: readonly [number, number] | undefined, meters: number): void {
  if (!lonLat || !(meters > 0)) return dataset.setFilter(NEAR, undefined);
  const km = `${meters / 1000} km`;
  dataset.setFilter(NEAR, { kind: 'shape', rings: [circleRing(lonLat, meters)], label: { zh: `${km} 以内`, en: `within ${km}` } });
}

/** West, south, east, north of a circle, about, in degrees. @param meters Its radius. */
export function boundsAround([lon, lat]: readonly [number, number], meters: number): [number, number, number, number] {
  const up = meters / METERS_OF_DEGREE;
  const across = up / Math.cos((lat * Math.PI) / 180);
  return [lon - across, lat - up, lon + across, lat + up];
}
