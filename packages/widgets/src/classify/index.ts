import { define } from '@yizhangtu/base/define';
import { YztClassify } from './classify.js';

define('yzt-classify', YztClassify);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-classify': YztClassify;
  }
}

export { YztClassify };
