import { define } from '@yizhangtu/base/define';
import { YztArcgisFeaturesLayer } from './arcgis-features-layer.js';

define('yzt-arcgis-features-layer', YztArcgisFeaturesLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-arcgis-features-layer': YztArcgisFeaturesLayer;
  }
}

export { YztArcgisFeaturesLayer };
