import { define } from '@yizhangtu/base/define';
import { YztSparkline } from './sparkline.js';

define('yzt-sparkline', YztSparkline);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-sparkline': YztSparkline;
  }
}

export { YztSparkline };
