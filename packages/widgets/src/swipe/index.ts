import { define } from '@yizhangtu/base/define';
import { YztSwipe } from './swipe.js';

define('yzt-swipe', YztSwipe);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-swipe': YztSwipe;
  }
}

export { YztSwipe };
export type { SwipeDetail } from './swipe.js';
