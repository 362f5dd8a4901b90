import { define } from '@yizhangtu/base/define';
import { YztFilterSummary } from './filter-summary.js';

define('yzt-filter-summary', YztFilterSummary);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-filter-summary': YztFilterSummary;
  }
}

export { YztFilterSummary };
