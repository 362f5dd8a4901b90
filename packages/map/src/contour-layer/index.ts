import { define } from '@yizhangtu/base/define';
import { YztContourLayer } from './contour-layer.js';

define('yzt-contour-layer', YztContourLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-contour-layer': YztContourLayer;
  }
}

export { YztContourLayer };
export type { BandLook } from './band-look.js';
