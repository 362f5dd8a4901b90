import { describe, expect, it } from 'vitest';
import { classTree, dividedTree, idsOf, nodesOn, OWN_ID, pathText, withoutSlivers, type TreeLeaf, type TreeNode, type TreeStep } from './class-tree.js';

const step = (id: string, keys: readonly string[] = [id], field = 'use', color?: string): TreeStep => ({ id, label: `类${id}`, color, field, keys });
const leaf = (value: number, ...steps: TreeStep[]): TreeLeaf => ({ steps, value });
const own = (label: string) => `${label}（未细分）`;

const CROP = step('01', ['01', '0101', '0102'], 'use', '#f5f8dc');
const LEAVES = [
  leaf(30, CROP, step('0101')),
  leaf(50, CROP, step('0102')),
  leaf(20, step('03', ['03', '0301']), step('0301')),
];

const sums = (node: TreeNode): void => {
  if (node.children.length === 0) return;
  expect(node.value).toBeCloseTo(node.children.reduce((sum, child) => sum + child.value, 0));
  node.children.forEach(sums);
};

describe('classTree', () => {
  it('adds leaves up to the root, largest first', () => {
    const tree = classTree(LEAVES, '全部', own);
    expect(tree.value).toBe(100);
    expect(tree.children.map(({ label, value }) => [label, value])).toEqual([['类01', 80], ['类03', 20]]);
    expect(tree.children[0]?.children.map(({ value }) => value)).toEqual([50, 30]);
    sums(tree);
  });

  it('gives a child the colour of the class above where it has none', () => {
    const [crop] = classTree(LEAVES, '全部', own).children;
    expect(crop?.children.every(({ color }) => color === '#f5f8dc')).toBe(true);
  });

  it('shows what a class has beside its subclasses as a child of its own, which filters by the class alone', () => {
    const tree = classTree([...LEAVES, leaf(7, CROP)], '全部', own);
    const [crop] = tree.children;
    const undivided = crop?.children.find(({ path }) => path[1] === OWN_ID);
    expect([undivided?.label, undivided?.value]).toEqual(['类01（未细分）', 7]);
    expect(undivided?.filters.get('use')).toEqual(['01']);
    expect(crop?.filters.get('use')).toEqual(['01', '0101', '0102']);
    sums(tree);
  });

  it('keeps the filters of every field on the way', () => {
    const tree = classTree([leaf(1, step('370202', ['370202'], 'district'), step('01'))], '全部', own);
    const node = nodesOn(tree, ['370202', '01'])[2];
    expect(node?.filters).toEqual(new Map([['district', ['370202']], ['use', ['01']]]));
  });

  it('leaves out what is not above zero', () => {
    const tree = classTree([...LEAVES, leaf(0, step('02')), leaf(-4, step('04')), leaf(Number.NaN, step('05'))], '全部', own);
    expect(tree.children).toHaveLength(2);
  });

  it('is an empty root for no leaves', () => {
    expect(classTree([], '全部', own)).toMatchObject({ value: 0, children: [] });
  });
});

describe('nodesOn', () => {
  it('stops above a node that is gone', () => {
    const tree = classTree(LEAVES, '全部', own);
    expect(nodesOn(tree, ['01', '0102']).map(({ label }) => label)).toEqual(['全部', '类01', '类0102']);
    expect(nodesOn(tree, ['09', '0901']).map(({ label }) => label)).toEqual(['全部']);
  });
});

describe('withoutSlivers', () => {
  const many = classTree([leaf(96, step('a')), leaf(2, step('b')), leaf(1, step('c')), leaf(1, step('d'))], '全部', own);

  it('puts small nodes together and keeps the sum', () => {
    const tree = withoutSlivers(many, { least: 1.5, levels: 2, restLabel: (count) => `其余 ${count} 类` });
    expect(tree.children.map(({ label, value }) => [label, value])).toEqual([['类a', 96], ['类b', 2], ['其余 2 类', 2]]);
    expect(tree.children[2]?.filters.size).toBe(0);
    sums(tree);
  });

  it('leaves a single small node its name', () => {
    const one = classTree([leaf(96, step('a')), leaf(1, step('d'))], '全部', own);
    expect(withoutSlivers(one, { least: 5, levels: 2, restLabel: String }).children.map(({ label }) => label)).toEqual(['类a', '类d']);
  });
});

describe('pathText and idsOf', () => {
  it('write and read any ids', () => {
    for (const path of [[], ['03', '0301'], ['50%/100', 'a/b', '%2F']]) expect(idsOf(pathText(path))).toEqual(path);
    expect(pathText(['03', '0301'])).toBe('03/0301');
  });
});

describe('dividedTree', () => {
  const city = step('3702');
  const tree = classTree([leaf(3, city, step('370202')), leaf(2, city, step('370203'))], '全部', own);

  it('begins where the tree divides, and paths stay those of the whole tree', () => {
    const root = dividedTree(tree);
    expect(root.label).toBe('类3702');
    expect(nodesOn(root, ['3702', '370203']).map(({ label }) => label)).toEqual(['类3702', '类370203']);
    expect(nodesOn(root, []).map(({ label }) => label)).toEqual(['类3702']);
  });

  it('leaves other trees, and a single class without parts, as they are', () => {
    const one = classTree([leaf(3, step('a'))], '全部', own);
    expect(dividedTree(one)).toBe(one);
    const two = classTree([leaf(3, city, step('370202')), leaf(2, step('3701'))], '全部', own);
    expect(dividedTree(two)).toBe(two);
  });
});

describe('a tree of very many classes', () => {
  const many = classTree(Array.from({ length: 9000 }, (_, index) => leaf(1 + ((index * 7919) % 9000), { ...step(`w${index}`), alone: true })), '全部', own);

  it('has them largest first, as putting all in order does', () => {
    expect(many.size).toBe(9000);
    expect(many.value).toBe((9000 * 9001) / 2);
    expect(many.children.every(({ value }, index) => value === 9000 - index)).toBe(true);
  });

  it('draws at most four hundred of them, and the others as one that says how many they are', () => {
    const { children } = withoutSlivers(many, { least: 0, levels: 2, restLabel: (count) => `其余 ${count} 类` });
    expect(children.length).toBe(401);
    expect(children[children.length - 1]?.label).toBe(`其余 ${9000 - children.length + 1} 类`);
    expect(children.reduce((sum, { value }) => sum + value, 0)).toBe(many.value);
    expect(children[0]?.whole).toBe(many.children[0]);
  });

  it('draws as many of equal ones', () => {
    const equal = classTree(Array.from({ length: 900 }, (_, index) => leaf(1, step(`g${index % 3}`), { ...step(`w${index}`), alone: true })), '全部', own);
    const { children } = withoutSlivers(equal, { least: 0.1, levels: 2, restLabel: String });
    expect(children.map((child) => [child.value, child.children.length])).toEqual([[300, 300], [300, 98], [300, 1]]);
    expect(children[2]?.children[0]).toMatchObject({ label: '300', rest: true, value: 300 });
  });

  it('comes to the same in steps, equal ones as they came', () => {
    const leaves = Array.from({ length: 5000 }, (_, index) => leaf(1 + (index % 3), step(`g${index % 4}`), { ...step(`w${index}`), alone: true }));
    const ids = classTree(leaves, '全部', own).children.flatMap(({ children }) => children.map(({ id }) => Number(id.slice(1))));
    const plain = [0, 1, 2, 3].map((group) => leaves.map((_, index) => index).filter((index) => index % 4 === group));
    const sum = (list: readonly number[]): number => list.reduce((all, index) => all + 1 + (index % 3), 0);
    plain.sort((a, b) => sum(b) - sum(a));
    expect(ids).toEqual(plain.flatMap((list) => [...list].sort((a, b) => (b % 3) - (a % 3) || a - b)));
  });
});
