import { define } from '@yizhangtu/base/define';
import { YztRandomDraw } from './random-draw.js';

define('yzt-random-draw', YztRandomDraw);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-random-draw': YztRandomDraw;
  }
}

export { YztRandomDraw };
export type { DrawDetail } from './random-draw.js';
