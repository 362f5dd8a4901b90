import { define } from '@yizhangtu/base/define';
import { YztPrintTool } from './print-tool.js';

define('yzt-print-tool', YztPrintTool);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-print-tool': YztPrintTool;
  }
}

export { YztPrintTool };
