import { describe, expect, it } from 'vitest';
import { estimatedWidth } from '../marks/text-fit.js';
import { pieLayout, type PieLayout, type PiePart } from './pie-layout.js';

const measure = (text: string) => estimatedWidth(text, 13);
const BOX = { width: 420, height: 0, lineHeight: 18, hole: 0.6 };
const part = (value: number, label = '多功能运动场'): PiePart => ({ value, label, share: `${value}%`, figure: '1,234' });

/** Boxes of all labels, in px. */
function boxes({ labels }: PieLayout): { left: number; right: number; top: number; bottom: number }[] {
  return labels.map((one) => {
    const wide = measure(one.label);
    const left = one.side === 'right' ? one.x : one.x - wide;
    return { left, right: left + wide, top: one.y - 9, bottom: one.noteY + 9 };
  });
}

/** Least distance of the pieces of a leader from the centre, after it has left its slice. */
function nearest({ x, y, labels }: PieLayout): number {
  let least = Infinity;
  for (const { leader } of labels) {
    const [, from = [0, 0], to = [0, 0]] = leader;
    for (let step = 0; step <= 20; step += 1) {
      least = Math.min(least, Math.hypot(from[0] + ((to[0] - from[0]) * step) / 20 - x, from[1] + ((to[1] - from[1]) * step) / 20 - y));
    }
  }
  return least;
}

describe('pieLayout', () => {
  it('gives slices angles in proportion, clockwise from twelve', () => {
    const layout = pieLayout([part(1), part(1), part(2)], BOX, measure);
    const [first, second, third] = layout.slices.map(({ edge }) => [Math.sign(edge[0] - layout.x), Math.sign(edge[1] - layout.y)]);
    expect(first).toEqual([1, -1]);
    expect(second).toEqual([1, 1]);
    expect(third?.[0]).toBe(-1);
    expect(layout.slices[2]?.edge[1]).toBeCloseTo(layout.y);
  });

  it('draws no slice and no label for what is not above zero', () => {
    const layout = pieLayout([part(3), part(0), part(Number.NaN), part(-2), part(1)], BOX, measure);
    expect(layout.slices.map(({ index }) => index)).toEqual([0, 4]);
    expect(layout.labels.map(({ index }) => index).sort((a, b) => a - b)).toEqual([0, 4]);
  });

  it('never lets texts touch each other, the pie or the edge, nor a leader the pie, for crowds of small slices and any size', () => {
    let seed = 11;
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    const kinds = { labels: 0, beside: 0, below: 0 };
    for (let round = 0; round < 400; round += 1) {
      const parts = Array.from({ length: 1 + Math.floor(random() * 9) }, () => part(random() ** 4, '汉'.repeat(2 + Math.floor(random() * 14))));
      const width = 200 + random() * 800;
      const layout = pieLayout(parts, { ...BOX, width, height: random() < 0.5 ? 0 : 120 + random() * 300 }, measure);
      const { list } = layout;
      kinds[list ? (list.x > 0 ? 'beside' : 'below') : 'labels'] += 1;
      boxes(layout).forEach((one, index, all) => {
        expect(one.left).toBeGreaterThanOrEqual(-1);
        expect(one.right).toBeLessThanOrEqual(width + 1);
        expect(one.top).toBeGreaterThanOrEqual(-1e-6);
        expect(one.bottom).toBeLessThanOrEqual(layout.height + 1e-6);
        expect(one.right <= layout.x - layout.radius || one.left >= layout.x + layout.radius).toBe(true);
        for (const other of all.slice(index + 1)) {
          expect(one.right <= other.left || other.right <= one.left || one.bottom <= other.top + 1e-6 || other.bottom <= one.top + 1e-6).toBe(true);
        }
      });
      expect(nearest(layout)).toBeGreaterThan(layout.radius);
      list?.rows.forEach(({ label, y }) => {
        expect(list.x + 20 + measure(label)).toBeLessThanOrEqual(list.shareX - measure('99%'));
        expect(y).toBeLessThanOrEqual(layout.height);
        expect(list.x >= layout.x + layout.radius || y - 9 >= layout.y + layout.radius).toBe(true);
      });
      expect(list?.figureX ?? 0).toBeLessThanOrEqual(width);
    }
    expect(Math.min(...Object.values(kinds))).toBeGreaterThan(20);
  });

  it('becomes a list where small slices crowd on one side, whose leaders would cross the pie', () => {
    const parts = [940, 14, 9, 6, 5, 4, 3, 1].map((value) => part(value));
    const layout = pieLayout(parts, { ...BOX, width: 520 }, measure);
    expect(layout.labels).toEqual([]);
    expect(layout.list?.x).toBeGreaterThan(layout.x + layout.radius);
    expect(layout.list?.rows).toHaveLength(8);
  });

  it('writes the list below where there is no room beside', () => {
    const layout = pieLayout([part(60), part(40)], { ...BOX, width: 180 }, measure);
    const [first] = layout.list?.rows ?? [];
    expect(layout.list?.x).toBe(0);
    expect(first?.y ?? 0).toBeGreaterThan(layout.y + layout.radius);
  });

  it('needs the same height again when it gets the height it needs', () => {
    for (const width of [160, 300, 520, 900]) {
      for (const parts of [[part(60), part(40)], [940, 14, 9, 6, 5, 4, 3, 1].map((value) => part(value))]) {
        const first = pieLayout(parts, { ...BOX, width }, measure);
        const again = pieLayout(parts, { ...BOX, width, height: first.height }, measure);
        expect(again.height).toBeCloseTo(first.height);
        expect(again.radius).toBeCloseTo(first.radius);
      }
    }
  });

  it('grows into the height that is there, and no further', () => {
    const small = pieLayout([part(60), part(40)], { ...BOX, width: 900 }, measure);
    const tall = pieLayout([part(60), part(40)], { ...BOX, width: 900, height: 260 }, measure);
    expect(tall.radius).toBeGreaterThan(small.radius);
    expect(tall.height).toBe(260);
    expect(2 * tall.radius).toBeLessThanOrEqual(260);
  });

  it('draws a whole circle for a single part', () => {
    const { slices } = pieLayout([part(5)], BOX, measure);
    expect(slices).toHaveLength(1);
    expect(slices[0]?.path).not.toContain('NaN');
  });
});
