import { define } from '@yizhangtu/base/define';
import { YztIserverLayer } from './iserver-layer.js';

define('yzt-iserver-layer', YztIserverLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-iserver-layer': YztIserverLayer;
  }
}

export { YztIserverLayer };
