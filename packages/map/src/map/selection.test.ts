import { Dataset } from '@yizhangtu/data/model';
import { expect, test } from 'vitest';
import type { LayerElement } from '../layer/layer.js';
import { selectBounds } from './selection.js';

const layerOf = (dataset: Dataset, rows: Iterable<number>): LayerElement => ({ isShown: true, layerDataset: dataset, rowsIn: () => rows }) as unknown as LayerElement;
const BOX = [119, 35, 122, 37] as const;

test.each([10, 60_000])('a box selects each row of two layers over %d rows once, and empties what it does not touch', (size) => {
  const data = Dataset.fromColumns({ columns: { n: new Float64Array(size) } });
  const other = Dataset.fromColumns({ columns: { n: new Float64Array(3) } });
  other.select([1]);
  const even = Array.from({ length: size / 2 }, (_, i) => 2 * i);
  const third = new Set(Array.from({ length: Math.ceil(size / 3) }, (_, i) => 3 * i));
  const layers = [layerOf(data, even), layerOf(data, third), { ...layerOf(other, []), isShown: false } as LayerElement];
  const wanted = new Set([...even, ...third]);
  expect(selectBounds(BOX, layers, false)).toBe(wanted.size);
  expect([...data.selection].sort((a, b) => a - b)).toEqual([...wanted].sort((a, b) => a - b));
  expect(other.selection.size).toBe(0);
});

test('a box adds to what is selected', () => {
  const data = Dataset.fromColumns({ columns: { n: new Float64Array(9) } });
  data.select([8]);
  expect(selectBounds(BOX, [layerOf(data, [3, 1])], true)).toBe(2);
  expect([...data.selection]).toEqual([8, 1, 3]);
});
