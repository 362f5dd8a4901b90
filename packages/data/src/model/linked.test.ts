/** What several parts do together, against plain computation: filters in any order, back and forth, by region and by shape, over a calendar. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { regionColumn } from '../join/index.js';
import { FilterHistory } from '../state/index.js';
import { Dataset } from './dataset.js';
import { anyFilter, datasetOf, keyOf, measure, passes, plainMeasure, rows, same, type Row } from './plain.fixture.js';
import type { Filter, Measure, TimeUnit } from './query-types.js';
import type { ShapeGeometry } from './types.js';

const KEYS = ['a', 'b', 'c'] as const;
/** Steps of somebody who filters: sets one of three filters, or takes it off. */
const steps = fc.array(fc.tuple(fc.constantFrom(...KEYS), fc.option(anyFilter, { nil: undefined })), { maxLength: 10 });
const soon = (): Promise<void> => Promise.resolve();

function plainlyPassing(data: readonly Row[], filters: Iterable<Filter>): Row[] {
  const all = [...filters];
  return data.filter((one) => all.every((filter) => passes(one, filter)));
}

function expectMeasures(dataset: Dataset, passing: readonly Row[], measures: readonly Measure[]): void {
  const { total } = dataset.query({ measures });
  expect(total.count).toBe(passing.length);
  measures.forEach((one, index) => expect(same(total.values[index], plainMeasure(passing, one)), JSON.stringify(one)).toBe(true));
}

describe('filters in force', () => {
  test('give the answers of those that are left, in whatever order they came and went', () => {
    fc.assert(
      fc.property(rows, steps, fc.array(measure, { minLength: 1, maxLength: 3 }), fc.infiniteStream(fc.nat()), (data, moves, measures, picks) => {
        const dataset = datasetOf(data);
        const left = new Map<string, Filter>();
        for (const [key, filter] of moves) {
          dataset.setFilter(key, filter);
          if (filter) left.set(key, filter);
          else left.delete(key);
          // Asked at each step, so that answers are made of the ones before.
          expectMeasures(dataset, plainlyPassing(data, left.values()), measures);
        }
        const shuffled = [...left].map((entry): [number, typeof entry] => [picks.next().value as number, entry]).sort(([a], [b]) => a - b);
        const other = datasetOf(data);
        for (const [, [key, filter]] of shuffled) other.setFilter(key, filter);
        expect([...other.passing()]).toEqual([...dataset.passing()]);
        for (const key of KEYS) expect([...other.passing([key])]).toEqual([...dataset.passing([key])]);
      }),
      { numRuns: 200 },
    );
  });

  test('undone and redone give the answers they gave, and those of plain computation', async () => {
    await fc.assert(
      fc.asyncProperty(rows, steps, fc.array(fc.boolean(), { maxLength: 12 }), measure, async (data, moves, turns, one) => {
        const dataset = datasetOf(data);
        let time = 0;
        const history = new FilterHistory(dataset, { now: () => (time += 1000) });
        for (const [key, filter] of moves) {
          dataset.setFilter(key, filter);
          await soon();
        }
        for (const back of turns) {
          if (back) history.undo();
          else history.redo();
          expectMeasures(dataset, plainlyPassing(data, dataset.filters.values()), [one]);
        }
        history.end();
      }),
      { numRuns: 150 },
    );
  });
});

/** Squares side by side, their borders between whole degrees so that no place lies on one. */
const SIDE = 2;
const CELLS = [-3.5, -1.5, 0.5].flatMap((west) => [-3.5, -1.5, 0.5].map((south) => [west, south] as const));

function squares(): ShapeGeometry {
  const index = Uint32Array.from({ length: CELLS.length + 1 }, (_, i) => i);
  const corners = CELLS.flatMap(([west, south]) => [west, south, west + SIDE, south, west + SIDE, south + SIDE, west, south + SIDE, west, south]);
  return { kind: 'shape', types: new Uint8Array(CELLS.length).fill(3), partStart: index, ringStart: index, vertexStart: index.map((i) => 5 * i), coordinates: Float64Array.from(corners) };
}

/** The square a place lies in; null outside of all. */
function squareOf({ lon, lat }: Row): string | null {
  const at = CELLS.findIndex(([west, south]) => lon > west && lon < west + SIDE && lat > south && lat < south + SIDE);
  return at === -1 ? null : `区${at}`;
}

describe('regions', () => {
  const near = rows.map((data) => data.map((one) => ({ ...one, lon: Math.round(one.lon % 5), lat: Math.round(one.lat % 5) })));

  test('that rows lie in are grouped, filtered and measured as by looking at each place', () => {
    fc.assert(
      fc.property(near, fc.subarray([...CELLS.map((_, at) => `区${at}`), null]), measure, (data, wanted, one) => {
        const dataset = datasetOf(data);
        dataset.derive(regionColumn({ name: 'region' }, { geometry: squares(), keys: CELLS.map((_, at) => `区${at}`) }));
        for (const group of dataset.query({ groupBy: 'region', measures: [one] }).groups) {
          const members = data.filter((row) => squareOf(row) === group.key);
          expect([group.count, same(group.values[0], plainMeasure(members, one))]).toEqual([members.length, true]);
        }
        dataset.setFilter('region', { kind: 'in', field: 'region', values: wanted });
        expectMeasures(dataset, data.filter((row) => wanted.includes(squareOf(row))), [one]);
      }),
      { numRuns: 150 },
    );
  });
});

const corner = fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 }));
const line = fc.array(corner, { minLength: 2, maxLength: 5 });

describe('a window', () => {
  test('holds the lines whose extent meets it, over the antimeridian too', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), corner, corner, (lines, [west, south], [east, north]) => {
        const starts = lines.reduce((all, { length }) => [...all, (all[all.length - 1] as number) + length], [0]);
        const index = Uint32Array.from({ length: lines.length + 1 }, (_, i) => i);
        const geometry: ShapeGeometry = { kind: 'shape', types: new Uint8Array(lines.length).fill(2), partStart: index, ringStart: index, vertexStart: Uint32Array.from(starts), coordinates: Float64Array.from(lines.flat(2)) };
        const dataset = Dataset.fromColumns({ geometry, columns: { i: Float64Array.from(lines, (_, i) => i) } });
        dataset.setFilter('view', { kind: 'bounds', west, south, east, north });
        const meets = (one: readonly (readonly [number, number])[]): boolean => {
          const [lons, lats] = [one.map(([lon]) => lon), one.map(([, lat]) => lat)];
          const [left, right] = [Math.min(...lons), Math.max(...lons)];
          const across = west > east ? right >= west || left <= east : right >= west && left <= east;
          return across && Math.max(...lats) >= south && Math.min(...lats) <= north;
        };
        expect([...dataset.passing()]).toEqual(lines.map((one) => +meets(one)));
      }),
    );
  });
});

const SHANGHAI = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', hourCycle: 'h23' });

/** The part of the calendar an instant lies in, by the browser's own. */
function partOf(instant: number, unit: TimeUnit): string {
  const parts = Object.fromEntries(SHANGHAI.formatToParts(instant).map(({ type, value }) => [type, value]));
  const [year, month, day] = [parts['year'], parts['month'], parts['day']] as [string, string, string];
  if (unit === 'year') return year;
  if (unit === 'quarter') return `${year} ${Math.ceil(Number(month) / 3)}`;
  if (unit === 'month') return `${year}-${month}`;
  if (unit === 'day') return `${year}-${month}-${day}`;
  if (unit === 'hour') return `${year}-${month}-${day} ${parts['hour'] ?? ''}`;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000;
  return String(Math.floor((days + 3) / 7));
}

describe('bins of time', () => {
  const years = rows.map((data) => data.filter(({ d }) => d === null || d.getTime() > Date.UTC(2023, 0, 1)));
  const units = fc.constantFrom<TimeUnit>('hour', 'day', 'week', 'month', 'quarter', 'year');

  test('hold the rows of their part of the calendar, and no others', () => {
    fc.assert(
      fc.property(years, units, anyFilter, measure, (data, unit, filter, one) => {
        const dataset = datasetOf(data);
        dataset.setFilter('f', filter);
        const passing = plainlyPassing(data, [filter]);
        const { groups } = dataset.query({ groupBy: { field: 'd', bin: { kind: 'time', unit } }, measures: [one] });
        let met = 0;
        for (const { key, count, values } of groups) {
          const members = passing.filter((row) => (row.d === null ? key === null : key !== null && partOf(row.d.getTime(), unit) === partOf(key as number, unit)));
          met += members.length;
          expect([count, same(values[0], plainMeasure(members, one))], `${unit} ${String(key)}`).toEqual([members.length, true]);
        }
        expect(met).toBe(passing.length);
        expect(groups.every(({ key }) => key === null || typeof key === 'number')).toBe(true);
        expect(passing.every((row) => keyOf(row, 'd') === null || groups.length > 0)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
