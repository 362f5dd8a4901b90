/** Fields worked out here and on a server, compared: in every row, and in every use. */
import type { CellValue, Dataset, Filter, GroupKey, Measure } from '@yizhangtu/data/model';
import type { RemoteDataset } from '@yizhangtu/data/remote';
import { near, sameAnswer } from './same-answers.js';

/** Values of fields in the first rows by `id`. */
export async function valuesThere(remote: RemoteDataset, fields: readonly string[], count: number): Promise<CellValue[][]> {
  const { rows: numbers } = await remote.rows({ fields, orderBy: 'id', limit: count });
  return [...numbers].map((row) => fields.map((field) => remote.value(row, field)));
}

export function sameValue(a: CellValue, b: CellValue): boolean {
  return typeof a === 'number' && typeof b === 'number' ? near(a, b) : a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b;
}

/** Measures of a field `x`. */
const MEASURES: readonly Measure[] = [{ kind: 'count' }, { kind: 'count', field: 'x' }, { kind: 'distinct', field: 'x' }, { kind: 'sum', field: 'x' }, { kind: 'mean', field: 'x' }, { kind: 'min', field: 'x' }, { kind: 'max', field: 'x' }, { kind: 'median', field: 'x' }, { kind: 'quantile', field: 'x', p: 0.9 }, { kind: 'stdev', field: 'x' }];

/** Asks both sides of a field `x`: in groups, alone and crossed and cut off, and under filters. */
export async function sameUses({ local, remote }: { readonly local: Dataset; readonly remote: RemoteDataset }, groups: readonly (string | GroupKey)[], filters: readonly Filter[]): Promise<void> {
  for (const groupBy of groups) {
    sameAnswer(await remote.query({ groupBy, measures: MEASURES }), local.query({ groupBy, measures: MEASURES }), groupBy);
    // Of a thousand values and more a two-way table takes an early server very long, whatever they are values of.
    if (local.query({ groupBy, measures: [] }).groups.length < 200) sameAnswer(await remote.query({ groupBy: 'size', splitBy: groupBy, measures: [{ kind: 'count' }] }), local.query({ groupBy: 'size', splitBy: groupBy, measures: [{ kind: 'count' }] }), ['split', groupBy]);
    sameAnswer(await remote.query({ groupBy, measures: [{ kind: 'count' }], limit: 2 }), local.query({ groupBy, measures: [{ kind: 'count' }], limit: 2 }), ['limit', groupBy]);
  }
  for (const filter of filters) {
    for (const data of [local, remote]) data.setFilter('one', filter);
    sameAnswer(await remote.query({ groupBy: 'size', measures: MEASURES }), local.query({ groupBy: 'size', measures: MEASURES }), filter);
  }
}
