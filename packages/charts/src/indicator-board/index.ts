import { define } from '@yizhangtu/base/define';
import { YztIndicatorBoard } from './indicator-board.js';

define('yzt-indicator-board', YztIndicatorBoard);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-indicator-board': YztIndicatorBoard;
  }
}

export { YztIndicatorBoard };
