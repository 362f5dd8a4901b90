import { define } from '@yizhangtu/base/define';
import { YztPolygonLayer } from './polygon-layer.js';

export { YztPolygonLayer };

define('yzt-polygon-layer', YztPolygonLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-polygon-layer': YztPolygonLayer;
  }
}
