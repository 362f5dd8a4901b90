import { define } from '@yizhangtu/base/define';
import { YztShareTool } from './share-tool.js';

define('yzt-share-tool', YztShareTool);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-share-tool': YztShareTool;
  }
}

export { YztShareTool };
