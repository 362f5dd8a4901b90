import { define } from '@yizhangtu/base/define';
import { YztPmtilesLayer } from './pmtiles-layer.js';

define('yzt-pmtiles-layer', YztPmtilesLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-pmtiles-layer': YztPmtilesLayer;
  }
}

export { YztPmtilesLayer };
