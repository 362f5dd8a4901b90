import { define } from '@yizhangtu/base/define';
import { YztLandUseLayer } from './land-use-layer.js';

define('yzt-land-use-layer', YztLandUseLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-land-use-layer': YztLandUseLayer;
  }
}

export { YztLandUseLayer };
