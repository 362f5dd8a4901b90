import { define } from '@yizhangtu/base/define';
import { YztIndicator } from './indicator.js';

define('yzt-indicator', YztIndicator);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-indicator': YztIndicator;
  }
}

export { YztIndicator };
