import { define } from '@yizhangtu/base/define';
import { YztDepthLayer } from './depth-layer.js';

define('yzt-depth-layer', YztDepthLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-depth-layer': YztDepthLayer;
  }
}

export { YztDepthLayer };
