/**
 * One file for the workers of the library, beside its single-file form: the name it is started with says what it is to be. Readers of rare
 * formats are larger than all of these; they have a file of their own.
 */
import { serveClusters } from '../cluster/serve-clusters.js';
import { WORKER_NAME } from '../cluster/worker-name.js';
import { serveRanks } from '../simplify/serve-ranks.js';
import { RANKS_WORKER_NAME } from '../simplify/worker-name.js';
import { serveIngest } from '../worker/serve-ingest.js';

const { name } = globalThis as { name?: unknown };
if (name === WORKER_NAME) serveClusters();
else if (name === RANKS_WORKER_NAME) serveRanks();
else serveIngest();
