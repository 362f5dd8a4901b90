import { describe, expect, test } from 'vitest';
import { Dataset } from './dataset.js';

const ROWS = 1_000_000;

/** A fixed sequence of numbers in [0, 1). */
function sequence(): () => number {
  let state = 12_345;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function columns(): { coordinates: Float64Array; area: Float32Array; codes: Uint32Array; dictionary: string[] } {
  const next = sequence();
  const coordinates = Float64Array.from({ length: 2 * ROWS }, (_, i) => (i % 2 === 0 ? 119 + 3 * next() : 35 + 2 * next()));
  return {
    coordinates,
    area: Float32Array.from({ length: ROWS }, () => Math.floor(5000 * next())),
    codes: Uint32Array.from({ length: ROWS }, () => Math.floor(40 * next())),
    dictionary: Array.from({ length: 40 }, (_, i) => `类型${i}`),
  };
}

const used = (): number => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;

describe('a million points', () => {
  test('keep their buffers and cost less than 60 MB with them', () => {
    const data = columns();
    const before = used();
    const dataset = Dataset.fromColumns({ coordinates: data.coordinates, columns: { area: data.area, type: { dictionary: data.dictionary, codes: data.codes } } });
    expect(dataset.bounds?.every(Number.isFinite)).toBe(true);
    expect(dataset.passing().length).toBe(ROWS);
    const megabytes = (used() - before + data.coordinates.byteLength + data.area.byteLength + data.codes.byteLength) / 2 ** 20;
    expect(megabytes).toBeLessThan(60);
    const { geometry } = dataset;
    expect(geometry.kind === 'point' && geometry.coordinates).toBe(data.coordinates);
    expect(dataset.column('area')).toMatchObject({ values: data.area });
  });

  test('answer a filter and a grouping exactly', () => {
    const data = columns();
    const dataset = Dataset.fromColumns({ coordinates: data.coordinates, columns: { area: data.area, type: { dictionary: data.dictionary, codes: data.codes } } });
    dataset.setFilter('area', { kind: 'range', field: 'area', min: 100, max: 2000 });
    const plain = new Map<string, number>();
    data.area.forEach((area, row) => {
      const type = data.dictionary[data.codes[row] as number] as string;
      if (area >= 100 && area <= 2000) plain.set(type, (plain.get(type) ?? 0) + 1);
    });
    const { groups } = dataset.query({ groupBy: 'type', measures: [{ kind: 'count' }] });
    expect(new Map(groups.map((group) => [group.key, group.count]))).toEqual(plain);
  });
});
