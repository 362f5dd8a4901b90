import { describe, expect, it } from 'vitest';
import { Dataset, type Filter } from '@yizhangtu/data/model';
import { filterWords } from '../filter/filter-words.js';
import {
  EMPTY_GROUP,
  filterOf,
  groupOf,
  newRule,
  withAdded,
  withNode,
  withOperator,
  type Operator,
  type Rule,
} from './query-model.js';

const rule = (field: string, operator: Operator, ...values: Rule['values']): Rule => ({ kind: 'rule', field, operator, values });
const data = Dataset.fromColumns(
  {
    columns: {
      kind: ['球场', '泳馆', null, '步道', ''],
      area: Float64Array.of(100, 900, 50, NaN, 400),
      open: [true, false, true, null, true],
      built: [new Date('2001-01-01T00:00:00+08:00'), null, new Date('2020-05-05T00:00:00+08:00'), null, null],
    },
  },
  {
    schema: {
      id: 't@1',
      fields: [
        { name: 'kind', label: { zh: '类型', en: 'Kind' } },
        { name: 'area', label: { zh: '面积', en: 'Area' }, unit: '㎡' },
        { name: 'open', label: { zh: '开放', en: 'Open' } },
        { name: 'built' },
      ],
    },
  },
);
const rows = (filter: Filter | undefined): number[] => {
  data.setFilter('query', filter);
  return [...data.rows().rows];
};

describe('filterOf', () => {
  it('means what each operator says', () => {
    const of = (...given: Parameters<typeof rule>) => rows(filterOf(rule(...given)));
    expect(of('kind', 'is', '球场', '步道')).toEqual([0, 3]);
    expect(of('kind', 'is-not', '球场')).toEqual([1, 2, 3, 4]);
    expect(of('kind', 'contains', '馆')).toEqual([1]);
    expect(of('kind', 'lacks', '馆')).toEqual([0, 2, 3, 4]);
    expect(of('kind', 'starts', '球')).toEqual([0]);
    expect(of('kind', 'ends', '道')).toEqual([3]);
    expect(of('kind', 'empty')).toEqual([2, 4]);
    expect(of('kind', 'filled')).toEqual([0, 1, 3]);
    expect(of('area', 'at-least', 400)).toEqual([1, 4]);
    expect(of('area', 'above', 400)).toEqual([1]);
    expect(of('area', 'at-most', 100)).toEqual([0, 2]);
    expect(of('area', 'below', 100)).toEqual([2]);
    expect(of('area', 'between', 500, 60)).toEqual([0, 4]);
    expect(of('area', 'empty')).toEqual([3]);
    expect(of('open', 'is', true)).toEqual([0, 2, 4]);
  });

  it('joins groups with and, or, and groups within them', () => {
    const inner = { ...EMPTY_GROUP, join: 'any' as const, nodes: [rule('area', 'above', 500), rule('open', 'is', true)] };
    const root = { ...EMPTY_GROUP, nodes: [rule('kind', 'filled'), inner] };
    expect(rows(filterOf(root))).toEqual([0, 1]);
    expect(rows(filterOf({ ...root, join: 'any' }))).toEqual([0, 1, 2, 3, 4]);
  });

  it('leaves out what is not complete', () => {
    expect(
      filterOf({ ...EMPTY_GROUP, nodes: [rule('kind', 'is'), rule('area', 'between', 3), rule('kind', 'contains', '  ')] }),
    ).toBeUndefined();
    expect(filterOf({ ...EMPTY_GROUP, nodes: [rule('kind', 'is'), rule('area', 'above', 3)] })).toEqual({
      kind: 'range',
      field: 'area',
      min: 3,
      minExclusive: true,
    });
  });
});

describe('groupOf', () => {
  it('reads every filter that conditions can make', () => {
    const nodes = [
      rule('kind', 'is', '球场'),
      rule('kind', 'is-not', '球场'),
      rule('kind', 'lacks', '馆'),
      rule('kind', 'starts', '球'),
      rule('kind', 'empty'),
      rule('kind', 'filled'),
      rule('area', 'between', 3, 9),
      rule('area', 'below', 3),
      { ...EMPTY_GROUP, join: 'any' as const, nodes: [rule('area', 'at-least', 1), rule('kind', 'ends', '道')] },
    ];
    const root = { ...EMPTY_GROUP, nodes };
    expect(groupOf(filterOf(root))).toEqual(root);
  });
  it('is empty for none, and undefined for what no condition can say', () => {
    expect(groupOf(undefined)).toEqual(EMPTY_GROUP);
    expect(groupOf({ kind: 'bounds', west: 0, south: 0, east: 1, north: 1 })).toBeUndefined();
    expect(
      groupOf({
        kind: 'all',
        filters: [
          { kind: 'range', field: 'a', min: 1 },
          { kind: 'ids', ids: [] },
        ],
      }),
    ).toBeUndefined();
  });
});

describe('withNode, withAdded', () => {
  const one = rule('kind', 'filled');
  const nested = withAdded(withAdded(EMPTY_GROUP, [], EMPTY_GROUP), [0], one);
  it('change one node and leave the others', () => {
    expect(nested.nodes).toEqual([{ ...EMPTY_GROUP, nodes: [one] }]);
    expect(withNode(nested, [0, 0], rule('area', 'empty')).nodes[0]).toEqual({ ...EMPTY_GROUP, nodes: [rule('area', 'empty')] });
    expect(withNode(nested, [0, 0], undefined).nodes).toEqual([EMPTY_GROUP]);
    expect(withNode(nested, [], { ...nested, join: 'any' }).join).toBe('any');
  });
});

it('withOperator keeps values that mean the same', () => {
  expect(withOperator(rule('kind', 'is', 'a'), 'is-not').values).toEqual(['a']);
  expect(withOperator(rule('kind', 'is', 'a'), 'contains').values).toEqual([]);
  expect(withOperator(rule('area', 'above', 3), 'at-most').values).toEqual([3]);
});

it('newRule begins with the usual operator of the kind', () => {
  expect(newRule('area', 'number')).toEqual({ kind: 'rule', field: 'area', operator: 'at-least', values: [] });
});

describe('the sentence', () => {
  it('says groups in brackets and opposites as people do', () => {
    const any = { ...EMPTY_GROUP, join: 'any' as const, nodes: [rule('area', 'above', 500), rule('kind', 'lacks', '馆')] };
    const filter = filterOf({ ...EMPTY_GROUP, nodes: [rule('kind', 'is-not', '球场'), rule('area', 'filled'), any] });
    expect(filter && filterWords(data, 'query', filter, 'zh-CN')).toBe(
      '类型：不是 球场 且 面积：不为空 且 （面积：大于500 ㎡ 或 类型：不含“馆”）',
    );
    expect(filter && filterWords(data, 'query', filter, 'en')).toBe(
      'Kind: not 球场 and Area: is not empty and (Area: above 500 m² or Kind: does not contain "馆")',
    );
  });
});
