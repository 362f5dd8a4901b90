import { define } from '@yizhangtu/base/define';
import { YztWfsLayer } from './wfs-layer.js';

define('yzt-wfs-layer', YztWfsLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-wfs-layer': YztWfsLayer;
  }
}

export { YztWfsLayer };
