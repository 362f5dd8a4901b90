import { Dataset } from '@yizhangtu/data/model';
import { describe, expect, it } from 'vitest';
import { fieldProblem, pointOf, pointsOf } from './scatter-points.js';

const dataset = Dataset.fromColumns({ columns: { a: Float64Array.of(3, Number.NaN, 0, 5, 2), b: Float64Array.of(1, 2, 3, Number.NaN, 5), name: ['a', 'b', 'c', 'd', 'e'] } });

describe('pointsOf', () => {
  it('takes rows that pass and have both numbers, and counts the others', () => {
    const points = pointsOf(dataset, { x: 'a', y: 'b', logX: false, logY: false }, Uint8Array.of(1, 1, 1, 1, 0));
    expect([...points.rows]).toEqual([0, 2]);
    expect([[...points.x], [...points.y], points.missing]).toEqual([[3, 0], [1, 3], 2]);
    const log = pointsOf(dataset, { x: 'a', y: 'b', size: 'b', logX: true, logY: false }, Uint8Array.of(1, 1, 1, 1, 1));
    expect([[...log.rows], [...(log.size ?? [])], log.notAbove]).toEqual([[0, 4], [1, 5], 1]);
    expect([pointOf(log, 4), pointOf(log, 2)]).toEqual([1, -1]);
  });

  it('tells a field that is not there from one without numbers', () => {
    expect(fieldProblem(dataset, 'A', 'x', 't')?.code).toBe('unknown-field');
    expect(fieldProblem(dataset, 'name', 'x', 't')?.code).toBe('bad-attribute');
    expect(fieldProblem(dataset, 'a', 'x', 't')).toBeUndefined();
    expect(fieldProblem(new Dataset(), 'a', 'x', 't')).toBeUndefined();
  });
});
