import type { Answer, Group } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';
import { describe, expect, it } from 'vitest';
import { chosenKeys, classColor, cssColor, rowsOfAnswer, rowsOfData, toggledFilter, type RowLooks } from './group-rows.js';

const looks: RowLooks = { label: ({ key }) => `«${String(key)}»`, color: () => undefined, restLabel: '其他' };
const group = (key: Group['key'], value: number): Group => ({ key, count: value, values: [value] });
const answer: Answer = { groups: [group('a', 5), group('b', 3)], total: group(null, 8) };

describe('rowsOfAnswer', () => {
  it('gives every group a bar in the order of the answer', () => {
    expect(rowsOfAnswer(answer, undefined, looks).map((row) => [row.label, row.value, row.faded])).toEqual([
      ['«a»', 5, false],
      ['«b»', 3, false],
    ]);
  });

  it('fades what is not chosen', () => {
    const rows = rowsOfAnswer(answer, new Set(['b']), looks);
    expect(rows.map((row) => [row.pressed, row.faded])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it('keeps a chosen key that has no rows left, so that it can be let go of', () => {
    expect(rowsOfAnswer(answer, new Set(['z']), looks)[2]).toMatchObject({ key: 'z', value: 0, pressed: true });
  });

  it('puts what is beyond the limit last', () => {
    const rows = rowsOfAnswer({ ...answer, rest: group(null, 9) }, undefined, looks);
    expect(rows[2]).toMatchObject({ label: '其他', value: 9, rest: true });
  });
});

describe('rowsOfData', () => {
  it('orders, cuts and adds up the rest', () => {
    const data = [1, 7, 3, 5].map((value) => ({ key: `k${value}`, value }));
    const rows = rowsOfData(data, { order: 'descending', limit: 2 }, '其他');
    expect(rows.map((row) => [row.label, row.value])).toEqual([
      ['k7', 7],
      ['k5', 5],
      ['其他', 4],
    ]);
  });
});

describe('toggledFilter', () => {
  it('adds, removes and ends without a filter', () => {
    const one = toggledFilter(undefined, 'type', 'a');
    expect(one).toEqual({ kind: 'in', field: 'type', values: ['a'] });
    const two = toggledFilter(one, 'type', null);
    expect(two).toEqual({ kind: 'in', field: 'type', values: ['a', null] });
    expect(toggledFilter(toggledFilter(two, 'type', 'a'), 'type', null)).toBeUndefined();
  });

  it('starts anew over a filter that is no choice of values', () => {
    expect(chosenKeys({ kind: 'range', field: 'type', min: 1 }, 'type')).toBeUndefined();
    expect(toggledFilter({ kind: 'range', field: 'type', min: 1 }, 'type', 3)).toEqual({
      kind: 'in',
      field: 'type',
      values: [3],
    });
  });
});

describe('classColor', () => {
  const symbology: Symbology = {
    spec: 'class:type',
    kind: 'class',
    field: 'type',
    label: { zh: '类型', en: 'Type' },
    classes: [{ key: 'a', label: { zh: '甲', en: 'A' }, color: 'token:data-2' }],
    classOf: new Uint8Array(),
  };

  it('takes the colour of the map, other and missing values included', () => {
    expect(classColor(symbology, 'type', 'a')).toBe('var(--yzt-data-2)');
    expect(classColor(symbology, 'type', 'b')).toBe('var(--yzt-data-other)');
    expect(classColor(symbology, 'type', null)).toBe('var(--yzt-data-none)');
  });

  it('has none for a chart of another field', () => {
    expect(classColor(symbology, 'district', 'a')).toBeUndefined();
    expect(cssColor('#1f5fd0')).toBe('#1f5fd0');
  });
});
