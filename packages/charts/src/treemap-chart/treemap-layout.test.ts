import { describe, expect, it } from 'vitest';
import { estimatedWidth } from '../marks/text-fit.js';
import { classTree, type TreeNode, type TreeStep } from '../tree/class-tree.js';
import { cellText, treemapCells, type TreemapCell } from './treemap-layout.js';

const measure = (text: string) => estimatedWidth(text, 13);
const step = (id: string): TreeStep => ({ id, label: `类${id}`, color: undefined, field: 'use', keys: [id] });
const treeOf = (rows: readonly (readonly [number, ...string[]])[]): TreeNode =>
  classTree(rows.map(([value, ...ids]) => ({ value, steps: ids.map(step) })), '全部', String);
const BOX = { width: 400, height: 300, lineHeight: 18, levels: 2 };
const rest = (count: number) => `其余 ${count} 类`;
const area = (cell: TreemapCell | undefined) => (cell ? cell.width * cell.height : 0);

describe('treemapCells', () => {
  it('gives rectangles areas in proportion and fills the box', () => {
    const cells = treemapCells(treeOf([[60, 'a'], [30, 'b'], [10, 'c']]), BOX, rest);
    expect(cells).toHaveLength(3);
    expect(area(cells[0]) / area(cells[2])).toBeGreaterThan(5.5);
    expect(area(cells[0]) / area(cells[2])).toBeLessThan(6.8);
    expect(Math.max(...cells.map((cell) => cell.x + cell.width))).toBe(400);
    expect(Math.max(...cells.map((cell) => cell.y + cell.height))).toBe(300);
  });

  it('puts the inner rectangles below the head of the outer one and inside it', () => {
    const cells = treemapCells(treeOf([[40, 'a', 'x'], [20, 'a', 'y'], [40, 'b']]), BOX, rest);
    const outer = cells.find((cell) => cell.node.label === '类a');
    const inner = cells.filter((cell) => cell.depth === 2);
    expect(outer?.head).toBe(22);
    for (const cell of inner) {
      expect(cell.y).toBeGreaterThanOrEqual((outer?.y ?? 0) + 22);
      expect(cell.x + cell.width).toBeLessThanOrEqual((outer?.x ?? 0) + (outer?.width ?? 0));
    }
  });

  it('draws no more levels than asked for, and their values stay whole', () => {
    const cells = treemapCells(treeOf([[40, 'a', 'x'], [20, 'a', 'y'], [40, 'b']]), { ...BOX, levels: 1 }, rest);
    expect(cells.map((cell) => [cell.node.label, cell.head])).toEqual([['类a', 0], ['类b', 0]]);
    expect(area(cells[0]) / area(cells[1])).toBeCloseTo(1.5, 0);
  });

  it('keeps a class closed where its head would leave no room for what is in it', () => {
    const cells = treemapCells(treeOf([[970, 'a', 'x'], [15, 'b', 'y'], [15, 'b', 'z']]), BOX, rest);
    expect(cells.map((cell) => [cell.node.label, cell.head])).toEqual([['类a', 22], ['类x', 0], ['类b', 0]]);
  });

  it('puts what nobody could hit together, however many there are', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [1, `n${index}`] as const);
    const cells = treemapCells(treeOf([[20_000, 'big'], ...rows]), BOX, rest);
    expect(cells.map((cell) => cell.node.label)).toEqual(['类big', '其余 20000 类']);
  });

  it('draws nothing for nothing', () => {
    expect(treemapCells(treeOf([]), BOX, rest)).toEqual([]);
    expect(treemapCells(treeOf([[1, 'a']]), { ...BOX, width: 0 }, rest)).toEqual([]);
  });
});

describe('cellText', () => {
  const cell = (width: number, height: number, label = '农业设施建设用地', head = 0): TreemapCell => ({
    node: { ...treeOf([]), label },
    depth: 1,
    x: 0,
    y: 0,
    width,
    height,
    head,
  });

  it('writes name and value where both fit', () => {
    expect(cellText(cell(200, 60), '12.5 公顷', 18, measure)).toEqual({ lines: ['农业设施建设用地'], value: '12.5 公顷' });
  });

  it('wraps the name, and leaves the value out before the name', () => {
    expect(cellText(cell(70, 60), '12 公顷', 18, measure)).toEqual({ lines: ['农业设施', '建设用地'], value: '12 公顷' });
    expect(cellText(cell(70, 30), '12.5 公顷', 18, measure).value).toBeUndefined();
  });

  it('writes nothing where two characters do not fit', () => {
    expect(cellText(cell(30, 60), '1', 18, measure)).toEqual({ lines: [], value: undefined });
    expect(cellText(cell(200, 20), '1', 18, measure)).toEqual({ lines: [], value: undefined });
  });

  it('stays inside the cell for any size', () => {
    for (let width = 10; width < 300; width += 7) {
      for (let height = 10; height < 90; height += 7) {
        const { lines, value } = cellText(cell(width, height), '1,234.5 公顷', 18, measure);
        for (const line of [...lines, ...(value === undefined ? [] : [value])]) expect(measure(line)).toBeLessThanOrEqual(width - 12);
        expect((lines.length + (value === undefined ? 0 : 1)) * 18).toBeLessThanOrEqual(Math.max(0, height - 6));
      }
    }
  });
});
