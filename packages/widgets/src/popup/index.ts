import { define } from '@yizhangtu/base/define';
import { YztPopup } from './popup.js';

define('yzt-popup', YztPopup);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-popup': YztPopup;
  }
}

export { YztPopup };
