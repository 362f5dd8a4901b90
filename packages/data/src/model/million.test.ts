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

function timed<T>(work: () => T): readonly [ms: number, result: T] {
  const began = performance.now();
  const result = work();
  return [performance.now() - began, result];
}

const used = (): number => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;

describe('a million points', () => {
  test('are ready in under 2 s and 60 MB, buffers as they came', () => {
    const data = columns();
    const before = used();
    const [ms, dataset] = timed(() => {
      const made = Dataset.fromColumns({ coordinates: data.coordinates, columns: { area: data.area, type: { dictionary: data.dictionary, codes: data.codes } } });
      expect(made.bounds?.every(Number.isFinite)).toBe(true);
      expect(made.passing().length).toBe(ROWS);
      return made;
    });
    const megabytes = (used() - before + data.coordinates.byteLength + data.area.byteLength + data.codes.byteLength) / 2 ** 20;
    expect(ms).toBeLessThan(2000);
    expect(megabytes).toBeLessThan(60);
    const { geometry } = dataset;
    if (geometry.kind === 'point') expect(geometry.coordinates).toBe(data.coordinates);
    expect(dataset.column('area')).toMatchObject({ values: data.area });
    process.stdout.write(`1,000,000 points: ready in ${ms.toFixed(0)} ms, ${megabytes.toFixed(0)} MB with their buffers\n`);
  });

  test('a moved filter and the queries after it stay well under a tenth of a second', () => {
    const data = columns();
    const dataset = Dataset.fromColumns({ coordinates: data.coordinates, columns: { area: data.area, type: { dictionary: data.dictionary, codes: data.codes } } });
    dataset.setFilter('type', { kind: 'in', field: 'type', values: data.dictionary.slice(0, 20) });
    const move = (min: number): number[] => {
      dataset.setFilter('area', { kind: 'range', field: 'area', min, max: min + 2000 });
      const [filter] = timed(() => dataset.passing());
      const [group] = timed(() => dataset.query({ groupBy: 'type', measures: [{ kind: 'count' }], ignore: ['type'] }));
      const [sum] = timed(() => dataset.query({ groupBy: 'type', measures: [{ kind: 'sum', field: 'area' }] }));
      return [filter, group, sum];
    };
    const runs = Array.from({ length: 9 }, (_, i) => move(100 * i)).slice(3);
    // The best of several: the others measure what else the machine does.
    const best = [0, 1, 2].map((part) => Math.min(...runs.map((run) => run[part] as number)));
    process.stdout.write(`1,000,000 rows: filter ${best[0]?.toFixed(1)} ms, count by 40 types ${best[1]?.toFixed(1)} ms, sum by 40 types ${best[2]?.toFixed(1)} ms\n`);
    expect(Math.max(...best)).toBeLessThan(100);
  });
});
