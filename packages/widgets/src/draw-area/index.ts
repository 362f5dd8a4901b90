import { define } from '@yizhangtu/base/define';
import { YztDrawArea } from './draw-area.js';

define('yzt-draw-area', YztDrawArea);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-draw-area': YztDrawArea;
  }
}

export { YztDrawArea };
