import { define } from '@yizhangtu/base/define';
import { YztWmsLayer } from './wms-layer.js';

define('yzt-wms-layer', YztWmsLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-wms-layer': YztWmsLayer;
  }
}

export { YztWmsLayer };
