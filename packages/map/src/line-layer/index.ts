import { define } from '@yizhangtu/base/define';
import { YztLineLayer } from './line-layer.js';

export { YztLineLayer };

define('yzt-line-layer', YztLineLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-line-layer': YztLineLayer;
  }
}
