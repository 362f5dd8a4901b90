import { describe, expect, it } from 'vitest';
import { isRampName, ramp, RAMPS } from './ramps.js';

/** Relative luminance by WCAG. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe.each(RAMPS.map((facts) => [facts.name, facts] as const))('%s', (name, facts) => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 12])('has %i colours, all different', (classes) => {
    const colors = ramp(name, classes);
    expect(colors).toHaveLength(classes);
    expect(new Set(colors).size).toBe(classes);
    for (const color of colors) expect(color).toMatch(/^#[\da-f]{6}$/);
  });

  it('changes lightness in one direction, or toward the ends from a light middle', () => {
    const steps = ramp(name, 9).map(luminance);
    const differences = steps.slice(1).map((value, at) => value - (steps[at] ?? 0));
    const rising = differences.filter((difference) => difference > 0).length;
    if (facts.kind === 'sequential') expect([0, 8]).toContain(rising);
    else expect(Math.max(...steps)).toBe(steps[4]);
  });
});

describe('ramp', () => {
  it('gives the published colours', () => {
    expect(ramp('blues', 3)).toEqual(['#deebf7', '#9ecae1', '#3182bd']);
    expect(ramp('viridis', 3)).toEqual(['#440154', '#21918c', '#fde725']);
  });

  it('keeps the ends when it has to space more than nine', () => {
    const nine = ramp('ylgnbu', 9);
    const twelve = ramp('ylgnbu', 12);
    expect([twelve[0], twelve[11]]).toEqual([nine[0], nine[8]]);
  });

  it('gives nothing for no class and knows its names', () => {
    expect(ramp('greens', 0)).toEqual([]);
    expect(ramp('greens', -3)).toEqual([]);
    expect([isRampName('rdbu'), isRampName('toString'), isRampName('rainbow')]).toEqual([true, false, false]);
  });
});
