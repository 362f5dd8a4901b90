import { describe, expect, it } from 'vitest';
import { cycleTicks, edgeTicks, timeBinTicks, type BinPlaces } from './bin-ticks.js';
import { estimatedWidth } from './text-fit.js';
import { ticksApart } from './ticks-apart.js';

const measure = (text: string): number => estimatedWidth(text, 12);
const writing = { locale: 'zh-CN', measure } as const;
const places = (edges: readonly number[], length: number): BinPlaces => {
  const step = length / (edges.length - 1);
  return { edges, length, edge: (index) => index * step, centre: (index) => (index + 0.5) * step };
};
const at = (text: string): number => Date.parse(`${text}T00:00+08:00`);

describe('edgeTicks', () => {
  it('writes every edge where there is room, else every n-th', () => {
    const edges = Array.from({ length: 11 }, (_, index) => index * 500);
    expect(edgeTicks(places(edges, 800), writing).map(({ text }) => text)).toHaveLength(11);
    const few = edgeTicks(places(edges, 200), writing);
    expect(few.map(({ text }) => text)).toEqual(['0', '2,500', '5,000']);
    expect(ticksApart(few, measure)).toBe(true);
  });

  it('leaves out edges where the last one, drawn within the chart, would touch the one before', () => {
    const edges = Array.from({ length: 9 }, (_, index) => 1600 + index * 200);
    const [width] = [measure('3,200') + 13];
    expect(edgeTicks(places(edges, width * 8), writing).map(({ text }) => text)).toEqual(['1,600', '2,000', '2,400', '2,800', '3,200']);
  });

  it('writes uneven edges with the digits they need', () => {
    expect(edgeTicks(places([0, 0.5, 2, 10], 400), writing).map(({ text }) => text)).toEqual(['0', '0.5', '2.0', '10.0']);
  });
});

describe('timeBinTicks', () => {
  it('stand at the middle of their bins, by the calendar', () => {
    const months = Array.from({ length: 25 }, (_, index) => Date.UTC(2024, index, 1) - 8 * 3600_000);
    const ticks = timeBinTicks(places(months, 320), { kind: 'time', unit: 'month' }, writing);
    expect(ticks.map(({ text }) => text)).toEqual(['1月', '4月', '7月', '10月', '1月', '4月', '7月', '10月']);
    expect(ticks[4]).toEqual({ at: (12.5 / 24) * 320, text: '1月', part: '2025年' });
  });

  it('stand where months begin within bins of three days', () => {
    const days = Array.from({ length: 41 }, (_, index) => at('2026-01-02') + index * 3 * 86_400_000);
    const ticks = timeBinTicks(places(days, 200), { kind: 'time', unit: 'day', step: 3 }, writing);
    expect(ticks.map(({ text }) => text)).toEqual(['2月', '3月', '4月', '5月']);
    // 1 February begins a bin, 1 March is the second day of one.
    expect(ticks[0]?.at).toBeCloseTo(10.5 * 5, 5);
    expect(ticks[1]?.at).toBeCloseTo((19 + 1 / 3) * 5, 5);
  });

  it('counts weeks and quarters', () => {
    const weeks = Array.from({ length: 9 }, (_, index) => at('2026-07-06') + index * 7 * 86_400_000);
    expect(timeBinTicks(places(weeks, 600), { kind: 'time', unit: 'week' }, writing)[0]).toEqual({
      at: 600 / 16,
      text: '6日',
      part: '2026年7月',
    });
    const quarters = ['2025-10-01', '2026-01-01', '2026-04-01', '2026-07-01'].map(at);
    expect(timeBinTicks(places(quarters, 600), { kind: 'time', unit: 'quarter' }, writing).map(({ text }) => text)).toEqual([
      '4季度',
      '1季度',
      '2季度',
    ]);
  });

  it('never touch, however many bins there are', () => {
    for (const count of [2, 24, 90, 400]) {
      const days = Array.from({ length: count + 1 }, (_, index) => at('2026-01-01') + index * 86_400_000);
      const ticks = timeBinTicks(places(days, 300), { kind: 'time', unit: 'day' }, writing);
      expect(ticks.length).toBeGreaterThan(0);
      expect(ticksApart(ticks, measure)).toBe(true);
    }
  });
});

it('cycleTicks write as many as fit, evenly', () => {
  const hours = Array.from({ length: 24 }, (_, index) => `${index}时`);
  const texts = (length: number): string[] => cycleTicks(hours, (index) => ((index + 0.5) / 24) * length, measure).map(({ text }) => text);
  expect(texts(1400)).toHaveLength(24);
  expect(texts(400)).toEqual(['0时', '3时', '6时', '9时', '12时', '15时', '18时', '21时']);
  expect(texts(10)).toEqual(['0时']);
});
