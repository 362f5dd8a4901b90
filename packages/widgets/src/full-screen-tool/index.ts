import { define } from '@yizhangtu/base/define';
import { YztFullScreenTool } from './full-screen-tool.js';

define('yzt-full-screen-tool', YztFullScreenTool);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-full-screen-tool': YztFullScreenTool;
  }
}

export { YztFullScreenTool };
