import { Dataset, tableFromColumns } from '@yizhangtu/data/model';
import { expect, it } from 'vitest';
import { RowMirror } from './row-mirror.js';

const rows = (count: number): Dataset => Dataset.fromColumns({ columns: { a: Array.from({ length: count }, (_, row) => row) } });
const told = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

it('a copy of some rows is selected and hovered as its source is, and the other way round, also when the rows change', async () => {
  const [source, copy] = [rows(6), rows(3)];
  const mirror = new RowMirror(copy);
  const pairs = (list: readonly number[]) => ({ toCopy: (row: number) => list.indexOf(row), toSource: (row: number) => list[row] ?? -1 });
  source.subscribe(() => mirror.sourceChanged(source));
  copy.subscribe(() => mirror.copyChanged());
  mirror.renew(source, pairs([1, 3, 5]));

  source.select([3, 4]);
  source.setHover(5);
  await told();
  expect([[...copy.selection], copy.hover, [...source.selection]]).toEqual([[1], 2, [3, 4]]);

  copy.select([0]);
  copy.setHover(0);
  await told();
  expect([[...source.selection], source.hover, [...copy.selection]]).toEqual([[1], 1, [0]]);

  copy.setTable(tableFromColumns({ columns: { a: [0, 1] } }));
  mirror.renew(source, pairs([0, 1]));
  await told();
  expect([[...source.selection], [...copy.selection]]).toEqual([[1], [1]]);
});
