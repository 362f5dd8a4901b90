import { define } from '@yizhangtu/base/define';
import { YztLayerList } from './layer-list.js';

define('yzt-layer-list', YztLayerList);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-layer-list': YztLayerList;
  }
}

export { YztLayerList };
