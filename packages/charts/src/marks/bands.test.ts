import { describe, expect, it } from 'vitest';
import { bands } from './bands.js';

describe('bands', () => {
  it('shares the length evenly and never overlaps', () => {
    const places = bands(5, 300);
    expect(places.step).toBeCloseTo(60);
    expect(places.centre(0)).toBeCloseTo(30);
    for (let index = 1; index < 5; index += 1) {
      expect(places.start(index)).toBeGreaterThan(places.start(index - 1) + places.size);
    }
    expect(places.start(4) + places.size).toBeLessThanOrEqual(300);
  });

  it('keeps few bars from getting fat', () => {
    expect(bands(1, 600).size).toBe(48);
    expect(bands(1, 600).centre(0)).toBe(300);
  });

  it('lives with no bars and no room', () => {
    expect(Number.isFinite(bands(0, 100).size)).toBe(true);
    expect(bands(3, 0).size).toBe(1);
  });
});
