import { describe, expect, it } from 'vitest';
import { estimatedWidth } from '../marks/text-fit.js';
import { classTree, type TreeNode, type TreeStep } from '../tree/class-tree.js';
import { sunburstLayout, type SunburstArc } from './sunburst-layout.js';

const measure = (text: string) => estimatedWidth(text, 13);
const step = (id: string): TreeStep => ({ id, label: `类${id}用地`, color: undefined, field: 'use', keys: [id] });
const treeOf = (rows: readonly (readonly [number, ...string[]])[]): TreeNode =>
  classTree(rows.map(([value, ...ids]) => ({ value, steps: ids.map(step) })), '全部', String);
const BOX = { size: 360, lineHeight: 18, levels: 2 };
const rest = (count: number) => `其余 ${count} 类`;
const TREE = treeOf([[40, 'a', 'x'], [20, 'a', 'y'], [25, 'b', 'z'], [15, 'c']]);

/** Corners of a text, px from the centre, from its transform. */
function corners({ text }: SunburstArc): (readonly [number, number])[] {
  if (!text) return [];
  const [, turn = '0'] = /^rotate\((-?[\d.e+-]+)\)/.exec(text.transform) ?? [];
  const [, dx = '0', dy = '0'] = /translate\((-?[\d.e+-]+),(-?[\d.e+-]+)\)/.exec(text.transform) ?? [];
  const [w, h] = [measure(text.text) / 2, 13 / 2];
  const angle = (Number(turn) * Math.PI) / 180;
  return [[-w, -h], [w, -h], [w, h], [-w, h]].map(([x = 0, y = 0]) => {
    const [px, py] = [Number(dx) + x, Number(dy) + y];
    return [px * Math.cos(angle) - py * Math.sin(angle), px * Math.sin(angle) + py * Math.cos(angle)] as const;
  });
}

describe('sunburstLayout', () => {
  it('draws a ring for each level, the outer within the angles of the inner', () => {
    const { arcs } = sunburstLayout(TREE, BOX, rest, measure);
    expect(arcs.map(({ node, depth }) => [node.label, depth])).toEqual([
      ['类a用地', 1], ['类x用地', 2], ['类y用地', 2], ['类b用地', 1], ['类z用地', 2], ['类c用地', 1],
    ]);
  });

  it('begins at twelve with the largest, clockwise', () => {
    const [first] = sunburstLayout(treeOf([[50, 'a'], [50, 'b']]), BOX, rest, measure).arcs;
    expect(first?.middle[0]).toBeGreaterThan(0);
    expect(first?.middle[1]).toBeCloseTo(0);
  });

  it('draws as many rings as there are levels, at most as asked', () => {
    expect(Math.max(...sunburstLayout(TREE, { ...BOX, levels: 1 }, rest, measure).arcs.map(({ depth }) => depth))).toBe(1);
    const flat = sunburstLayout(treeOf([[1, 'a'], [1, 'b']]), { ...BOX, levels: 3 }, rest, measure);
    expect(flat.arcs.every(({ depth }) => depth === 1)).toBe(true);
  });

  it('keeps every word inside the circle and outside the hole, for many trees', () => {
    let seed = 5;
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    let words = 0;
    for (let round = 0; round < 120; round += 1) {
      const rows = Array.from({ length: 12 }, (_, index) => [random() ** 3 + 0.001, `${index % 4}`, `${index}${'长'.repeat(Math.floor(random() * 8))}`] as const);
      const layout = sunburstLayout(treeOf(rows), { ...BOX, size: 160 + random() * 400, levels: 1 + (round % 3) }, rest, measure);
      for (const piece of layout.arcs) {
        for (const [x, y] of corners(piece)) {
          words += 1;
          expect(Math.hypot(x, y)).toBeLessThanOrEqual(layout.radius);
          expect(Math.hypot(x, y)).toBeGreaterThan(layout.hole);
        }
      }
    }
    expect(words).toBeGreaterThan(1000);
  });

  it('lets no word stand on its head', () => {
    const rows = Array.from({ length: 16 }, (_, index) => [1, `${index}`] as const);
    for (const { text } of sunburstLayout(treeOf(rows), { ...BOX, levels: 1 }, rest, measure).arcs) {
      const turns = [...(text?.transform ?? '').matchAll(/rotate\((-?[\d.e+-]+)\)/g)].map((match) => Number(match[1]));
      const angle = (((turns.reduce((sum, turn) => sum + turn, 0) % 360) + 360) % 360);
      expect(angle <= 90.001 || angle >= 269.999).toBe(true);
    }
  });

  it('puts slivers together', () => {
    const rows = Array.from({ length: 5000 }, (_, index) => [1, `n${index}`] as const);
    const { arcs } = sunburstLayout(treeOf([[5000, 'big'], ...rows]), BOX, rest, measure);
    expect(arcs.map(({ node }) => node.label)).toEqual(['类big用地', '其余 5000 类']);
  });

  it('draws nothing for nothing', () => {
    expect(sunburstLayout(treeOf([]), BOX, rest, measure).arcs).toEqual([]);
  });
});
