/** The worker's file stands beside the script: a page that copies `yizhangtu.js` copies `yizhangtu.worker.js` with it. */
import { setClusterWorkerUrl } from '@yizhangtu/data/cluster';
import { setSimplifyWorkerUrl } from '@yizhangtu/data/simplify';
import { setFilesWorkerUrl, setIngestWorkerUrl } from '@yizhangtu/data/worker';

// Only while the script runs; a bundler that inlines it has no script of that name, and data is read on the page.
const script = document.currentScript;
if (script instanceof HTMLScriptElement && script.src !== '') {
  const file = new URL('yizhangtu.worker.js', script.src);
  setIngestWorkerUrl(file);
  setClusterWorkerUrl(file);
  setSimplifyWorkerUrl(file);
  setFilesWorkerUrl(file);
}
