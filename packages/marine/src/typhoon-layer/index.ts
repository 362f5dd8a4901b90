import { define } from '@yizhangtu/base/define';
import { YztTyphoonLayer } from './typhoon-layer.js';

define('yzt-typhoon-layer', YztTyphoonLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-typhoon-layer': YztTyphoonLayer;
  }
}

export { YztTyphoonLayer };
