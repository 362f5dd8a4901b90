import { define } from '@yizhangtu/base/define';
import { YztQueryBuilder } from './query-builder.js';

define('yzt-query-builder', YztQueryBuilder);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-query-builder': YztQueryBuilder;
  }
}

export { YztQueryBuilder };
