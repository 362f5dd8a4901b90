import { define } from '@yizhangtu/base/define';
import { YztWmtsLayer } from './wmts-layer.js';

define('yzt-wmts-layer', YztWmtsLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-wmts-layer': YztWmtsLayer;
  }
}

export { YztWmtsLayer };
