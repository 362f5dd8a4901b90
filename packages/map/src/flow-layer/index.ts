import { define } from '@yizhangtu/base/define';
import { YztFlowLayer } from './flow-layer.js';

define('yzt-flow-layer', YztFlowLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-flow-layer': YztFlowLayer;
  }
}

export { YztFlowLayer };
