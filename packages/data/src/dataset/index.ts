import { define } from '@yizhangtu/base/define';
import { YztDataset } from './dataset.js';

define('yzt-dataset', YztDataset);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-dataset': YztDataset;
  }
}

export { YztDataset };
export type { DatasetFilterChange, DatasetLoad, DatasetProgress, DatasetSelectionChange } from './events.js';
