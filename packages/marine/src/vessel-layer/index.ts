import { define } from '@yizhangtu/base/define';
import { YztVesselLayer } from './vessel-layer.js';

define('yzt-vessel-layer', YztVesselLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-vessel-layer': YztVesselLayer;
  }
}

export { YztVesselLayer };
