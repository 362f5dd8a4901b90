import { expect, test } from 'vitest';
import { LoadedOnce } from './loaded-once.js';

test('a key is loaded once, another one anew, and a failure is tried again', async () => {
  const once = new LoadedOnce<string>();
  const loads: string[] = [];
  const load = (key: string, fails = false) => once.of(key, () => (loads.push(key), fails ? Promise.reject(new Error('down')) : Promise.resolve(key)));
  expect(await Promise.all([load('a'), load('a')])).toEqual(['a', 'a']);
  expect([once.isCurrent('a'), once.isCurrent('b')]).toEqual([true, false]);
  await expect(load('b', true)).rejects.toThrow('down');
  expect(await load('b')).toBe('b');
  expect(loads).toEqual(['a', 'b', 'b']);
});

test('a failure that is overtaken takes nothing away', async () => {
  const once = new LoadedOnce<string>();
  const late = once.of('a', () => new Promise((_, reject) => setTimeout(() => reject(new Error('late')))));
  await once.of('b', () => Promise.resolve('b'));
  await expect(late).rejects.toThrow('late');
  expect(once.isCurrent('b')).toBe(true);
});
