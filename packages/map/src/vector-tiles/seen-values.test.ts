import { beforeAll, describe, expect, it } from 'vitest';
import type { Symbology } from '@yizhangtu/data/symbology';
import { whenLateSymbology } from '../data-layer/symbology-door.js';
import { classFinder, seenSymbology, SeenValues } from './seen-values.js';
import { symbologyField } from './symbology-field.js';

const met = (...values: unknown[]): SeenValues => {
  const seen = new SeenValues();
  for (const value of values) seen.meet(value);
  return seen;
};
const model = (spec: string, seen: SeenValues): Symbology => seenSymbology({ spec, tag: 'yzt-vector-tile-layer' }, seen).model;

beforeAll(async () => {
  await whenLateSymbology();
});

describe('symbology of values that were met', () => {
  it('has a class for each value, sorted, and one that is met later changes no colour', () => {
    const seen = met('b', 'a', 'b');
    const first = model('class:kind', seen);
    expect(first.classes.map(({ key, color }) => [key, color])).toEqual([['a', 'token:data-1'], ['b', 'token:data-2']]);
    expect([seen.meet('0'), seen.meet('a'), seen.meet(null)]).toEqual([true, false, true]);
    expect(model('class:kind', seen).classes.map(({ key, color }) => [key, color])).toEqual([['a', 'token:data-1'], ['b', 'token:data-2'], ['0', 'token:data-3'], [null, 'token:data-none']]);
  });

  it('finds the class of a value, whether a tile writes it as text or number', () => {
    const find = classFinder(model('class:kind', met(1, 2, null)));
    expect([find(1), find('2'), find(undefined), find(7)]).toEqual([0, 1, 2, -1]);
    const many = classFinder(model('class:kind', met(...'abcdefghij')));
    expect([many('a'), many('j')]).toEqual([0, 8]);
  });

  it('cuts numbers at the limits of the page', () => {
    const by = model('breaks:n:10,20', met(5, 15, 25));
    const find = classFinder(by);
    expect(by.classes.map(({ min, max }) => [min, max])).toEqual([[undefined, 10], [10, 20], [20, undefined]]);
    expect([find(9.9), find(10), find('19'), find(20), find(1e9), find('x')]).toEqual([0, 1, 1, 2, 2, -1]);
  });

  it('is one class before anything is met, and says what cannot be used', () => {
    expect(model('class:kind', met()).classes).toEqual([]);
    expect(seenSymbology({ spec: 'colour:kind', tag: 'x' }, met()).error?.code).toBe('bad-attribute');
    expect([symbologyField('class: kind'), symbologyField('fixed:data-1'), symbologyField('breaks:n:5')]).toEqual(['kind', undefined, 'n']);
  });
});
