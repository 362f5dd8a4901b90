import { define } from '@yizhangtu/base/define';
import { YztOlLayer } from './ol-layer.js';

export { YztOlLayer };

define('yzt-ol-layer', YztOlLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-ol-layer': YztOlLayer;
  }
}
