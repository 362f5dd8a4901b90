import { describe, expect, it } from 'vitest';
import { lyingAxisHeight, timeAxisTicks, type AxisTick } from './axis.js';
import { estimatedWidth } from './text-fit.js';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const measure = (text: string): number => estimatedWidth(text, 12);

function axis(from: string, to: string, length: number, locale: 'zh-CN' | 'en' = 'zh-CN'): AxisTick[] {
  const [first, last] = [at(from), at(to)];
  return timeAxisTicks({
    from: first,
    to: last,
    length,
    locale,
    measure,
    at: (instant) => ((instant - first) / (last - first)) * length,
  });
}

/** Pairs of texts that touch, line by line. */
function touching(ticks: readonly AxisTick[]): string[] {
  const lines = [ticks, ticks.flatMap(({ at: place, part }) => (part === undefined ? [] : [{ at: place, text: part }]))];
  return lines.flatMap((line) =>
    line.flatMap((tick, index) => {
      const next = line[index + 1];
      return next && next.at - tick.at < (measure(tick.text) + measure(next.text)) / 2 ? [`${tick.text} ${next.text}`] : [];
    }),
  );
}

describe('timeAxisTicks', () => {
  const spans = [
    ['2026-07-06T00:00', '2026-07-06T00:20'],
    ['2026-07-06T00:00', '2026-07-07T00:00'],
    ['2026-07-05T21:00', '2026-07-08T09:00'],
    ['2026-06-20T00:00', '2026-07-20T00:00'],
    ['2025-11-20T00:00', '2026-03-20T00:00'],
    ['2021-03-01T00:00', '2026-07-01T00:00'],
    ['1949-10-01T00:00', '2026-10-01T00:00'],
  ] as const;
  for (const [from, to] of spans) {
    it(`has texts that do not touch from ${from} to ${to}, narrow and wide, in both languages`, () => {
      for (const length of [160, 320, 700, 1400]) {
        for (const locale of ['zh-CN', 'en'] as const) {
          const ticks = axis(from, to, length, locale);
          expect(ticks.length).toBeGreaterThan(0);
          expect(touching(ticks)).toEqual([]);
        }
      }
    });
  }

  it('has a tick for a plot too narrow for two', () => {
    expect(axis('2026-01-01T00:00', '2026-12-31T00:00', 40).length).toBeGreaterThan(0);
  });

  it('leaves out a first second line that would touch the next', () => {
    const ticks = axis('2025-12-20T00:00', '2026-03-20T00:00', 440);
    expect(ticks[0]?.text).toBe('21日');
    expect(ticks.flatMap(({ part }) => (part === undefined ? [] : [part]))).toEqual(['2026年1月', '2月', '3月']);
  });
});

describe('lyingAxisHeight', () => {
  it('has room for the second line where there is one', () => {
    expect(lyingAxisHeight([{ at: 0, text: 'a', part: 'b' }], 10)).toBeGreaterThan(lyingAxisHeight([{ at: 0, text: 'a' }], 10));
  });
});
