import { define } from '@yizhangtu/base/define';
import { YztGeoparquetLayer } from './geoparquet-layer.js';

define('yzt-geoparquet-layer', YztGeoparquetLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-geoparquet-layer': YztGeoparquetLayer;
  }
}

export { YztGeoparquetLayer };
