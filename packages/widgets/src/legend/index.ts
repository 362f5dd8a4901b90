import { define } from '@yizhangtu/base/define';
import { YztLegend } from './legend.js';

define('yzt-legend', YztLegend);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-legend': YztLegend;
  }
}

export { YztLegend };
