import { define } from '@yizhangtu/base/define';
import { YztGraticuleLayer } from './graticule-layer.js';

export { YztGraticuleLayer };

define('yzt-graticule-layer', YztGraticuleLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-graticule-layer': YztGraticuleLayer;
  }
}
