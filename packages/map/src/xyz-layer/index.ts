import { define } from '@yizhangtu/base/define';
import { YztXyzLayer } from './xyz-layer.js';

export { YztXyzLayer };

define('yzt-xyz-layer', YztXyzLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-xyz-layer': YztXyzLayer;
  }
}
