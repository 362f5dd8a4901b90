import { Dataset } from '@yizhangtu/data/model';
import { describe, expect, it } from 'vitest';
import { transitionsOf, type TransitionOptions, type Transitions } from './transitions.js';

const dataset = Dataset.fromColumns({
  columns: {
    before: ['田', '田', '田', '林', '村', '村', '塘', '滩'],
    now: ['田', '林', '城', '林', '城', '村', '田', '滩'],
    area: [100, 20, 30, 50, 15, 5, 2, 1],
  },
});
const answer = dataset.query({ groupBy: 'before', splitBy: 'now', measures: [{ kind: 'sum', field: 'area' }] });
const OPTIONS: TransitionOptions = {
  classOf: (key) => ({ id: String(key), label: String(key), color: undefined, keys: [key] }),
  limit: 9,
  restLabel: '其他',
  changesOnly: false,
};
const named = ({ from, to, flows }: Transitions) => flows.map((flow) => `${from[flow.from]?.label ?? ''}→${to[flow.to]?.label ?? ''} ${flow.value}`);

describe('transitionsOf', () => {
  it('has classes and flows as a plain loop counts them, largest first on both sides', () => {
    const result = transitionsOf(answer, OPTIONS);
    expect(result.from.map(({ label, value }) => [label, value])).toEqual([['田', 150], ['林', 50], ['村', 20], ['塘', 2], ['滩', 1]]);
    expect(result.to.map(({ label, value }) => [label, value])).toEqual([['田', 102], ['林', 70], ['城', 45], ['村', 5], ['滩', 1]]);
    expect(named(result)).toEqual(['田→田 100', '田→林 20', '田→城 30', '林→林 50', '村→城 15', '村→村 5', '塘→田 2', '滩→滩 1']);
    expect([result.total, result.unchanged]).toEqual([223, 156]);
    expect(result.flows.filter(({ unchanged }) => unchanged)).toHaveLength(4);
  });

  it('leaves out what stays, and still says how much that is', () => {
    const result = transitionsOf(answer, { ...OPTIONS, changesOnly: true });
    expect(named(result)).toEqual(['田→城 30', '田→林 20', '村→城 15', '塘→田 2']);
    expect([result.total, result.unchanged]).toEqual([223, 156]);
    expect(result.to.map(({ label, value }) => [label, value])).toEqual([['田', 2], ['城', 45], ['林', 20]]);
  });

  it('puts the smallest classes of a side together and loses nothing', () => {
    const result = transitionsOf(answer, { ...OPTIONS, limit: 2 });
    expect(result.from.map(({ label, value }) => [label, value])).toEqual([['田', 150], ['林', 50], ['其他', 23]]);
    expect(result.from[2]?.keys).toEqual(['村', '塘', '滩']);
    expect(result.flows.reduce((all, { value }) => all + value, 0)).toBe(223);
    expect(named(result)).toContain('其他→其他 21');
  });

  it('adds values of one class up', () => {
    const result = transitionsOf(answer, { ...OPTIONS, classOf: (key) => ({ ...OPTIONS.classOf(key, 'from'), id: key === '田' || key === '林' ? '绿' : String(key) }) });
    expect(result.from[0]?.value).toBe(200);
    expect(result.unchanged).toBe(100 + 20 + 50 + 5 + 1);
  });

  it('keeps an order that is asked for', () => {
    const result = transitionsOf(answer, { ...OPTIONS, compare: (a, b) => a.id.localeCompare(b.id) });
    expect(result.from.map(({ id }) => id)).toEqual([...result.from.map(({ id }) => id)].sort((a, b) => a.localeCompare(b)));
  });

  it('is empty for nothing', () => {
    expect(transitionsOf({ groups: [], total: { key: null, count: 0, values: [0] }, splits: [] }, OPTIONS)).toMatchObject({ from: [], to: [], flows: [], total: 0 });
  });
});
