import { define } from '@yizhangtu/base/define';
import { YztHomeTool } from './home-tool.js';

define('yzt-home-tool', YztHomeTool);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-home-tool': YztHomeTool;
  }
}

export { YztHomeTool };
