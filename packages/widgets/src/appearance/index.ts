import { define } from '@yizhangtu/base/define';
import { YztAppearance } from './appearance.js';

define('yzt-appearance', YztAppearance);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-appearance': YztAppearance;
  }
}

export { YztAppearance };
