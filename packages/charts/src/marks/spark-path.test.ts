import { describe, expect, it } from 'vitest';
import { sparkPath } from './spark-path.js';

describe('sparkPath', () => {
  it('runs from the lowest at the bottom to the highest at the top', () => {
    const path = sparkPath([0, 10], 108, 28, 4);
    expect(path.line).toBe('M4,24L104,4');
    expect(path.last).toEqual({ x: 104, y: 4 });
  });

  it('leaves a gap where a value is missing', () => {
    expect(sparkPath([1, Number.NaN, 3, 4], 100, 20).line.match(/M/g)).toHaveLength(2);
  });

  it('marks the last known value', () => {
    expect(sparkPath([1, 2, Number.NaN], 104, 20).last?.x).toBe(52);
    expect(sparkPath([], 100, 20)).toEqual({ line: '', area: '', last: undefined });
  });

  it('fills each piece of the line down to the floor', () => {
    const { line, area } = sparkPath([0, 10, Number.NaN, 5, Number.NaN, 10, 0], 128, 28, 4);
    expect(line).toBe('M4,24L24,4M64,14ZM104,4L124,24');
    expect(area).toBe('M4,24L24,4L24,28L4,28ZM104,4L124,24L124,28L104,28Z');
  });

  it('draws nothing before it has a width', () => {
    expect(sparkPath([1, 2, 3], 0, 0)).toEqual({ line: '', area: '', last: undefined });
  });

  it('draws equal values as a level line in the middle', () => {
    expect(sparkPath([5, 5], 100, 20).last?.y).toBe(10);
  });
});

it('draws very many values by those that show, the highest and the lowest among them, to the last one', () => {
  const values = Array.from({ length: 300_000 }, (_, index) => (index === 150_001 ? 9 : index === 20_002 ? -9 : Math.sin(index / 50)));
  const { line, last } = sparkPath(values, 100, 28);
  expect(line.length).toBeLessThan(40_000);
  const heights = line.split(/[MLC,]/).filter(Boolean).map(Number);
  expect(Math.min(...heights)).toBe(4);
  expect(last?.x).toBe(96);
});
