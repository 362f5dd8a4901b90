import { describe, expect, it } from 'vitest';
import { dividerAt, movedByKey, sideOf } from './swipe-side.js';

describe('sideOf', () => {
  it('parts the map at the divider, without gap or overlap', () => {
    expect(sideOf([400, 300], 25, 'before', false)).toEqual([[0, 0], [100, 0], [100, 300], [0, 300]]);
    expect(sideOf([400, 300], 25, 'after', false)).toEqual([[100, 0], [400, 0], [400, 300], [100, 300]]);
    expect(sideOf([400, 300], 50, 'before', true)).toEqual([[0, 0], [400, 0], [400, 150], [0, 150]]);
    expect(sideOf([400, 300], 50, 'after', true)).toEqual([[0, 150], [400, 150], [400, 300], [0, 300]]);
  });
});

describe('movedByKey', () => {
  it('goes by one, by ten, to the ends, and not beyond', () => {
    expect([movedByKey('ArrowLeft', 50), movedByKey('PageDown', 50), movedByKey('Home', 50), movedByKey('End', 50), movedByKey('ArrowRight', 100)]).toEqual([49, 60, 0, 100, 100]);
    expect(movedByKey('Enter', 50)).toBe(undefined);
  });
});

describe('dividerAt', () => {
  it('is the middle for what is no number', () => expect([dividerAt(NaN), dividerAt(-5), dividerAt(120)]).toEqual([50, 0, 100]));
});
