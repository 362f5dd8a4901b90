/** Symbology of rows that are elsewhere: its code comes with the first dataset of that kind. */
import type { DatasetLike } from '../model/dataset-like.js';
import type { RemoteDataset } from '../remote/remote-dataset.js';
import type * as far from './far-symbology.js';
import type { Symbology } from './types.js';

let here: typeof far | undefined;
const whenHere = async (): Promise<typeof far> => (here ??= await import('./far-symbology.js'));

/**
 * The symbology of any spec over all rows of a dataset that answers later, filtered or not: the classes that the same rows have in memory. It
 * has no classes of rows; `classOfRows` has those of rows that are here.
 * @throws YztError `bad-attribute` for a spec that cannot be read, `unknown-field`, and `not-answerable` where a server cannot tell what the classes need.
 */
export async function askedSymbology(spec: string, dataset: DatasetLike): Promise<Symbology> {
  return (await whenHere()).askedSymbology(spec, dataset);
}

/**
 * The same as far as it is known.
 * @param arrived Called when there is more, or when it is known what is wrong.
 * @throws YztError for a spec that cannot be read, and for one by numbers that has no answer. What is wrong with a category is said by the question of the chart itself.
 */
export function farSymbology(spec: string, dataset: DatasetLike, arrived: () => void): Symbology | undefined {
  if (here) return here.farSymbology(spec, dataset, arrived);
  // Without its code there are no colours, and the chart is right without them.
  whenHere().then(arrived, () => undefined);
  return undefined;
}

/** Largest finite number of a field over all rows, filtered or not, that sizes of symbols are measured by; undefined if there is none above zero. */
export async function askedLargest(field: string, dataset: DatasetLike): Promise<number | undefined> {
  return (await whenHere()).askedLargest(field, dataset);
}

/**
 * Numbers of rows of each class among those that pass the filters; NaN for those that may not be told. At most one question about groups and one about the total.
 * @param model From `askedSymbology`, of the same dataset.
 * @param ignore Keys of filters that do not count: the model's own, see `filterKey`.
 */
export async function askedCounts(model: Symbology, dataset: RemoteDataset, ignore: readonly string[], signal?: AbortSignal): Promise<readonly number[]> {
  return (await whenHere()).askedCounts(model, dataset, ignore, signal);
}
