import { Dataset } from '@yizhangtu/data/model';
import { LAND_USE_2023 } from '@yizhangtu/standards/land-use-2023';
import { entryIn, registerScheme } from '@yizhangtu/standards/scheme';
import { describe, expect, it } from 'vitest';
import { classTree } from './class-tree.js';
import { codesWithin, entriesAbove } from './code-steps.js';
import { leavesOfAnswer, leavesOfData, stepsTo, type FieldLooks } from './tree-leaves.js';

registerScheme(LAND_USE_2023);
const USE: FieldLooks = { field: { name: 'use', codes: { scheme: 'land-use', version: '2023' } }, locale: 'zh-CN', label: String, color: () => undefined, official: true };
const DISTRICT: FieldLooks = { field: { name: 'district' }, locale: 'zh-CN', label: (key) => `区 ${String(key)}`, color: () => 'red', official: false };

describe('entriesAbove and codesWithin', () => {
  it('go up and down the official tree', () => {
    expect(entriesAbove(LAND_USE_2023, '060101').map(({ code }) => code)).toEqual(['06', '0601', '060101']);
    expect(codesWithin(LAND_USE_2023, '01')).toEqual(['01', '0101', '0102', '0103']);
    const all = LAND_USE_2023.entries.filter(({ parent }) => parent === undefined).flatMap(({ code }) => codesWithin(LAND_USE_2023, code));
    expect(all).toHaveLength(LAND_USE_2023.entries.length);
  });
});

describe('stepsTo', () => {
  it('has words, codes and official colours of every class on the way', () => {
    const steps = stepsTo('0102', USE);
    expect(steps.map(({ id, label }) => [id, label])).toEqual([['01', '耕地'], ['0102', '水浇地']]);
    expect(steps[0]?.color).toBe(entryIn(LAND_USE_2023, '01')?.color);
    expect(steps[0]?.keys).toEqual(['01', '0101', '0102', '0103']);
  });

  it('puts an unknown code under the nearest class above, and one with none at the top', () => {
    expect(stepsTo('010299', USE).map(({ label }) => label)).toEqual(['耕地', '水浇地', '010299']);
    expect(stepsTo('zz', USE).map(({ label, keys }) => [label, keys])).toEqual([['zz', ['zz']]]);
    expect(stepsTo(null, USE).map(({ keys }) => keys)).toEqual([[null]]);
  });
});

describe('leavesOfAnswer', () => {
  const dataset = Dataset.fromColumns({
    columns: { use: ['0101', '0102', '0301', '0102'], district: ['a', 'a', 'b', 'b'], area: [10, 20, 5, 7] },
  });

  it('adds the rows up through the code tree as a plain loop does', () => {
    const answer = dataset.query({ groupBy: 'use', measures: [{ kind: 'sum', field: 'area' }] });
    const tree = classTree(leavesOfAnswer(answer, [USE]), '全部', String);
    expect(tree.children.map(({ label, value }) => [label, value])).toEqual([['耕地', 37], ['林地', 5]]);
    expect(tree.value).toBe(42);
  });

  it('goes through two fields', () => {
    const answer = dataset.query({ groupBy: 'district', splitBy: 'use', measures: [{ kind: 'sum', field: 'area' }] });
    const tree = classTree(leavesOfAnswer(answer, [DISTRICT, USE]), '全部', String);
    expect(tree.children.map(({ label, value }) => [label, value])).toEqual([['区 a', 30], ['区 b', 12]]);
    expect(tree.children[1]?.children.map(({ label, value }) => [label, value])).toEqual([['耕地', 7], ['林地', 5]]);
    expect(tree.value).toBe(42);
  });
});

describe('leavesOfData', () => {
  it('takes nested data, colours from the top', () => {
    const tree = classTree(leavesOfData([{ key: 'a', label: '甲', color: '#ff0000', children: [{ key: 'x', value: 2 }, { key: 'y', value: 3 }] }, { key: 'b', value: 4 }], String), '全部', String);
    expect(tree.value).toBe(9);
    expect(tree.children.map(({ label, color }) => [label, color])).toEqual([['甲', '#ff0000'], ['b', 'token:data-2']]);
    expect(tree.children[0]?.children.map(({ label, color }) => [label, color])).toEqual([['y', '#ff0000'], ['x', '#ff0000']]);
  });

  it('lets the children speak where a class has a value as well', () => {
    const tree = classTree(leavesOfData([{ key: 'a', value: 100, children: [{ key: 'x', value: 2 }] }], String), '全部', String);
    expect(tree.value).toBe(2);
  });
});
