import { define } from '@yizhangtu/base/define';
import { YztFilter } from './filter.js';

define('yzt-filter', YztFilter);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-filter': YztFilter;
  }
}

export { YztFilter };
