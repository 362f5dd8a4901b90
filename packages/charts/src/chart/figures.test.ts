import { describe, expect, it } from 'vitest';
import { figure, percent } from './figures.js';

describe('figure', () => {
  it('writes thousands and at most two digits', () => {
    expect(figure(1284)).toBe('1,284');
    expect(figure(2.605)).toBe('2.61');
    expect(figure(2, 1)).toBe('2.0');
    expect(figure(Number.NaN)).toBe('—');
  });
});

describe('percent', () => {
  it('never turns something into nothing', () => {
    expect(percent(0.0004, 'zh-CN')).toBe('不足 0.1%');
    expect(percent(0, 'zh-CN')).toBe('0.0%');
    expect(percent(0.165, 'en')).toBe('16.5%');
  });
});
