import { define } from '@yizhangtu/base/define';
import { YztGridLayer, type Bin, type BinFact } from './grid-layer.js';

export { YztGridLayer };
export type { Bin, BinFact };

define('yzt-grid-layer', YztGridLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-grid-layer': YztGridLayer;
  }
}
