import { define } from '@yizhangtu/base/define';
import { YztPointLayer, type ClusterMode, type PointShape } from './point-layer.js';

export { YztPointLayer };
export type { ClusterMode, PointShape };

define('yzt-point-layer', YztPointLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-point-layer': YztPointLayer;
  }
}
