import { describe, expect, test } from 'vitest';
import { masked } from './masks.js';

describe('masks', () => {
  test.each([
    ['name', '张三', '张*'],
    ['name', '张三丰', '张**'],
    ['name', '欧阳娜娜', '欧阳**'],
    ['name', '𠮷田', '𠮷*'],
    ['name', '张', '*'],
    ['phone', '13812345678', '138****5678'],
    ['phone', '12345', '*****'],
    ['phone', '1', '***'],
    ['id-card', '370202199001011234', '370*************34'],
    ['address', '山东省青岛市市南区八大湖街道延安三路10号', '山东省青岛市市南区八大湖街道***'],
    ['address', '青岛市市南区香港中路10号', '青岛市市南区***'],
    ['address', '香港中路10号', '***'],
    ['address', '市南区香港中路10号家乐福超市2楼', '市南区***'],
    ['address', '青岛市', '***'],
    ['hidden', 'anything', '***'],
    ['hidden', '', '***'],
  ] as const)('%s: %s is shown as %s', (mask, value, wanted) => {
    expect(masked(value, mask)).toBe(wanted);
  });
});
