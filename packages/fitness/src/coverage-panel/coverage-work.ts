/** Everything the panel shows, worked out in steps from venues and residents. */
import { coverageSteps } from '@yizhangtu/analysis/coverage';
import { maximumCoverSteps, type CoverSite } from '@yizhangtu/analysis/maximum-cover';
import type { Dataset } from '@yizhangtu/data/model';
import type { Steps } from '@yizhangtu/data/steps';
import { blindSpots, cellSize, type BlindSpot } from '../calc/blind-spots.js';
import { coverageSummary, type CoveredDistrict, type CoveredPeople } from '../calc/coverage-summary.js';
import { placeOfRow } from '../calc/near-venues.js';

/** Fields of the residents. */
export const [PEOPLE, DISTRICT] = ['people', 'district'] as const;
/** Metres of a degree of latitude, about; of longitude at the equator. */
const DEGREE = 111_300;
/** More than the diagonal of a cell, less than two cells. */
const JOIN = 1.15;

/** What is asked. */
export interface CoverageQuestion {
  readonly venues: Dataset;
  readonly residents: Dataset;
  /** Reach in metres. */
  readonly meters: number;
  /** How many sites are proposed. */
  readonly sites: number;
  /** Cells of fewer people belong to no listed blind spot. */
  readonly fewest: number;
}

/** A proposed site. */
export interface ProposedSite extends CoverSite {
  readonly lonLat: readonly [lon: number, lat: number];
  /** District it is in. */
  readonly district: string | null;
}

/** What was found. */
export interface CoverageAnswer {
  /** Venues that count. */
  readonly venues: number;
  readonly meters: number;
  readonly all: CoveredPeople;
  readonly districts: readonly CoveredDistrict[];
  readonly spots: readonly (BlindSpot & { readonly district: string | null })[];
  readonly sites: readonly ProposedSite[];
  /** Cells of residents in degrees; undefined where they are no grid. */
  readonly cell: readonly [number, number] | undefined;
  /** Residents per place, NaN where unknown, and 1 for a covered place: what is drawn. */
  readonly people: ArrayLike<number>;
  readonly covered: Uint8Array;
}

/** Places of the venues that pass all filters and are open to the public. */
function venuePlaces(venues: Dataset): Float64Array {
  const passing = venues.passing();
  const found: number[] = [];
  for (let row = 0; row < passing.length; row++) {
    const place = passing[row] && venues.value(row, 'openState') !== 'closed' ? placeOfRow(venues, row) : undefined;
    if (place) found.push(...place);
  }
  return Float64Array.from(found);
}

function coordinatesOf(dataset: Dataset): Float64Array {
  return dataset.geometry.kind === 'point' ? dataset.geometry.coordinates : new Float64Array(2 * dataset.rowCount).fill(NaN);
}

/** Metres within which cells belong to one area. Scattered points are joined within the reach. */
function joinMeters(cell: readonly [number, number] | undefined, places: Float64Array, meters: number): number {
  if (!cell) return meters;
  const across = cell[0] * DEGREE * Math.cos(((places[1] ?? 0) * Math.PI) / 180);
  return JOIN * Math.hypot(across, cell[1] * DEGREE);
}

/** The answer, in steps. Venues without a place, and those closed to the public, do not count. */
export function* coverageWork({ venues, residents, meters, sites, fewest }: CoverageQuestion): Steps<CoverageAnswer> {
  const places = coordinatesOf(residents);
  const column = residents.column(PEOPLE);
  const people: ArrayLike<number> = column?.kind === 'number' ? column.values : new Float64Array(residents.rowCount);
  const districtOf = (row: number): string | null => {
    const value = residents.column(DISTRICT) ? residents.value(row, DISTRICT) : null;
    return value === null ? null : String(value);
  };
  const facilities = venuePlaces(venues);
  const { covered } = yield* coverageSteps(places, facilities, meters, people);
  const cell = cellSize(places);
  const spots = blindSpots(places, people, covered, { joinMeters: joinMeters(cell, places, meters), fewest, districtOf });
  yield 0.8;
  const open = [...covered.keys()].filter((i) => !covered[i] && (people[i] ?? 0) > 0);
  const candidates = Float64Array.from(open.flatMap((i) => [places[2 * i] ?? NaN, places[2 * i + 1] ?? NaN]));
  const chosen = yield* maximumCoverSteps({ places, weights: people, covered, candidates, meters, sites });
  return {
    venues: facilities.length / 2,
    meters,
    ...coverageSummary(people, covered, districtOf),
    spots: spots.map((spot) => ({ ...spot, district: districtOf(spot.places[0] ?? -1) })),
    sites: chosen.map((site) => ({ ...site, lonLat: [candidates[2 * site.candidate] ?? NaN, candidates[2 * site.candidate + 1] ?? NaN], district: districtOf(open[site.candidate] ?? -1) })),
    cell,
    people,
    covered,
  };
}
