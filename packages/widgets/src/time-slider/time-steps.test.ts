import { describe, expect, it } from 'vitest';
import { Dataset, type Group } from '@yizhangtu/data/model';
import {
  firstWindow,
  movedWindow,
  newestWithin,
  ownLength,
  playedWindow,
  stepCounts,
  stepEdges,
  stepLength,
  valueOf,
  windowFilter,
  windowOf,
  windowWords,
} from './time-steps.js';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const hours = ['2022-09-15T06:00', '2022-09-15T07:00', '2022-09-15T08:00', '2022-09-15T09:00', '2022-09-15T10:00'].map(at);
const days = ['2022-09-14T00:00', '2022-09-15T00:00', '2022-09-16T00:00'].map(at);

describe('stepLength', () => {
  it('reads a unit with or without a number', () => {
    expect(stepLength('day')).toEqual({ unit: 'day', count: 1 });
    expect(stepLength(' 3 hours ')).toEqual({ unit: 'hour', count: 3 });
    expect(stepLength('15minute')).toEqual({ unit: 'minute', count: 15 });
    for (const words of ['', 'moon', '0 day', '3']) expect(stepLength(words)).toBeUndefined();
  });
});

it('ownLength leaves at most two hundred steps', () => {
  expect(ownLength(at('2022-09-04T00:00'), at('2022-09-16T00:00'))).toEqual({ unit: 'hour', count: 2 });
  expect(ownLength(at('2000-01-01T00:00'), at('2026-01-01T00:00'))).toEqual({ unit: 'month', count: 2 });
});

describe('steps of an answer', () => {
  const dataset = (times: readonly string[]) => Dataset.fromColumns({ columns: { t: times.map((text) => new Date(at(text))) } });
  const groups = (data: Dataset) =>
    data.query({
      groupBy: { field: 't', bin: { kind: 'time', unit: 'hour', domain: [at('2022-09-15T06:20'), at('2022-09-15T09:00')] } },
      measures: [{ kind: 'count' }],
    }).groups;
  const first = groups(dataset(['2022-09-15T06:20', '2022-09-15T06:50', '2022-09-15T09:00']));
  const second = groups(dataset(['2022-09-15T08:30']));
  it('have edges by the clock', () => expect(stepEdges(first)).toEqual(hours));
  it('count rows of several datasets together', () => expect(stepCounts(hours, [first, second])).toEqual([2, 0, 1, 1]));
  it('are none without bins', () => expect(stepEdges([{ key: null, count: 1, values: [1] }])).toEqual([]));
});

describe('windowOf and valueOf', () => {
  it('are each other’s way back in every mode', () => {
    for (const mode of ['step', 'cumulative', 'range'] as const) {
      for (const value of ['2022-09-15T08:10', '2022-09-15 06:00/2022-09-15 09:00']) {
        const window = windowOf(mode, hours, value);
        expect(window && windowOf(mode, hours, valueOf(mode, hours, window))).toEqual(window);
      }
    }
  });
  it('choose one step, a part, or everything up to a step', () => {
    expect(windowOf('step', hours, '2022-09-15T08:10')).toEqual({ low: 2, high: 3 });
    expect(windowOf('cumulative', hours, '2022-09-15T08:10')).toEqual({ low: 0, high: 3 });
    expect(windowOf('range', hours, '2022-09-15T07:00/2022-09-15T09:00')).toEqual({ low: 1, high: 3 });
    expect(windowOf('step', hours, 'latest')).toEqual({ low: 3, high: 4 });
  });
  it('choose nothing for nothing, and the nearest step for a time outside', () => {
    expect(windowOf('step', hours, '')).toBeUndefined();
    expect(windowOf('step', hours, 'soon')).toBeUndefined();
    expect(windowOf('step', [], '2022')).toBeUndefined();
    expect(windowOf('step', hours, '2030-01-01')).toEqual({ low: 3, high: 4 });
  });
});

it('windowFilter leaves the end outside', () => {
  expect(windowFilter('t', hours, { low: 1, high: 2 })).toEqual({
    kind: 'range',
    field: 't',
    min: hours[1],
    max: hours[2],
    maxExclusive: true,
  });
});

describe('movedWindow', () => {
  const window = { low: 1, high: 3 };
  it('keeps the shape of the mode and stops at the ends', () => {
    expect(movedWindow('step', window, 'low', 9, 4)).toEqual({ low: 3, high: 4 });
    expect(movedWindow('cumulative', window, 'high', 0, 4)).toEqual({ low: 0, high: 1 });
    expect(movedWindow('range', window, 'low', 4, 4)).toEqual({ low: 2, high: 3 });
    expect(movedWindow('range', window, 'high', 0, 4)).toEqual({ low: 1, high: 2 });
  });
});

describe('playing', () => {
  it('goes a step on until the end', () => {
    expect(playedWindow('step', { low: 2, high: 3 }, 4)).toEqual({ low: 3, high: 4 });
    expect(playedWindow('cumulative', { low: 0, high: 3 }, 4)).toEqual({ low: 0, high: 4 });
    expect(playedWindow('range', { low: 0, high: 2 }, 4)).toEqual({ low: 1, high: 3 });
    expect(playedWindow('step', { low: 3, high: 4 }, 4)).toBeUndefined();
  });
  it('begins at the start with the length chosen', () => {
    expect(firstWindow('step', undefined, 4)).toEqual({ low: 0, high: 1 });
    expect(firstWindow('range', { low: 1, high: 3 }, 4)).toEqual({ low: 0, high: 2 });
    expect(firstWindow('range', { low: 0, high: 4 }, 4)).toEqual({ low: 0, high: 1 });
  });
});

describe('windowWords', () => {
  it('say hours by the clock and days by name', () => {
    expect(windowWords('step', hours, { low: 2, high: 3 }, 'hour', 'zh-CN')).toBe('2022年9月15日 08:00');
    expect(windowWords('range', days, { low: 0, high: 2 }, 'day', 'zh-CN')).toBe('2022年9月14日 – 9月15日');
    expect(windowWords('range', days, { low: 0, high: 1 }, 'day', 'zh-CN')).toBe('2022年9月14日');
    expect(windowWords('cumulative', hours, { low: 0, high: 3 }, 'hour', 'en')).toBe('Up to 15 Sep 2022, 08:00');
    expect(windowWords('step', days, undefined, 'day', 'zh-CN')).toBe('2022年9月14日 – 9月15日');
    expect(windowWords('step', [], undefined, 'day', 'zh-CN')).toBe('');
  });
  it('name everything up to an hour by the newest row of it, and days by the last one', () => {
    const newest = at('2022-09-15T08:40');
    expect(windowWords('cumulative', hours, { low: 0, high: 3 }, 'hour', 'zh-CN', newest)).toBe('截至 2022年9月15日 08:40');
    expect(windowWords('cumulative', hours, undefined, 'hour', 'zh-CN', newest)).toBe('2022年9月15日 06:00 – 9月15日 08:40');
    expect(windowWords('cumulative', days, { low: 0, high: 2 }, 'day', 'zh-CN', newest)).toBe('截至 2022年9月15日');
  });
});

describe('newestWithin', () => {
  const group = (key: number, count: number, newest: number): Group => ({ key, end: key + 10, count, values: [count, newest] });
  const answers = [[group(0, 2, 7), group(10, 0, NaN), group(20, 1, 25)], [group(0, 1, 9), group(10, 0, NaN), group(20, 0, NaN)]];
  it('is the newest row of the chosen steps over all answers', () => {
    expect(newestWithin([0, 10, 20, 30], answers, { low: 0, high: 1 })).toBe(9);
    expect(newestWithin([0, 10, 20, 30], answers, { low: 0, high: 3 })).toBe(25);
  });
  it('is not there for steps without rows, and where nobody asked for it', () => {
    expect(newestWithin([0, 10, 20, 30], answers, { low: 1, high: 2 })).toBeUndefined();
    expect(newestWithin([0, 10], [[{ key: 0, end: 10, count: 2, values: [2] }]], { low: 0, high: 1 })).toBeUndefined();
  });
});
