import { define } from '@yizhangtu/base/define';
import { YztHexbinLayer, type Bin, type BinFact } from './hexbin-layer.js';

export { YztHexbinLayer };
export type { Bin, BinFact };

define('yzt-hexbin-layer', YztHexbinLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-hexbin-layer': YztHexbinLayer;
  }
}
