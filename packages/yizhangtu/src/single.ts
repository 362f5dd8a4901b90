/** What `yizhangtu.js` and `yizhangtu.mjs` have in common: the whole library. What some pages only need goes into `yizhangtu.more.js`. */
import './polyfills.js';
import './files-beside.js';

export { setFurtherFileUrl } from './further-file.js';
export * from './index.js';
