// Class limits beside those that others have published for the same numbers.
import { expect, test } from 'vitest';
import { breaksOf, deviationLimits, equalLimits, headCuts, quantileCuts } from './breaks.js';
import { cutsOf, factsOf } from './cuts.fixture.js';
import { fromSorted, knownNumbers } from './counted.js';
import { naturalClasses } from './jenks.js';
import { varianceFit } from './variance-fit.js';

/**
 * Gross farm product per acre of the 102 counties of Illinois in 1959, US dollars: the numbers on which natural breaks were introduced.
 * G. F. Jenks & F. C. Caspall, Error on choroplethic maps: definition, measurement, reduction, Annals of the Association of American Geographers 61/2 (1971), 217–244.
 */
const ILLINOIS = [
  15.57, 15.93, 17.82, 18.57, 23.42, 24.83, 26.09, 27.16, 28.2, 28.71, 30.97, 31.19, 31.28, 31.66, 31.78, 32.14, 32.22, 32.28, 32.69, 33.26, 33.82, 33.83, 34.58, 34.63, 36.24, 37.57,
  38.22, 38.3, 39.72, 39.84, 39.88, 40.3, 40.62, 41.02, 41.2, 45.4, 46.13, 47.21, 47.29, 49.38, 50.11, 50.12, 50.52, 50.53, 50.64, 51.15, 51.15, 52.05, 52.21, 52.47, 52.89, 53.77,
  54.07, 54.27, 54.32, 55.3, 55.44, 56.35, 57.22, 57.26, 57.4, 57.49, 57.59, 58.5, 59.65, 59.89, 60.27, 60.66, 62.06, 62.41, 62.65, 63.67, 64.28, 66.32, 67.04, 68.19, 68.25, 68.45,
  71.05, 71.61, 72.76, 73.52, 75.29, 75.51, 76.43, 77.29, 79.66, 80.45, 83.9, 84.84, 85.41, 86.75, 87.87, 92.45, 96.37, 96.78, 100.1, 111.8, 116.4, 119.9, 131.5, 155.3,
];

/**
 * Employees per km² of the 58 counties of California. L. Anselin & S. J. Rey; the example of the reference documentation of mapclassify
 * (S. J. Rey and others, PySAL, 2.9), from which the limits below are taken.
 */
const CALIFORNIA = [
  329.92, 0.42, 5.9, 14.03, 2.78, 1.34, 181.27, 1.65, 10.03, 16.7, 1.32, 3.99, 3.16, 0.22, 8.7, 6.56, 3.27, 0.33, 370.5, 4.51, 75.29, 0.99, 2.74, 8.68, 0.14, 0.92, 12.63, 28.7, 12.02,
  722.85, 36.68, 0.74, 29.82, 192.05, 3.38, 11.15, 110.74, 4111.45, 49.47, 10.33, 317.11, 20.47, 264.93, 66.26, 5.39, 0.13, 0.61, 50.65, 40.48, 36.67, 13.09, 1.81, 0.2, 7.6, 2.51,
  57.26, 24.32, 6.97,
];

/** The last value of each class of natural breaks, and how many numbers each class has. */
function natural(numbers: readonly number[], count: number): { last: number[]; sizes: number[] } {
  const runs = fromSorted(knownNumbers(numbers).sort());
  const starts = naturalClasses(runs, count);
  const ends = [...starts.slice(1), runs.values.length];
  return {
    last: ends.map((end) => runs.values[end - 1] as number),
    sizes: ends.map((end, i) => runs.counts.slice(starts[i], end).reduce((sum, rows) => sum + rows, 0)),
  };
}

const rounded = (limits: readonly number[], digits: number): number[] => limits.map((limit) => Number(limit.toFixed(digits)));

// Reference pages of the R package classInt (R. Bivand and others, 0.4): classIntervals(jenks71, n = 5, style = …).
test('natural breaks of Illinois are those of R, styles «fisher» and «jenks»', () => {
  expect(natural(ILLINOIS, 5)).toEqual({ last: [41.2, 60.66, 77.29, 100.1, 155.3], sizes: [35, 33, 18, 11, 5] });
  // Our limits lie where theirs do, between the classes: 43.3, 61.36, 78.475, 105.95.
  const between = [[41.2, 45.4], [60.66, 62.06], [77.29, 79.66], [100.1, 111.8]] as const;
  breaksOf(knownNumbers(ILLINOIS), 5, 'jenks').forEach((limit, i) => {
    expect(limit).toBeGreaterThan(between[i]?.[0] as number);
    expect(limit).toBeLessThanOrEqual(between[i]?.[1] as number);
  });
});

test('equal widths, quantiles, deviations and head/tail breaks of Illinois are those of R', () => {
  const numbers = knownNumbers(ILLINOIS);
  const { mean, deviation } = factsOf(numbers);
  expect(rounded(equalLimits(15.57, 155.3, 5), 3)).toEqual([43.516, 71.462, 99.408, 127.354]);
  expect(rounded(cutsOf(quantileCuts, numbers, 5).map(({ wanted }) => wanted), 3)).toEqual([33.822, 50.114, 57.454, 73.368]);
  expect(rounded(deviationLimits(mean, deviation, 6), 4)).toEqual([5.5144, 30.8969, 56.2794, 81.6619, 107.0444]);
  // 45 of 102 are above the mean, more than the two fifths that its author calls a minority: R gives the mean alone and stops, we give none.
  expect(cutsOf(headCuts, numbers, 5)).toEqual([]);
});

test('natural breaks of California are those of mapclassify, NaturalBreaks and FisherJenks', () => {
  expect(natural(CALIFORNIA, 5)).toEqual({ last: [75.29, 192.05, 370.5, 722.85, 4111.45], sizes: [49, 3, 4, 1, 1] });
});

test('equal widths, quantiles and head/tail breaks of California are those of mapclassify', () => {
  const numbers = knownNumbers(CALIFORNIA);
  const { mean, deviation } = factsOf(numbers);
  expect(rounded(equalLimits(0.13, 4111.45, 5), 3)).toEqual([822.394, 1644.658, 2466.922, 3289.186]);
  expect(rounded(cutsOf(quantileCuts, numbers, 5).map(({ wanted }) => wanted), 4)).toEqual([1.464, 5.798, 13.278, 54.616]);
  expect(rounded(cutsOf(headCuts, numbers, 5).map(({ wanted }) => wanted), 5)).toEqual([125.9281, 811.26]);
  // StdMean: mean ∓ 2 and ∓ 1 deviations of a sample, the outer limits of a class that has the mean in it left out.
  const limits = rounded(deviationLimits(mean, deviation, 6), 4);
  expect([limits[0], limits[1], limits[3], limits[4]]).toEqual([-967.3624, -420.7171, 672.5733, 1219.2186]);
});

// classIntervals(c(0, 0, 0, 1, 2, 50), n = 3, style = 'fisher'): [0, 0.5) 3, [0.5, 26) 2, [26, 50] 1.
test('equal numbers stay together as in R', () => {
  expect(natural([0, 0, 0, 1, 2, 50], 3)).toEqual({ last: [0, 2, 50], sizes: [3, 2, 1] });
});

test('no other five classes of Illinois that move one county fit better', () => {
  const classOf = (sizes: readonly number[]): number[] => sizes.flatMap((size, i) => Array.from({ length: size }, () => i));
  const best = varianceFit(ILLINOIS, classOf([35, 33, 18, 11, 5]), 5);
  for (const sizes of [[34, 34, 18, 11, 5], [36, 32, 18, 11, 5], [35, 32, 19, 11, 5], [35, 34, 17, 11, 5], [35, 33, 17, 12, 5], [35, 33, 19, 10, 5], [35, 33, 18, 10, 6], [35, 33, 18, 12, 4]]) expect(varianceFit(ILLINOIS, classOf(sizes), 5)).toBeLessThan(best);
});
