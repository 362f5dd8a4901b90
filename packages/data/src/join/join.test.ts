import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Dataset } from '../model/dataset.js';
import { ringIndex, ringsHold } from '../model/ring-index.js';
import type { ShapeGeometry } from '../model/types.js';
import { classColumn, keyedValues, regionColumn, valueColumn } from './index.js';
import { RegionGrid } from './region-grid.js';

type Corner = readonly [lon: number, lat: number];

/** Polygons of one ring each. */
function polygons(rings: readonly (readonly Corner[])[]): ShapeGeometry {
  const closed = rings.map((ring) => [...ring, ring[0] as Corner]);
  const vertexStart = closed.reduce((starts, ring) => [...starts, (starts[starts.length - 1] as number) + ring.length], [0]);
  const steps = Uint32Array.from({ length: rings.length + 1 }, (_, i) => i);
  return {
    kind: 'shape',
    types: new Uint8Array(rings.length).fill(3),
    partStart: steps,
    ringStart: steps,
    vertexStart: Uint32Array.from(vertexStart),
    coordinates: Float64Array.from(closed.flat(2)),
  };
}

const square = (west: number, south: number, side: number): Corner[] => [[west, south], [west + side, south], [west + side, south + side], [west, south + side]];
const DISTRICTS = { geometry: polygons([square(0, 0, 1), square(1, 0, 1), square(0.5, 0.5, 5)]), keys: ['市南区', '市北区', null] };
const venues = (): Dataset =>
  Dataset.fromColumns({
    coordinates: Float64Array.of(0.2, 0.2, 1.5, 0.5, 1, 0.1, 9, 9, Number.NaN, Number.NaN, 3, 3),
    columns: { area: [100, 200, 300, 400, 500, 600] },
  });

describe('the region of each row', () => {
  test('is a column like any other: grouped, filtered, shown', () => {
    const dataset = venues();
    dataset.derive(regionColumn({ name: 'district', label: { zh: '所在区', en: 'District' } }, DISTRICTS));
    expect([0, 1, 2, 3, 4, 5].map((row) => dataset.value(row, 'district'))).toEqual(['市南区', '市北区', '市北区', null, null, null]);
    expect(dataset.label('district', 'zh-CN')).toBe('所在区');
    dataset.setFilter('district', { kind: 'in', field: 'district', values: ['市北区'] });
    expect(dataset.query({ groupBy: 'district', measures: [{ kind: 'sum', field: 'area' }] }).groups).toEqual([{ key: '市北区', count: 2, values: [500] }]);
    dataset.underive('district');
    expect([dataset.column('district'), dataset.rows().total]).toEqual([undefined, 0]);
  });

  test('of very many rows comes in slices: missing at first, told when it is there, also over other rows', async () => {
    const rows = 50_000;
    const table = { coordinates: Float64Array.from({ length: 2 * rows }, (_, i) => (i % 2 === 0 ? (i / 2 % 3) : 0.5)) };
    const dataset = Dataset.fromColumns(table);
    const told: string[] = [];
    dataset.derive(regionColumn({ name: 'district' }, DISTRICTS));
    expect(dataset.groupingOf('district').keys).toEqual([]);
    dataset.subscribe((changes) => told.push(...changes));
    await dataset.deriving;
    await Promise.resolve();
    expect(dataset.query({ groupBy: 'district', measures: [{ kind: 'count' }] }).groups.map(({ key, count }) => [key, count])).toEqual([['市北区', 16_667], ['市南区', 16_667], [null, 16_666]]);
    expect(told).toContain('data');
    expect(dataset.deriving).toBeUndefined();
    const version = dataset.version;
    dataset.setTable({ ...Dataset.fromColumns(table), rowCount: rows, columns: [], geometry: { kind: 'point', coordinates: table.coordinates }, report: dataset.report });
    await dataset.deriving;
    expect(dataset.version).toBeGreaterThan(version);
    expect(dataset.value(1, 'district')).toBe('市北区');
  });

  // Degrees as files have them; beside a border of 5e-324° the cross product of either way is nothing but rounding.
  const degrees = fc.oneof(fc.integer({ min: -4, max: 4 }), fc.double({ min: -4, max: 4, noNaN: true }).map((value) => Math.round(value * 1e12) / 1e12));
  const corner = fc.tuple(degrees, degrees);

  test('is the same on a grid as by testing every border', () => {
    fc.assert(
      fc.property(fc.array(fc.array(corner, { minLength: 3, maxLength: 7 }), { maxLength: 3 }), fc.array(corner, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 40_000 }), (rings, places, count) => {
        const geometry = polygons(rings);
        const grid = new RegionGrid(geometry, count);
        const indexes = rings.map((_, i) => ringIndex({ ...geometry, firstRing: i, endRing: i + 1 }));
        const corners = rings.flat();
        for (const [lon, lat] of [...places, ...corners]) expect(grid.at(lon, lat)).toBe(indexes.findIndex((index) => ringsHold(index, lon, lat)));
        expect(grid.at(Number.NaN, 0)).toBe(-1);
      }),
      { numRuns: 200 },
    );
  });
});

describe('values by key', () => {
  test('bring what one dataset counts onto the rows of another', () => {
    const dataset = venues();
    dataset.derive(regionColumn({ name: 'district' }, DISTRICTS));
    const districts = Dataset.fromColumns({ columns: { name: ['市南区', '市北区', '崂山区', null] } });
    const answer = dataset.query({ groupBy: 'district', measures: [{ kind: 'count' }, { kind: 'mean', field: 'area' }] });
    districts.derive(valueColumn({ name: 'venues' }, 'name', keyedValues(answer), 0));
    districts.derive(valueColumn({ name: 'area' }, 'name', keyedValues(answer, 1)));
    expect([0, 1, 2, 3].map((row) => [districts.value(row, 'venues'), districts.value(row, 'area')])).toEqual([[1, 100], [2, 250], [0, null], [null, null]]);
    expect(districts.query({ measures: [{ kind: 'sum', field: 'venues' }] }).total.values).toEqual([3]);
  });

  test('numbers and words are the same key', () => {
    const counted = Dataset.fromColumns({ columns: { code: [1, 1, 2] } }).query({ groupBy: 'code', measures: [{ kind: 'count' }] });
    const named = Dataset.fromColumns({ columns: { code: ['2', '1', '01'] } });
    named.derive(valueColumn({ name: 'n' }, 'code', keyedValues(counted), 0));
    expect([0, 1, 2].map((row) => named.value(row, 'n'))).toEqual([1, 2, 0]);
  });

  test('a field that is not there gives missing values', () => {
    const named = Dataset.fromColumns({ columns: { code: ['2'] } });
    named.derive(valueColumn({ name: 'n' }, 'wert', new Map([['2', 1]]), 0));
    expect(named.value(0, 'n')).toBeNull();
  });
});

describe('classes by a code list', () => {
  test('are those of the numbers, in the order of the list; missing without a number or a class', () => {
    const dataset = Dataset.fromColumns({ columns: { wind: [20, 5, null, 40], name: ['a', 'b', 'c', 'd'] } });
    const rule = { codes: ['low', 'high'], codeOf: (value: number) => (value >= 30 ? 'high' : value >= 10 ? 'low' : undefined) };
    dataset.derive(classColumn({ name: 'class' }, { ...rule, from: 'wind' }));
    dataset.derive(classColumn({ name: 'none' }, { ...rule, from: 'name' }));
    expect([0, 1, 2, 3].map((row) => [dataset.value(row, 'class'), dataset.value(row, 'none')])).toEqual([['low', null], [null, null], [null, null], ['high', null]]);
  });
});
