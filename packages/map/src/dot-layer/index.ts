import { define } from '@yizhangtu/base/define';
import { YztDotLayer } from './dot-layer.js';

export { YztDotLayer };

define('yzt-dot-layer', YztDotLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-dot-layer': YztDotLayer;
  }
}
