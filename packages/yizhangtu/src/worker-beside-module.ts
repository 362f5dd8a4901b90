/** The files of the workers stand beside the module: a page that copies `yizhangtu.mjs` copies `yizhangtu.worker.js` with it, and `yizhangtu.files.js` where people open files. */
import { setClusterWorkerUrl } from '@yizhangtu/data/cluster';
import { setSimplifyWorkerUrl } from '@yizhangtu/data/simplify';
import { setFilesWorkerUrl, setIngestWorkerUrl } from '@yizhangtu/data/worker';

const file = new URL(/* @vite-ignore */ 'yizhangtu.worker.js', import.meta.url);
setIngestWorkerUrl(file);
setClusterWorkerUrl(file);
setSimplifyWorkerUrl(file);
setFilesWorkerUrl(new URL(/* @vite-ignore */ 'yizhangtu.files.js', import.meta.url));
