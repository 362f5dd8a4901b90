import { define } from '@yizhangtu/base/define';
import { YztLandUseTable } from './land-use-table.js';

define('yzt-land-use-table', YztLandUseTable);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-land-use-table': YztLandUseTable;
  }
}

export { YztLandUseTable };
