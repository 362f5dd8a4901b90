import { define } from '@yizhangtu/base/define';
import { YztImageLayer } from './image-layer.js';

define('yzt-image-layer', YztImageLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-image-layer': YztImageLayer;
  }
}

export { YztImageLayer };
