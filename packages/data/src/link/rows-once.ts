import { rowsAreHere, type DatasetLike } from '../model/dataset-like.js';
import type { Dataset } from '../model/dataset.js';
import type { RemoteDataset } from '../remote/remote-dataset.js';
import type { RowsNeed } from '../remote-rows/needed-rows.js';

/**
 * Rows for one piece of work: those of a dataset in the page as they are, of one elsewhere those that are needed, fetched for it.
 * @param tag Of the element that works, for errors.
 * @throws YztError `needs-rows` for more than 20,000.
 */
export async function rowsOnce(dataset: DatasetLike, need: RowsNeed, tag: string, signal: AbortSignal): Promise<Dataset> {
  if (rowsAreHere(dataset)) return dataset;
  const { fetchedOnce } = await import('../remote-rows/fetched-rows.js');
  return fetchedOnce(dataset as RemoteDataset, need, tag, signal);
}
