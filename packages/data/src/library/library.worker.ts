/** One file for every worker of the library, beside its single-file form: the name it is started with says what it is to be. */
import { serveClusters } from '../cluster/serve-clusters.js';
import { WORKER_NAME } from '../cluster/worker-name.js';
import { serveIngest } from '../worker/serve-ingest.js';

if ((globalThis as { name?: unknown }).name === WORKER_NAME) serveClusters();
else serveIngest();
