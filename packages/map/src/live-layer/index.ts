import { define } from '@yizhangtu/base/define';
import { YztLiveLayer } from './live-layer.js';

define('yzt-live-layer', YztLiveLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-live-layer': YztLiveLayer;
  }
}

export { YztLiveLayer };
