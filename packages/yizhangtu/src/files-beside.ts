/**
 * The other files stand beside the first one: a page that copies `yizhangtu.js` copies `yizhangtu.worker.js` and `yizhangtu.more.js` with it, and
 * `yizhangtu.files.js` where people open files. Where the first file is not known, data is read on the page.
 */
import { setClusterWorkerUrl } from '@yizhangtu/data/cluster';
import { setSimplifyWorkerUrl } from '@yizhangtu/data/simplify';
import { setFilesWorkerUrl, setIngestWorkerUrl } from '@yizhangtu/data/worker';
import { theDoor } from './door.js';
import { setFurtherFileUrl } from './further-file.js';

const base = theDoor()?.base;
if (base !== undefined) {
  const file = new URL('yizhangtu.worker.js', base);
  setIngestWorkerUrl(file);
  setClusterWorkerUrl(file);
  setSimplifyWorkerUrl(file);
  setFilesWorkerUrl(new URL('yizhangtu.files.js', base));
  setFurtherFileUrl(new URL('yizhangtu.more.js', base));
}
