import { describe, expect, it } from 'vitest';
import type { Filter } from '@yizhangtu/data/model';
import { classTree, nodesOn, type TreeStep } from './class-tree.js';
import { holdsRow, nodeChoice, switchedFilters } from './tree-choice.js';

const use = (id: string, keys: readonly string[] = [id]): TreeStep => ({ id, label: id, color: undefined, field: 'use', keys });
const district = (id: string): TreeStep => ({ id, label: id, color: undefined, field: 'district', keys: [id] });
const ONE = classTree([{ steps: [use('01', ['01', '0101', '0102']), use('0101')], value: 1 }, { steps: [use('01', ['01', '0101', '0102']), use('0102')], value: 1 }, { steps: [use('02')], value: 1 }], '', String);
const TWO = classTree([{ steps: [district('a'), use('01')], value: 1 }, { steps: [district('b'), use('01')], value: 1 }], '', String);
const at = (root: typeof ONE, ...path: string[]) => {
  const node = nodesOn(root, path)[path.length];
  if (!node) throw new Error(path.join('/'));
  return node;
};
const filters = (...list: [string, string[]][]) => new Map<string, Filter>(list.map(([field, values]) => [field, { kind: 'in', field, values }]));

describe('nodeChoice', () => {
  it('is nothing without a filter on the fields', () => {
    expect(nodeChoice(at(ONE, '01'), filters(['other', ['x']]), ['use'])).toEqual({ pressed: false, faded: false });
  });

  it('tells all, some and none of a class apart', () => {
    const chosen = filters(['use', ['0101']]);
    expect(nodeChoice(at(ONE, '01', '0101'), chosen, ['use'])).toEqual({ pressed: true, faded: false });
    expect(nodeChoice(at(ONE, '01'), chosen, ['use'])).toEqual({ pressed: false, faded: false });
    expect(nodeChoice(at(ONE, '02'), chosen, ['use'])).toEqual({ pressed: false, faded: true });
  });

  it('looks at every field of the way', () => {
    const chosen = filters(['use', ['01']]);
    expect(nodeChoice(at(TWO, 'a'), chosen, ['district', 'use'])).toEqual({ pressed: false, faded: false });
    expect(nodeChoice(at(TWO, 'a', '01'), chosen, ['district', 'use'])).toEqual({ pressed: true, faded: false });
    expect(nodeChoice(at(TWO, 'b'), filters(['district', ['a']]), ['district', 'use'])).toEqual({ pressed: false, faded: true });
  });
});

describe('switchedFilters', () => {
  it('adds and takes away classes of one field', () => {
    const first = switchedFilters(at(ONE, '01', '0101'), filters(), ['use']).get('use') as Filter;
    expect(first).toEqual({ kind: 'in', field: 'use', values: ['0101'] });
    const second = switchedFilters(at(ONE, '02'), new Map([['use', first]]), ['use']).get('use') as Filter;
    expect(second).toEqual({ kind: 'in', field: 'use', values: ['0101', '02'] });
    expect(switchedFilters(at(ONE, '02'), new Map([['use', second]]), ['use']).get('use')).toEqual(first);
    expect(switchedFilters(at(ONE, '01', '0101'), new Map([['use', first]]), ['use']).get('use')).toBeUndefined();
  });

  it('chooses a class of two fields by both, and lets go of both', () => {
    const on = switchedFilters(at(TWO, 'a', '01'), filters(['district', ['b']]), ['district', 'use']);
    expect(on.get('district')).toMatchObject({ values: ['a'] });
    expect(on.get('use')).toMatchObject({ values: ['01'] });
    const off = switchedFilters(at(TWO, 'a', '01'), on as Map<string, Filter>, ['district', 'use']);
    expect([...off.values()]).toEqual([undefined, undefined]);
  });
});

describe('holdsRow', () => {
  it('compares with every field, numbers as their words', () => {
    expect(holdsRow(at(TWO, 'a', '01'), (field) => (field === 'use' ? '01' : 'a'))).toBe(true);
    expect(holdsRow(at(TWO, 'a', '01'), (field) => (field === 'use' ? '02' : 'a'))).toBe(false);
    expect(holdsRow(ONE, () => '01')).toBe(false);
  });
});
