import { describe, expect, it } from 'vitest';
import { estimatedWidth } from '../marks/text-fit.js';
import { histogramOfData } from './histogram-bins.js';
import { histogramScene, placedMarks, type HistogramInput } from './histogram-scene.js';

const measure = (text: string): number => estimatedWidth(text, 13);
const data = histogramOfData([0, 10, 20, 30].map((key, index) => ({ key, value: index + 1 })));
const input: HistogramInput = {
  ...{ width: 400, height: 200, fontSize: 13, measure, locale: 'zh-CN', data, colors: [], marks: [], whole: true, time: undefined, log: false },
};

describe('histogramScene', () => {
  it('stands bins side by side over the whole plot, from zero', () => {
    const scene = histogramScene(input);
    expect(scene.x(0)).toBe(scene.left);
    expect(scene.x(4)).toBeCloseTo(scene.right, 9);
    expect(scene.y(0)).toBe(scene.bottom);
    expect(scene.xTicks.map(({ text }) => text)).toEqual(['0', '10', '20', '30', '40']);
  });

  it('writes powers where not all edges have room', () => {
    const edges = [1, 2, 5, 10, 20, 50, 100, 200, 500].map((key) => ({ key, value: 1 }));
    const log = (width: number) => histogramScene({ ...input, width, log: true, data: histogramOfData(edges) }).xTicks.map(({ text }) => text);
    expect(log(900)).toContain('20');
    expect(log(150)).toEqual(['1', '10', '100']);
  });

  it('writes whole numbers at the middle of their bins', () => {
    const single = { ...histogramOfData([1, 2, 3].map((key) => ({ key, value: 1 }))), single: true };
    const scene = histogramScene({ ...input, data: single });
    expect(scene.xTicks.map(({ text }) => text)).toEqual(['1', '2', '3']);
    expect(scene.xTicks[0]?.at).toBeCloseTo(scene.x(0.5), 9);
  });

  it('has room over the plot for the words of marks', () => {
    const scene = histogramScene({ ...input, marks: [{ value: 15, words: '中位数 15' }] });
    expect(scene.top).toBeGreaterThan(histogramScene(input).top);
    expect(scene.placed[0]?.x).toBeCloseTo(scene.x(1.5), 9);
  });
});

describe('placedMarks', () => {
  const boxes = (list: ReturnType<typeof placedMarks>, sizes: readonly number[]) => list.map(({ at, row }, i) => [at - (sizes[i] ?? 0) / 2, at + (sizes[i] ?? 0) / 2, row]);

  it('never touch, never leave the chart', () => {
    for (let x = 0; x <= 300; x += 7) {
      for (let y = 0; y <= 300; y += 11) {
        for (const size of [40, 90, 170]) {
          const placed = placedMarks([{ words: 'a', x, size }, { words: 'b', x: y, size }], 300);
          const [one, two] = boxes(placed, [size, size]) as [number[], number[]];
          for (const [start = 0, end = 0] of [one, two]) {
            expect(start).toBeGreaterThanOrEqual(-0.001);
            expect(end).toBeLessThanOrEqual(300.001);
          }
          if (one[2] === two[2]) expect(two[0] as number).toBeGreaterThanOrEqual((one[1] as number) + 7);
        }
      }
    }
  });
});
