import { define } from '@yizhangtu/base/define';
import { YztFeatureTable } from './feature-table.js';

define('yzt-feature-table', YztFeatureTable);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-feature-table': YztFeatureTable;
  }
}

export { YztFeatureTable };
