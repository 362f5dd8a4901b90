import { define } from '@yizhangtu/base/define';
import { YztVectorTileLayer } from './vector-tile-layer.js';

define('yzt-vector-tile-layer', YztVectorTileLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-vector-tile-layer': YztVectorTileLayer;
  }
}

export { YztVectorTileLayer };
