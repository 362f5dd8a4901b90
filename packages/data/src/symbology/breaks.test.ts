import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breaksOf, deviationLimits, geometricLimits, headCuts, limitsAt, limitSteps, quantileCuts } from './breaks.js';
import { countedNumbers } from './counted-numbers.js';
import { cutsOf, factsOf } from './cuts.fixture.js';
import { countedNow, fromSorted, knownNumbers, type Counted } from './counted.js';
import { naturalClasses } from './jenks.js';
import { answeredNow } from './number-facts.js';
import { valuesAt } from './order-places.js';
import { limitBetween } from './short-limit.js';
import { varianceFit } from './variance-fit.js';

const known = (...values: number[]): Float64Array => knownNumbers(values);
const counted = (values: readonly number[]): Counted => fromSorted(knownNumbers(values).sort());

/** Sum of squared distances to the means of classes given by their first indices. */
function squares(sorted: Float64Array, starts: readonly number[]): number {
  return starts.reduce((sum, start, i) => {
    const part = sorted.slice(start, starts[i + 1] ?? sorted.length);
    const mean = part.reduce((a, b) => a + b, 0) / part.length;
    return sum + part.reduce((a, b) => a + (b - mean) ** 2, 0);
  }, 0);
}

/** All ways to cut n values into classes, as first indices. */
function cuts(n: number, classes: number): number[][] {
  const place = (from: number, left: number): number[][] =>
    left === 0 ? [[]] : Array.from({ length: Math.max(0, n - from) }, (_, i) => from + i).flatMap((first) => place(first + 1, left - 1).map((rest) => [first, ...rest]));
  return place(1, classes - 1).map((rest) => [0, ...rest]);
}

describe('natural breaks', () => {
  // Manual of the R package Ckmeans.1d.dp (Wang & Song, The R Journal 3/2, 2011): x = c(-1, 2, -1, 2, 4, 5, 6, -1, 2, -1), 3 clusters of sizes 4, 3, 3 with centres −1, 2, 5.
  test('the published example of Ckmeans.1d.dp', () => {
    const { values, counts } = counted([-1, 2, -1, 2, 4, 5, 6, -1, 2, -1]);
    expect([...values].map((value, i) => [value, counts[i]])).toEqual([[-1, 4], [2, 3], [4, 1], [5, 1], [6, 1]]);
    expect(naturalClasses({ values, counts }, 3)).toEqual([0, 1, 2]);
  });

  // «Jenks Natural Breaks: The Best Range Finder for Choropleth Maps», the usual textbook example: 4, 5, 9, 10 in two classes is [4, 5] [9, 10] with 1 left of 26.
  test('the textbook example, with its goodness of fit', () => {
    const values = [4, 5, 9, 10];
    expect(naturalClasses(counted(values), 2)).toEqual([0, 2]);
    expect(varianceFit(values, [0, 0, 1, 1], 2)).toBeCloseTo(1 - 1 / 26, 12);
    expect(varianceFit(values, [0, 1, 1, 1], 2)).toBeCloseTo(1 - 14 / 26, 12);
    expect(breaksOf(known(...values), 2, 'jenks')).toEqual([7]);
  });

  test('have the least sum of squares of all ways to cut', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -30, max: 60 }), { minLength: 3, maxLength: 11 }), fc.integer({ min: 2, max: 5 }), (values, count) => {
        const runs = counted(values);
        const sorted = Float64Array.from(values).sort();
        const classes = Math.min(count, runs.values.length);
        const starts = naturalClasses(runs, count);
        expect(starts).toHaveLength(classes);
        const rowStarts = starts.map((start) => sorted.indexOf(runs.values[start] as number));
        const best = Math.min(...cuts(sorted.length, classes).map((cut) => squares(sorted, cut)));
        expect(squares(sorted, rowStarts)).toBeCloseTo(best, 6);
      }),
    );
  });

  test('keep their digits far from zero', () => {
    const values = [4, 5, 9, 10].map((value) => value / 1000 + 1e9);
    expect(naturalClasses(counted(values), 2)).toEqual([0, 2]);
  });

  test('weights are rows: counting by value changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 20, maxLength: 80 }), (values) => {
        const sorted = Float64Array.from(values).sort();
        // Each row its own value, a millionth apart: classes may only be cut between the tens.
        const apart = fromSorted(sorted.map((value, i) => value + i * 1e-9));
        const ofRows = naturalClasses(apart, 3).map((start) => Math.round(apart.values[start] as number));
        const runs = counted(values);
        const ofValues = naturalClasses(runs, 3).map((start) => runs.values[start] as number);
        const cost = (limits: number[]): number => squares(sorted, limits.map((limit) => sorted.indexOf(limit)));
        expect(cost(ofValues)).toBeLessThanOrEqual(cost([...new Set(ofRows)]) + 1e-6);
      }),
    );
  });
});

describe('limits as their authors define them', () => {
  // Hyndman & Fan, The American Statistician 50/4 (1996), definition 7; the quartiles of 6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49 by it are 25.5, 40 and 42.5.
  test('quantiles of type 7', () => {
    expect(cutsOf(quantileCuts, known(49, 6, 43, 7, 15, 39, 40, 36, 41, 42, 47), 4).map(({ wanted }) => wanted)).toEqual([25.5, 40, 42.5]);
  });

  // B. Jiang, Head/tail breaks, The Professional Geographer 65/3 (2013): of 1, 1/2, … 1/10 the first mean 0.29 leaves a head of three, the second 0.61 of one.
  test('head/tail breaks, the example of their author', () => {
    const harmonic = Float64Array.from({ length: 10 }, (_, i) => 1 / (i + 1));
    const [first, second] = cutsOf(headCuts, harmonic, 9);
    expect([first?.wanted.toFixed(2), second?.wanted.toFixed(2)]).toEqual(['0.29', '0.61']);
    expect(breaksOf(harmonic, 3, 'head-tail').map((limit) => harmonic.filter((value) => value >= limit).length)).toEqual([3, 1]);
    // No minority, no head: evenly spread numbers have no heavy tail.
    expect(cutsOf(headCuts, Float64Array.from({ length: 100 }, (_, i) => i), 5)).toEqual([]);
  });

  // 2, 4, 4, 4, 5, 5, 7, 9 has the mean 5 and the squared distances 32: deviation √(32/7) of a sample.
  test('standard deviations around the mean', () => {
    const values = known(2, 4, 4, 4, 5, 5, 7, 9);
    const s = Math.sqrt(32 / 7);
    const { mean, deviation } = factsOf(values);
    expect(deviationLimits(mean, deviation, 4)).toEqual([5 - s, 5, 5 + s]);
    expect(deviationLimits(mean, deviation, 3)).toEqual([5 - s / 2, 5 + s / 2]);
  });

  test('a factor between limits; what has no factor is a class of its own', () => {
    expect(geometricLimits(1, 1, 10_000, 4).map(Math.round)).toEqual([10, 100, 1000]);
    expect(geometricLimits(1, -5, 100, 3).map(Math.round)).toEqual([1, 10]);
    expect(breaksOf(known(-5, -3, -1), 2, 'geometric')).toEqual([-3]);
  });

  test('round numbers', () => {
    const hundred = Float64Array.from({ length: 101 }, (_, i) => i);
    expect(breaksOf(hundred, 5, 'pretty')).toEqual([20, 40, 60, 80]);
    expect(breaksOf(hundred, 4, 'equal')).toEqual([25, 50, 75]);
  });
});

test('very many numbers have the quantiles that sorting gives', () => {
  const values = Float64Array.from({ length: 60_000 }, (_, i) => Math.exp(((i * 7919) % 60_000) / 4000) * (i % 3 === 0 ? -1 : 1));
  const sorted = values.slice().sort();
  expect(cutsOf(quantileCuts, values, 7)).toEqual(cutsOf(quantileCuts, sorted, 7));
  const places = [0, 1, 29_999, 30_000, 59_998, 59_999];
  expect([...valuesAt(values, places, sorted[0] as number, sorted[59_999] as number)]).toEqual(places.map((place) => [place, sorted[place]]));
});

describe('limits as a legend has them', () => {
  test('are short: as few digits as the classes allow', () => {
    expect(breaksOf(known(3.1234, 498.7313, 1002.81, 7033.2, 9999.1), 2, 'equal')).toEqual([5000]);
    expect(limitBetween(15, 36, 25.5)).toBe(30);
    expect(limitBetween(0.1234567, 0.1234568, 0.12345675)).toBe(0.1234568);
  });

  test.each(['quantile', 'jenks', 'head-tail'] as const)('%s: shortening a limit moves no row', (method) => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 40 }), fc.integer({ min: 2, max: 6 }), (values, count) => {
        const numbers = knownNumbers(values);
        const runs = counted(values);
        const exact =
          method === 'jenks'
            ? naturalClasses(runs, count).slice(1).map((start) => runs.values[start] as number)
            : cutsOf(method === 'quantile' ? quantileCuts : headCuts, numbers, count).map(({ above }) => above);
        const above = (limits: readonly number[]): string => JSON.stringify([...new Set(limits.map((limit) => numbers.filter((value) => value >= limit).length))].filter((n) => n > 0 && n < numbers.length));
        expect(above(breaksOf(numbers, count, method))).toBe(above(exact));
      }),
    );
  });

  test('limits of natural breaks part exactly the classes', () => {
    const runs = counted([1, 1, 2, 50, 51, 99]);
    expect(limitsAt(runs, naturalClasses(runs, 3))).toEqual([30, 80]);
  });
});

test('whole numbers are counted in a table as they are by sorting', () => {
  const values = Float64Array.from({ length: 60_000 }, (_, i) => ((i * 31) % 500) - 250);
  const [table, sorted] = [countedNow(values) as Counted, fromSorted(values.slice().sort())];
  expect([...table.values]).toEqual([...sorted.values]);
  expect([...table.counts]).toEqual([...sorted.counts]);
  expect(countedNow(values.map((value) => value + 0.5))).toBeUndefined();
});

test('goodness of fit is a number between 0 and 1, and none without two values', () => {
  expect(varianceFit([1, 2, 3], [0, 0, 0], 1)).toBe(0);
  expect(varianceFit([1, 2, 3], [0, 1, 2], 3)).toBe(1);
  expect(varianceFit([5, 5], [0, 0], 1)).toBeNaN();
  expect(varianceFit([1, 2, Number.NaN, 9], [0, 1, 2, 255], 2)).toBe(1);
});

test('numbers that are counted have the limits of the same numbers one by one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 60 }), { minLength: 2, maxLength: 80 }), fc.integer({ min: 2, max: 6 }), (values, count) => {
      for (const method of ['equal', 'pretty', 'geometric', 'stdev', 'quantile', 'head-tail'] as const) {
        expect(answeredNow(limitSteps(countedNumbers(counted(values)), count, method)), method).toEqual(breaksOf(knownNumbers(values), count, method));
      }
    }),
  );
});
