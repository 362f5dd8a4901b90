import { define } from '@yizhangtu/base/define';
import { YztAttribution } from './attribution.js';

define('yzt-attribution', YztAttribution);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-attribution': YztAttribution;
  }
}

export { YztAttribution };
