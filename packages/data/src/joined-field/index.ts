import { define } from '@yizhangtu/base/define';
import { YztJoinedField } from './joined-field.js';

define('yzt-joined-field', YztJoinedField);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-joined-field': YztJoinedField;
  }
}

export { YztJoinedField };
