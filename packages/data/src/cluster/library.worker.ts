/** One file for every worker of the library, beside its single-file form: the name it is started with says what it is to be. */
import { serveIngest } from '../worker/serve-ingest.js';
import { serveClusters } from './serve-clusters.js';
import { WORKER_NAME } from './worker-name.js';

if ((globalThis as { name?: unknown }).name === WORKER_NAME) serveClusters();
else serveIngest();
