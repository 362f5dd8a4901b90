import { define } from '@yizhangtu/base/define';
import { YztArcgisLayer } from './arcgis-layer.js';

define('yzt-arcgis-layer', YztArcgisLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-arcgis-layer': YztArcgisLayer;
  }
}

export { YztArcgisLayer };
