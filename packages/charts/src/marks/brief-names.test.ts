import { describe, expect, it } from 'vitest';
import { briefNames } from './brief-names.js';

const measure = (text: string): number => text.length * 10;
const items = [{ label: 'A 类（信用风险低）', short: 'A 类' }, { label: 'D 类', short: 'D' }, { label: '无数据' }];

describe('briefNames', () => {
  it('keeps full names where all fit', () => {
    expect(briefNames(items, 110, measure)).toEqual(['A 类（信用风险低）', 'D 类', '无数据']);
  });

  it('shortens all that can be shortened where one does not', () => {
    expect(briefNames(items, 90, measure)).toEqual(['A 类', 'D', '无数据']);
  });
});
