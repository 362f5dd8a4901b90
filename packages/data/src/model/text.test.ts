import { describe, expect, it } from 'vitest';
import { quantityText } from './text.js';

describe('text of a number', () => {
  it('has thousands separators, unless its field is plain', () => {
    expect(quantityText(1_000_001, { name: 'count' }, 'zh-CN')).toBe('1,000,001');
    expect(quantityText(1_000_001, { name: 'number', plain: true }, 'zh-CN')).toBe('1000001');
    expect(quantityText(2026, { name: 'year', plain: true, unit: '年' }, 'zh-CN')).toBe('2026 年');
  });
});
