import { Dataset } from './dataset.js';
import { rowsAreHere, type DatasetLike } from './dataset-like.js';

/**
 * The rows as they are now, with what masks leave of them, whatever comes while a file is being written. Rows that are elsewhere stay what
 * they are as long as they are here. Words of fields are those of the dataset: `cellWords(asNow(dataset), row, dataset.field(name))`.
 */
export function asNow(dataset: DatasetLike): DatasetLike {
  if (!rowsAreHere(dataset)) return dataset;
  const { rowCount, columns, report } = dataset;
  return new Dataset({ rowCount, columns, geometry: { kind: 'none' }, report });
}
