import { describe, expect, it } from 'vitest';
import { estimatedWidth } from '../marks/text-fit.js';
import { BAR, sankeyLayout, type SankeyClass, type SankeyLink, type SankeyNode } from './sankey-layout.js';

const measure = (text: string) => estimatedWidth(text, 13);
const BOX = { width: 600, height: 0, lineHeight: 18 };
const one = (value: number, label = '城镇住宅用地'): SankeyClass => ({ value, label, figure: String(value) });
const FROM = [one(150), one(50), one(20)];
const TO = [one(102), one(70), one(48)];
const LINKS: SankeyLink[] = [
  { from: 0, to: 0, value: 100 },
  { from: 0, to: 1, value: 20 },
  { from: 0, to: 2, value: 30 },
  { from: 1, to: 1, value: 50 },
  { from: 2, to: 0, value: 2 },
  { from: 2, to: 2, value: 18 },
];

const apart = (side: readonly SankeyNode[]) => {
  side.forEach((node, index) => {
    const next = side[index + 1];
    if (next) expect(node.slot.y + node.slot.height).toBeLessThanOrEqual(next.slot.y + 1e-6);
    expect(node.y).toBeGreaterThanOrEqual(node.slot.y - 1e-6);
    expect(node.y + node.height).toBeLessThanOrEqual(node.slot.y + node.slot.height + 1e-6);
  });
};

describe('sankeyLayout', () => {
  it('gives classes heights in proportion, the same scale on both sides', () => {
    const { left, right } = sankeyLayout(FROM, TO, LINKS, BOX, measure);
    expect((left[0]?.height ?? 0) / (left[1]?.height ?? 1)).toBeCloseTo(3);
    expect((left[0]?.height ?? 0) / (right[0]?.height ?? 1)).toBeCloseTo(150 / 102);
    apart(left);
    apart(right);
  });

  it('stacks bands in their classes without gap or overlap, as thick at both ends', () => {
    const { left, right, bands } = sankeyLayout(FROM, TO, LINKS, BOX, measure);
    const ends = bands.map(({ path }) => {
      const n = path.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
      return { x0: n[0] ?? 0, y0: n[1] ?? 0, x1: n[6] ?? 0, y1: n[7] ?? 0, thick: (n[8] ?? 0) - (n[7] ?? 0) };
    });
    const scale = (left[0]?.height ?? 0) / 150;
    ends.forEach(({ x0, x1, thick }, index) => {
      expect(x0).toBe((left[0]?.x ?? 0) + BAR);
      expect(x1).toBe(right[0]?.x);
      expect(thick).toBeCloseTo((LINKS[index]?.value ?? 0) * scale);
    });
    expect(ends[0]?.y0).toBeCloseTo(left[0]?.y ?? 0);
    expect(ends[1]?.y0).toBeCloseTo((left[0]?.y ?? 0) + 100 * scale);
    // 2 → 0 arrives below 0 → 0.
    expect(ends[4]?.y1).toBeCloseTo((right[0]?.y ?? 0) + 100 * scale);
  });

  it('keeps room for every label, however small the class, for many random flows', () => {
    let seed = 9;
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    for (let round = 0; round < 200; round += 1) {
      const side = () => Array.from({ length: 1 + Math.floor(random() * 13) }, () => one(random() ** 6 * 1000 + 0.001, '汉'.repeat(2 + Math.floor(random() * 12))));
      const width = 240 + random() * 900;
      const layout = sankeyLayout(side(), side(), [], { ...BOX, width, height: random() < 0.5 ? 0 : random() * 600 }, measure);
      for (const nodes of [layout.left, layout.right]) {
        apart(nodes);
        for (const node of nodes) {
          expect(node.slot.height).toBeGreaterThanOrEqual(18 - 1e-6);
          expect(node.slot.y + node.slot.height).toBeLessThanOrEqual(layout.height + 1e-6);
          const wide = node.isBelow ? Math.max(measure(node.label), measure(node.figure)) : measure(node.label) + (node.figure === '' ? 0 : 6 + measure(node.figure));
          expect(wide).toBeLessThanOrEqual(width * 0.32 + 1e-6);
        }
      }
      const [l, r] = [layout.left[0]?.x ?? 0, layout.right[0]?.x ?? 0];
      expect(r - l).toBeGreaterThan(width * 0.2);
    }
  });

  it('fills a height that is given, and needs the same again', () => {
    const first = sankeyLayout(FROM, TO, LINKS, BOX, measure);
    const again = sankeyLayout(FROM, TO, LINKS, { ...BOX, height: first.height }, measure);
    expect(again.height).toBe(first.height);
    expect(sankeyLayout(FROM, TO, LINKS, { ...BOX, height: 700 }, measure).height).toBe(700);
  });

  it('draws nothing for nothing', () => {
    expect(sankeyLayout([], [], [], BOX, measure)).toMatchObject({ left: [], right: [], bands: [] });
  });
});
