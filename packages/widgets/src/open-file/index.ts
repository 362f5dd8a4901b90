import { define } from '@yizhangtu/base/define';
import { YztOpenFile } from './open-file.js';

define('yzt-open-file', YztOpenFile);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-open-file': YztOpenFile;
  }
}

export { YztOpenFile };
export type { OpenedFiles } from './open-file-events.js';
