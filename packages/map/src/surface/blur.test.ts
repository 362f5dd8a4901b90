import { describe, expect, it } from 'vitest';
import { blur, boxOf, peakOf, reachOf } from './blur.js';

/** A grid with a single 1 in the middle, blurred. */
function spot(sigma: number): { grid: Float32Array; side: number; middle: number } {
  const middle = reachOf(sigma) + 2;
  const side = 2 * middle + 1;
  const grid = new Float32Array(side * side);
  grid[middle * side + middle] = 1;
  blur(grid, side, side, sigma);
  return { grid, side, middle };
}

/** One box blur by the definition. */
function plainBox(values: readonly number[], sigma: number): number[] {
  const { half, edge, sum } = boxOf(sigma);
  const at = (i: number) => values[i] ?? 0;
  return values.map((_, i) => {
    let total = edge * (at(i - half - 1) + at(i + half + 1));
    for (let k = -half; k <= half; k++) total += at(i + k);
    return total / sum;
  });
}

describe('blur', () => {
  for (const sigma of [0.3, 0.8, 1, 2.37, 5, 11.1])
    it(`keeps the sum and has exactly the variance of σ = ${sigma}`, () => {
      const { grid, side, middle } = spot(sigma);
      let [sum, moment] = [0, 0];
      grid.forEach((value, index) => {
        sum += value;
        moment += value * ((index % side) - middle) ** 2;
      });
      expect(sum).toBeCloseTo(1, 5);
      expect(Math.sqrt(moment / sum)).toBeCloseTo(sigma, 3);
    });

  it('is near a Gaussian: a parabola spline is 12 % lower in its middle', () => {
    const sigma = 6;
    const { grid, side, middle } = spot(sigma);
    const top = 1 / (2 * Math.PI * sigma ** 2);
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++) {
        const exact = top * Math.exp(-((x - middle) ** 2 + (y - middle) ** 2) / (2 * sigma ** 2));
        expect(Math.abs((grid[y * side + x] as number) - exact)).toBeLessThan(0.13 * top);
      }
  });

  it('equals three plain boxes along lines and columns, the sides included', () => {
    const [width, height, sigma] = [9, 7, 1.4];
    const start = Array.from({ length: width * height }, (_, i) => (i * 13) % 7);
    const grid = Float32Array.from(start);
    blur(grid, width, height, sigma);
    let plain = start;
    for (let pass = 0; pass < 3; pass++) plain = Array.from({ length: height }, (_, y) => plainBox(plain.slice(y * width, (y + 1) * width), sigma)).flat();
    for (let pass = 0; pass < 3; pass++) {
      const columns = Array.from({ length: width }, (_, x) => plainBox(plain.filter((_, i) => i % width === x), sigma));
      plain = plain.map((_, i) => columns[i % width]?.[Math.floor(i / width)] as number);
    }
    grid.forEach((value, index) => expect(value).toBeCloseTo(plain[index] as number, 4));
  });

  it('is round: the same at equal distances along and across', () => {
    const { grid, side, middle } = spot(4);
    for (let d = 1; d < middle; d++) expect(grid[middle * side + middle + d]).toBeCloseTo(grid[(middle + d) * side + middle] as number, 7);
  });

  it('knows the height of its kernel and where it ends', () => {
    const { grid, side, middle } = spot(3.3);
    expect(grid[middle * side + middle]).toBeCloseTo(peakOf(3.3), 6);
    expect(grid[middle * side + middle + reachOf(3.3) + 1]).toBe(0);
    expect(grid[middle * side + middle + reachOf(3.3)]).toBeGreaterThan(0);
    expect(peakOf(0)).toBe(1);
  });
});
