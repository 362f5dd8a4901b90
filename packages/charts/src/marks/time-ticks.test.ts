import { describe, expect, it } from 'vitest';
import { timeStep, timeTexts, timeTicks, type TimeStep } from './time-ticks.js';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const between = (from: string, to: string, step: TimeStep): string[] =>
  timeTicks(at(from), at(to), step).map((tick) => new Date(tick + 8 * 3600_000).toISOString().slice(0, 16));

describe('timeStep', () => {
  it('is the finest that leaves at most so many ticks', () => {
    const day = [at('2026-07-06T00:00'), at('2026-07-07T00:00')] as const;
    expect(timeStep(...day, 5)).toEqual({ unit: 'hour', count: 6 });
    expect(timeStep(...day, 24)).toEqual({ unit: 'hour', count: 1 });
    expect(timeStep(at('2020-01-01T00:00'), at('2026-01-01T00:00'), 4)).toEqual({ unit: 'year', count: 2 });
    expect(timeStep(at('2026-01-01T00:00'), at('2026-04-01T00:00'), 12)).toEqual({ unit: 'day', count: 10 });
  });

  it('is not finer than what is shown', () => {
    expect(timeStep(at('2026-01-01T00:00'), at('2026-07-01T00:00'), 50, { unit: 'month', count: 1 })).toEqual({ unit: 'month', count: 1 });
  });
});

describe('timeTicks', () => {
  it('goes by the clock and calendar of China, wherever the machine is', () => {
    expect(between('2026-07-06T05:30', '2026-07-07T01:00', { unit: 'hour', count: 6 })).toEqual([
      '2026-07-06T06:00',
      '2026-07-06T12:00',
      '2026-07-06T18:00',
      '2026-07-07T00:00',
    ]);
    expect(between('2025-11-15T00:00', '2026-05-02T00:00', { unit: 'month', count: 3 })).toEqual([
      '2026-01-01T00:00',
      '2026-04-01T00:00',
    ]);
    expect(between('2019-06-01T00:00', '2026-06-01T00:00', { unit: 'year', count: 5 })).toEqual(['2020-01-01T00:00', '2025-01-01T00:00']);
  });

  it('counts days within the month and leaves the 31st out', () => {
    expect(between('2026-01-20T00:00', '2026-02-12T00:00', { unit: 'day', count: 10 })).toEqual([
      '2026-01-21T00:00',
      '2026-02-01T00:00',
      '2026-02-11T00:00',
    ]);
    expect(between('2026-01-30T12:00', '2026-02-02T00:00', { unit: 'day', count: 1 })).toEqual([
      '2026-01-31T00:00',
      '2026-02-01T00:00',
      '2026-02-02T00:00',
    ]);
  });

  it('is empty for no span', () => {
    expect(timeTicks(Number.NaN, 3, { unit: 'day', count: 1 })).toEqual([]);
    expect(timeTicks(3, 1, { unit: 'day', count: 1 })).toEqual([]);
  });
});

describe('timeTexts', () => {
  it('says what a tick is part of where that begins, the year once', () => {
    const hours = ['2026-07-05T18:00', '2026-07-06T00:00', '2026-07-06T06:00'].map(at);
    expect(timeTexts(hours, 'hour', 'zh-CN')).toEqual([
      { text: '18时', part: '7月5日' },
      { text: '00时', part: '7月6日' },
      { text: '06时' },
    ]);
    const days = ['2025-12-21T00:00', '2026-01-01T00:00', '2026-02-01T00:00'].map(at);
    expect(timeTexts(days, 'day', 'zh-CN').map(({ part }) => part)).toEqual(['2025年12月', '2026年1月', '2月']);
    expect(timeTexts(days, 'month', 'zh-CN')).toEqual([
      { text: '12月', part: '2025年' },
      { text: '1月', part: '2026年' },
      { text: '2月' },
    ]);
    expect(timeTexts(days, 'day', 'en')[0]).toEqual({ text: '21', part: 'Dec 2025' });
    expect(timeTexts(days, 'year', 'en')[1]).toEqual({ text: '2026' });
  });
});
