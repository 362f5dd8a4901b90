export { holdWorker, ingest, setIngestWorkerUrl, workerState } from './client.js';
export { setFilesWorkerUrl } from './files-client.js';
export type { IngestControl, IngestRequest } from './types.js';
