/** What linking knows of a dataset on the page. Types only. */
import type { YztError } from '@yizhangtu/base/errors';
import type { ReactiveControllerHost } from 'lit';
import type { DatasetLike } from '../model/dataset-like.js';

/** A dataset with the state of its loading: what `<yzt-dataset>` and `<yzt-remote-dataset>` have, and a private loader as well. */
export interface DatasetSource {
  readonly dataset: DatasetLike;
  readonly loading: boolean;
  /** Part that has arrived, 0 to 1; undefined while unknown. */
  readonly progress: number | undefined;
  readonly error: YztError | undefined;
  /** Calls `listener` after each change of `loading`, `progress` or `error`. Returns the function that ends it. */
  onState(listener: () => void): () => void;
}

/** A `<yzt-dataset>` or `<yzt-remote-dataset>`, as far as others need to know it. */
export interface DatasetElement extends Element, DatasetSource {}

/**
 * An element that works with a dataset. It has a property and attribute `dataset` (an id, a `Dataset` or a `<yzt-dataset>`); elements
 * that take data of their own have `src` too, which counts only without `dataset`.
 */
export interface DatasetHost extends Element, ReactiveControllerHost {}
