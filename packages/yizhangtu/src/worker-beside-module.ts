/** The worker's file stands beside the module: a page that copies `yizhangtu.mjs` copies `yizhangtu.worker.js` with it. */
import { setIngestWorkerUrl } from '@yizhangtu/data/worker';

setIngestWorkerUrl(new URL(/* @vite-ignore */ 'yizhangtu.worker.js', import.meta.url));
