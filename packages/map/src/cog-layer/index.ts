import { define } from '@yizhangtu/base/define';
import { YztCogLayer } from './cog-layer.js';

define('yzt-cog-layer', YztCogLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-cog-layer': YztCogLayer;
  }
}

export { YztCogLayer };
