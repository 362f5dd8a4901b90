import { define } from '@yizhangtu/base/define';
import { YztField } from './field.js';

define('yzt-field', YztField);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-field': YztField;
  }
}

export { YztField };
