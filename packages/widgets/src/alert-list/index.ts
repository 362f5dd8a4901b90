import { define } from '@yizhangtu/base/define';
import { YztAlertList } from './alert-list.js';

define('yzt-alert-list', YztAlertList);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-alert-list': YztAlertList;
  }
}

export { YztAlertList };
