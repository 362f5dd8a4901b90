import { expect, it } from 'vitest';
import { classTree, type TreeStep } from './class-tree.js';
import { treeTable } from './tree-table.js';

const step = (id: string): TreeStep => ({ id, label: id, color: undefined, field: 'f', keys: [id] });
const tree = classTree([{ steps: [step('a'), step('x')], value: 5 }, { steps: [step('a'), step('y')], value: 2 }, { steps: [step('b')], value: 3 }], '全部', String);
const words = { heads: { item: 'i', code: 'c', value: 'v', share: 's' }, figure: String, shown: (value: number) => value, share: (part: number, whole: number) => `${part}/${whole}` };

it('lists every class below the one it is in, whatever part is asked for and in whatever order', () => {
  const { columns, rows } = treeTable(tree, words);
  expect(columns).toHaveLength(3);
  expect(rows.length).toBe(4);
  const all = [['a', 0, 7], ['x', 1, 5], ['y', 1, 2], ['b', 0, 3]];
  const read = (from: number, to: number): unknown[] => rows.slice(from, to).map(([name, value]) => [name?.text, name?.level, value?.value]);
  expect(read(0, 9)).toEqual(all);
  for (let index = 0; index < 4; index += 1) expect(read(index, index + 1)).toEqual([all[index]]);
  expect(read(1, 3)).toEqual(all.slice(1, 3));
  expect(read(2, 2)).toEqual([]);
});
