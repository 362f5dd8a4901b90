import { define } from '@yizhangtu/base/define';
import { YztFeatureList } from './feature-list.js';

define('yzt-feature-list', YztFeatureList);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-feature-list': YztFeatureList;
  }
}

export { YztFeatureList };
