import { describe, expect, it } from 'vitest';
import { placedSizes } from './legend-sizes.js';

describe('placedSizes', () => {
  it('puts circles on one ground and numbers beside their tops', () => {
    const { sizes, height, width } = placedSizes({ steps: [{ value: 100, diameter: 60 }, { value: 25, diameter: 30 }, { value: 5, diameter: 8 }] });
    expect(new Set(sizes.map(({ top, radius }) => top + 2 * radius))).toEqual(new Set([68]));
    expect(sizes.map(({ top, textAt }) => textAt - top)).toEqual([0, 0, 0]);
    expect([height, width]).toEqual([69, 70]);
  });

  it('moves numbers apart that would lie over each other, and has room for the last', () => {
    const { sizes, height } = placedSizes({ steps: [{ value: 100, diameter: 12 }, { value: 25, diameter: 6 }, { value: 5, diameter: 5 }] });
    sizes.slice(1).forEach(({ textAt }, index) => expect(textAt - (sizes[index]?.textAt ?? 0)).toBeGreaterThanOrEqual(16));
    expect(height).toBeGreaterThanOrEqual((sizes[2]?.textAt ?? 0) + 8);
  });

  it('keeps larger lines apart, too', () => {
    const { sizes, height } = placedSizes({ steps: [{ value: 100, diameter: 36 }, { value: 25, diameter: 18 }, { value: 5, diameter: 8 }] }, 24);
    sizes.slice(1).forEach(({ textAt }, index) => expect(textAt - (sizes[index]?.textAt ?? 0)).toBeGreaterThanOrEqual(24));
    expect(height).toBeGreaterThanOrEqual((sizes[2]?.textAt ?? 0) + 12);
  });
});
