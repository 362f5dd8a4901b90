/** Events of `<yzt-dataset>`. */
import type { Filter } from '../model/query-types.js';
import type { ReadReport } from '../model/types.js';

/** Data is there. */
export interface DatasetLoad {
  /** Rows in the dataset. */
  readonly rows: number;
  /** What the reader counted, skipped and mended. */
  readonly report: ReadReport;
}

/** Part of the loading that is done, 0 to 1; undefined while unknown. */
export interface DatasetProgress {
  readonly part: number | undefined;
}

/** Filters changed, by whichever view. */
export interface DatasetFilterChange {
  readonly filters: ReadonlyMap<string, Filter>;
}

/** Selected rows changed. */
export interface DatasetSelectionChange {
  readonly rows: readonly number[];
  /** `data` when the selection ended because other rows came in. */
  readonly cause: 'select' | 'data';
}

declare module '@yizhangtu/base/events' {
  interface YztEvents {
    /** Data of a dataset is there. */
    'yzt-load': DatasetLoad;
    /** Data of a dataset is coming in. Does not bubble. */
    'yzt-progress': DatasetProgress;
    /** Filters of a dataset changed. */
    'yzt-filter-change': DatasetFilterChange;
    /** Selected rows of a dataset changed. */
    'yzt-selection-change': DatasetSelectionChange;
  }
}
