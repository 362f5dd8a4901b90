import { define } from '@yizhangtu/base/define';
import { YztRemoteDataset } from './remote-dataset.js';

define('yzt-remote-dataset', YztRemoteDataset);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-remote-dataset': YztRemoteDataset;
  }
}

export { YztRemoteDataset };
export type { EngineName } from './remote-dataset.js';
