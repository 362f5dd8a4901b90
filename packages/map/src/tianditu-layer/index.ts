import { define } from '@yizhangtu/base/define';
import { YztTiandituLayer } from './tianditu-layer.js';

define('yzt-tianditu-layer', YztTiandituLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-tianditu-layer': YztTiandituLayer;
  }
}

export { YztTiandituLayer };
