import { define } from '@yizhangtu/base/define';
import { YztTyphoonPanel } from './typhoon-panel.js';

define('yzt-typhoon-panel', YztTyphoonPanel);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-typhoon-panel': YztTyphoonPanel;
  }
}

export { YztTyphoonPanel };
