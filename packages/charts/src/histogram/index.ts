import { define } from '@yizhangtu/base/define';
import { YztHistogram } from './histogram.js';

define('yzt-histogram', YztHistogram);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-histogram': YztHistogram;
  }
}

export { YztHistogram };
