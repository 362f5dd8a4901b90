import { define } from '@yizhangtu/base/define';
import { YztCircleWatch } from './circle-watch.js';

define('yzt-circle-watch', YztCircleWatch);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-circle-watch': YztCircleWatch;
  }
}

export { YztCircleWatch };
