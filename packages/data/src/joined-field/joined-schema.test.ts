import { describe, expect, test } from 'vitest';
import { figureLike, sameRows, sameValues, valueLike } from './joined-schema.js';

const own = { name: 'x', label: { zh: '面积', en: 'Area' } };

describe('a joined field', () => {
  test('has the unit of what is measured, but none for counts', () => {
    const area = { name: 'areaM2', unit: '㎡', digits: 1 };
    expect(figureLike(own, { kind: 'sum', field: 'areaM2' }, area)).toEqual({ ...own, unit: '㎡', digits: 1 });
    expect(figureLike({ ...own, unit: '公顷' }, { kind: 'mean', field: 'areaM2' }, area)).toMatchObject({ unit: '公顷', digits: 1 });
    expect(figureLike(own, { kind: 'distinct', field: 'areaM2' }, area)).toEqual(own);
  });

  test('is shown as the field it comes from, and is not masked twice', () => {
    const other = { name: 'owner', label: { zh: '经营者', en: 'Owner' }, mask: 'name' as const, values: { a: { zh: '甲', en: 'A' } } };
    expect(valueLike({ name: 'x', label: { zh: 'x', en: 'x' } }, other, true)).toEqual({ name: 'x', label: other.label, values: other.values });
    expect(valueLike(own, other, false).label).toEqual(own.label);
  });

  test('is the same as long as its figures are', () => {
    expect(sameValues(new Map([['a', 1], ['b', Number.NaN]]), new Map([['b', Number.NaN], ['a', 1]]))).toBe(true);
    expect([sameValues(new Map([['a', 1]]), new Map([['a', 2]])), sameValues(new Map([['a', 1]]), new Map())]).toEqual([false, false]);
  });

  test('knows the same rows when they come again', () => {
    const column = (last: number): object => ({ kind: 'number', name: 'x', values: Float64Array.of(1, Number.NaN, last) });
    const words = (last: string): object => ({ kind: 'text', name: 'x', dictionary: ['a', last], codes: Uint32Array.of(0, 1) });
    expect([sameRows(column(3), column(3)), sameRows(words('b'), words('b')), sameRows('code', 'code')]).toEqual([true, true, true]);
    expect([sameRows(column(3), column(4)), sameRows(words('b'), words('c')), sameRows(column(3), words('b')), sameRows('code', 'name'), sameRows(column(3), undefined)]).toEqual([false, false, false, false, false]);
  });
});
