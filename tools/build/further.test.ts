import { expect, test } from 'vitest';
import { chunkNames, FURTHER, lateModules } from './further.mjs';

test('what goes into the further file is reached by import(), and by it alone what every page needs is not', () => {
  const late = lateModules();
  expect(FURTHER.filter((one) => !late.includes(one))).toEqual([]);
  // The parts of a first picture: a page must not wait for a second file.
  expect(FURTHER.filter((one) => /ol-parts|point-engine|shape-engine|ingest-job/.test(one))).toEqual([]);
});

test('a module belongs to the first file if the entry imports it, however far away', () => {
  const imports: Record<string, string[]> = { entry: ['a'], a: ['b', 'entry'], b: [], later: ['b', 'c'], c: [] };
  const graph = { getModuleInfo: (id: string) => ({ importedIds: imports[id] ?? [] }) };
  const nameOf = chunkNames('entry');
  expect(Object.keys(imports).map((id) => nameOf(id, graph))).toEqual(['core', 'core', 'core', 'more', 'more']);
});
