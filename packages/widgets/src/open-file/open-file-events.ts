/** What the element tells the page. */
import type { Dataset } from '@yizhangtu/data/model';
import type { LayerElement } from '@yizhangtu/map/layer';

/** A file that was read. */
export interface OpenedFiles {
  /** Name of the file. */
  readonly name: string;
  /** Its rows. */
  readonly dataset: Dataset;
  /** Layers that were made for it; none where it became the rows of a dataset of the page, or has no places. */
  readonly layers: readonly LayerElement[];
}

declare module '@yizhangtu/base/events' {
  interface YztEvents {
    'yzt-open': OpenedFiles;
  }
}
