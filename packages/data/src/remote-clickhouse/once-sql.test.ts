import { describe, expect, test } from 'vitest';
import { isShort, Once } from './once-sql.js';

describe('long expressions of a statement', () => {
  test('stand in front of it once, in order, and only those it names, also by way of each other', () => {
    const once = new Once();
    const [list, , found] = [once.name('[1,2]'), once.name('[3]'), once.name(`f(${once.name('[1,2]')})`)];
    expect(once.name('[1,2]')).toBe(list);
    expect(once.before(`SELECT ${found}, ${found}`)).toBe(`WITH [1,2] AS ${list}, f(${list}) AS ${found} SELECT ${found}, ${found}`);
    expect(once.before('SELECT 1')).toBe('SELECT 1');
  });

  test('are not more than a server reads, alone or together', () => {
    const once = new Once();
    const long = (letter: string): string => once.name(`['${letter.repeat(120_000)}']`);
    const [one, other] = [long('a'), long('b')];
    expect(isShort(once.before(`SELECT ${one}`))).toBe(true);
    expect(() => once.before(`SELECT ${one}, ${other}`)).toThrow(/所用的字段合起来，写成查询语句有 241 kB/);
    expect(() => once.name(`['${'码'.repeat(210_000)}']`)).toThrow(/编码或边界太多，写成查询语句有 631 kB/);
  });
});
