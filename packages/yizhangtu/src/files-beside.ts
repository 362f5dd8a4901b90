/** The files of the workers stand beside the script: a page that copies `yizhangtu.js` copies `yizhangtu.worker.js` with it, and `yizhangtu.files.js` where people open files. */
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
  setFilesWorkerUrl(new URL('yizhangtu.files.js', script.src));
}
