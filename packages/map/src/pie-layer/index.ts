import { define } from '@yizhangtu/base/define';
import { YztPieLayer } from './pie-layer.js';

export { YztPieLayer };

define('yzt-pie-layer', YztPieLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-pie-layer': YztPieLayer;
  }
}
