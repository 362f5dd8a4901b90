import { define } from '@yizhangtu/base/define';
import { YztScaleLine } from './scale-line.js';

define('yzt-scale-line', YztScaleLine);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-scale-line': YztScaleLine;
  }
}

export { YztScaleLine };
export type { ScaleUnits } from './scale-bar.js';
