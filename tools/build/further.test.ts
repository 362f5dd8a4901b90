import { expect, test } from 'vitest';
import { chunkNames, FURTHER, lateModules, packs } from './further.mjs';

test('what goes into the further file is reached by import(), and by it alone what every page needs is not', () => {
  const late = lateModules();
  expect(FURTHER.filter((one) => !late.includes(one))).toEqual([]);
  // The parts of a first picture: a page must not wait for a second file.
  expect(FURTHER.filter((one) => /ol-parts|point-engine|shape-engine|ingest-job/.test(one))).toEqual([]);
});

test('a module belongs to the first file if the entry imports it, however far away', () => {
  const imports: Record<string, string[]> = { entry: ['a'], a: ['b', 'entry'], b: [], later: ['b', 'c'], c: [] };
  const graph = { getModuleInfo: (id: string) => ({ importedIds: imports[id] ?? [] }) };
  const nameOf = chunkNames('entry', {}, ['later']);
  expect(Object.keys(imports).map((id) => nameOf(id, graph))).toEqual(['core', 'core', 'core', 'more', 'more']);
});

test('a pack has what only it imports, also by import(); what it shares with another pack or imports of the further file is in the first', () => {
  const imports: Record<string, string[]> = { entry: ['a'], a: [], sea: ['a', 'tide', 'both', 'grid'], tide: [], page: ['both'], both: [], services: ['grid', 'tiles'], grid: ['maths'], maths: [], tiles: [], waves: [] };
  const late: Record<string, string[]> = { sea: ['waves', 'services'] };
  const graph = { getModuleInfo: (id: string) => ({ importedIds: imports[id] ?? [], dynamicallyImportedIds: late[id] ?? [] }) };
  const nameOf = chunkNames('entry', { sea: 'sea', page: 'page' }, ['services']);
  const homes = Object.fromEntries(Object.keys(imports).map((id) => [id, nameOf(id, graph)]));
  expect(homes).toEqual({ entry: 'core', a: 'core', sea: 'pack-sea', tide: 'pack-sea', page: 'pack-page', both: 'core', services: 'more', grid: 'core', maths: 'core', tiles: 'more', waves: 'pack-sea' });
});

test('packs are found by their elements', () => {
  const names = Object.keys(packs());
  expect([names.includes('page'), names.includes('marine'), names.includes('widgets')]).toEqual([true, true, false]);
});
