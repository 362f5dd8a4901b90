import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { elementEntries, facadeText } from './facade.mjs';

it('names every element below pages and packs in the facade (pnpm facade writes the list)', () => {
  const text = readFileSync('packages/yizhangtu/src/index.ts', 'utf8');
  expect(facadeText(text)).toBe(text);
});

it('gives each element one entry with its class', () => {
  const entries = elementEntries();
  expect(entries.map((one) => one.entry)).toContain('@yizhangtu/map/map');
  expect(entries.filter((one) => one.classes.length === 0)).toEqual([]);
    expect(entries.filter(({ name }) => name === 'page' || name === 'marine')).toEqual([]);
});
