import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expressionColumn } from '@yizhangtu/data/expression';
import { Dataset, type DerivedColumn } from '@yizhangtu/data/model';
import { TYPHOON_CLASS_COLUMN, VESSEL_GROUP_COLUMN } from './index.js';

/** Classes of numbers, and what the expression for servers says of them. */
function both(column: DerivedColumn, from: string, numbers: readonly number[]): [unknown[], unknown[]] {
  const dataset = Dataset.fromColumns({ columns: { [from]: Float64Array.from(numbers) } });
  const far = column.far?.();
  if (!far || !('expression' in far)) throw new Error('no expression');
  dataset.derive(column);
  dataset.derive(expressionColumn({ name: 'far' }, far.expression));
  expect(dataset.derivedError('far')).toBe(undefined);
  return [numbers.map((_, row) => dataset.value(row, column.field.name)), numbers.map((_, row) => dataset.value(row, 'far'))];
}

test('the class of a wind is the same on a server', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.double({ min: 0, max: 90 }), fc.integer({ min: 0, max: 1800 }).map((n) => n / 20), fc.constant(Number.NaN))), (winds) => {
    const [here, there] = both(TYPHOON_CLASS_COLUMN, 'windMs', winds);
    expect(there).toEqual(here);
  }));
});

test('so is the group of a type of ship, known or not', () => {
  const types = [...Array.from({ length: 130 }, (_, type) => type - 10), 29.5, Number.NaN];
  const [here, there] = both(VESSEL_GROUP_COLUMN, 'type', types);
  expect(there).toEqual(here);
  expect(new Set(here).size).toBe(13);
});
