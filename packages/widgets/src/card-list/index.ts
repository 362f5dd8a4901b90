import { define } from '@yizhangtu/base/define';
import { YztCardList } from './card-list.js';

define('yzt-card-list', YztCardList);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-card-list': YztCardList;
  }
}

export { YztCardList };
