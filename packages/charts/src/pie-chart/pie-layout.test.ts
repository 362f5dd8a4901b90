import { describe, expect, it } from 'vitest';
import { estimatedWidth } from '../marks/text-fit.js';
import { pieLayout, type PieLayout, type PiePart } from './pie-layout.js';

const measure = (text: string) => estimatedWidth(text, 13);
const BOX = { width: 420, height: 0, lineHeight: 18, hole: 0.6 };
const part = (value: number, label = '多功能运动场', note = `${value}%`): PiePart => ({ value, label, note });

/** Boxes of all texts, in px. */
function boxes({ labels }: PieLayout): { left: number; right: number; top: number; bottom: number }[] {
  return labels.map((one) => {
    const wide = Math.max(measure(one.label), measure(one.note));
    const left = one.side === 'right' ? one.x : one.x - wide;
    return { left, right: left + wide, top: one.y - 9, bottom: one.noteY + 9 };
  });
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

  it('never lets labels touch each other, the pie or the edge, for crowds of small slices and any width', () => {
    let seed = 11;
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    for (let round = 0; round < 400; round += 1) {
      const count = 1 + Math.floor(random() * 9);
      const parts = Array.from({ length: count }, () => part(random() ** 6, '汉'.repeat(2 + Math.floor(random() * 14)), '12% 1,234'));
      const layout = pieLayout(parts, { ...BOX, width: 200 + random() * 900, height: random() < 0.5 ? 0 : 120 + random() * 300 }, measure);
      const all = boxes(layout);
      all.forEach((one, index) => {
        expect(one.left).toBeGreaterThanOrEqual(-1);
        expect(one.right).toBeLessThanOrEqual(layout.width + 1);
        expect(one.top).toBeGreaterThanOrEqual(-1e-6);
        expect(one.bottom).toBeLessThanOrEqual(layout.height + 1e-6);
        const beside = one.right <= layout.x - layout.radius || one.left >= layout.x + layout.radius;
        expect(beside).toBe(true);
        for (const other of all.slice(index + 1)) {
          expect(one.right <= other.left || other.right <= one.left || one.bottom <= other.top + 1e-6 || other.bottom <= one.top + 1e-6).toBe(true);
        }
      });
    }
  });

  it('never lets leaders cross', () => {
    const parts = [40, 1, 1, 1, 1, 1, 30, 1, 1, 1].map((value) => part(value));
    const { labels } = pieLayout(parts, BOX, measure);
    for (const side of ['left', 'right'] as const) {
      const ends = labels.filter((one) => one.side === side).map(({ leader }) => [leader[0]?.[1] ?? 0, leader[2]?.[1] ?? 0] as const);
      const order = [...ends].sort((a, b) => a[0] - b[0]).map(([, end]) => end);
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }
  });

  it('writes a list below where there is no room beside', () => {
    const layout = pieLayout([part(60), part(40)], { ...BOX, width: 180 }, measure);
    expect(layout.labels).toEqual([]);
    expect(layout.list.map(({ index }) => index)).toEqual([0, 1]);
    const [first, second] = layout.list;
    expect(first?.y ?? 0).toBeGreaterThan(layout.y + layout.radius);
    expect((second?.y ?? 0) + layout.rowHeight / 2).toBeLessThanOrEqual(layout.height);
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
