import { describe, expect, it } from 'vitest';
import { labelPlaces } from './line-labels.js';

describe('labels on a line', () => {
  it('stand in its middle, or one each gap', () => {
    expect(labelPlaces([0, 5, 100, 5], 20, 400)).toEqual([{ x: 50, y: 5, angle: 0 }]);
    expect(labelPlaces([0, 5, 900, 5], 20, 300).map(({ x }) => x)).toEqual([150, 450, 750]);
  });

  it('are never upside down', () => {
    expect(labelPlaces([100, 5, 0, 5], 20, 400)[0]?.angle).toBeCloseTo(0, 9);
    expect(labelPlaces([0, 100, 0, 0], 20, 400)[0]?.angle).toBeCloseTo(Math.PI / 2, 9);
    expect(labelPlaces([100, 100, 0, 0], 20, 400)[0]?.angle).toBeCloseTo(Math.PI / 4, 9);
  });

  it('move away from a bend', () => {
    const [place] = labelPlaces([0, 0, 60, 0, 60, 60], 30, 400);
    expect(place).toBeDefined();
    expect(Math.abs((place?.x ?? 60) - 60) + Math.abs(place?.y ?? 0)).toBeGreaterThanOrEqual(15);
  });

  it('leave out lines that are short, and those that wind', () => {
    expect(labelPlaces([0, 0, 30, 0], 20, 400)).toEqual([]);
    const wound = Array.from({ length: 60 }, (_, v) => [v * 2, v % 2 === 0 ? 0 : 8]).flat();
    expect(labelPlaces(wound, 40, 400)).toEqual([]);
  });
});
