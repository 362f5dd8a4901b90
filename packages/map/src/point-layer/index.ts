import { define } from '@yizhangtu/base/define';
import { YztPointLayer } from './point-layer.js';

export { YztPointLayer };
export type { PointShape } from '../renderer/types.js';

define('yzt-point-layer', YztPointLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-point-layer': YztPointLayer;
  }
}
