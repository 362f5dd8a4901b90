import { define } from '@yizhangtu/base/define';
import { YztBubbleLayer } from './bubble-layer.js';

export { YztBubbleLayer };

define('yzt-bubble-layer', YztBubbleLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-bubble-layer': YztBubbleLayer;
  }
}
