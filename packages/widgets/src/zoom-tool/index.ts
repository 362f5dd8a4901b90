import { define } from '@yizhangtu/base/define';
import { YztZoomTool } from './zoom-tool.js';

define('yzt-zoom-tool', YztZoomTool);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-zoom-tool': YztZoomTool;
  }
}

export { YztZoomTool };
