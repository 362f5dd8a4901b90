/** The page's side of the worker: one worker for all datasets, started when needed, ended when no dataset is left. */
import { abortError } from '../steps/drive.js';
import type { RawTable } from '../readers/types.js';
import { beginRequest } from './early-request.js';
import { leastBytes, mayBeSmall, SMALL_SOURCE } from './small.js';
import type { FromWorker, IngestControl, IngestRequest, ToWorker, WorkerJob, WorkerLine } from './types.js';
import { WorkerLife, type WorkerReady, type WorkerState } from './worker-life.js';

let users = 0;
let lastId = 0;
const jobs = new Map<number, WorkerJob>();

const worker = new WorkerLife<ToWorker, Exclude<FromWorker, WorkerReady>>({
  make(url) {
    if (url !== undefined) return new Worker(url, { type: 'module' });
    // Bundlers find the worker by exactly this form.
    return new Worker(new URL('./ingest.worker.js', import.meta.url), { type: 'module' });
  },
  onMessage: take,
  onReady() {
    for (const job of jobs.values()) job.onReady();
  },
  // What the worker had is read again, here.
  onLost() {
    const waiting = [...jobs.values()];
    jobs.clear();
    for (const job of waiting) job.onLost();
  },
  lost: {
    zh: '读取数据的 Worker 无法启动（可能是内容安全策略、跨域或单文件脚本），改在页面线程中读取。单文件脚本请用 setIngestWorkerUrl() 指明文件。',
    en: 'The worker that reads data cannot start (content security policy, another origin or a single-file script); data is read on the page. With a single-file script name its file with setIngestWorkerUrl().',
  },
});

/**
 * Says where the file of the worker is, for pages that load the library as one script: the copy of `ingest.worker.js` beside it.
 * Call it before the first dataset; same origin as the page.
 */
export function setIngestWorkerUrl(url: string | URL): void {
  worker.setUrl(url);
}

/** Keeps the worker while a dataset may need it. Returns the function that lets go; the last one ends the worker. */
export function holdWorker(): () => void {
  users++;
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    users--;
    endIfIdle();
  };
}

const line: WorkerLine = {
  get ready() {
    return worker.state === 'ready';
  },
  open(job) {
    if (!worker.start()) return undefined;
    jobs.set(++lastId, job);
    return lastId;
  },
  post: (message, transfer) => worker.post(message, transfer),
  cancel(id) {
    if (!jobs.delete(id)) return;
    worker.post({ id, cancel: true });
    endIfIdle();
  },
  again: ingest,
};

/**
 * Fetches and reads a source. The page asks for the bytes at once. Small GeoJSON is read here in slices, as long as no worker runs that could
 * do it; anything else is handed to the worker as it comes in, or read here where there can be none.
 * @throws YztError for everything that can go wrong with it; DOMException `AbortError` when the signal says so.
 */
export async function ingest(request: IngestRequest, control: IngestControl = {}): Promise<RawTable> {
  if (control.signal?.aborted) throw abortError();
  // A worker that is sure to be needed starts while the bytes are under way: at once, or when the answer says how many there will be.
  const early = request.url === undefined ? undefined : beginRequest(request.url, request.fresh);
  if (!mayBeSmall(request.options, request.url)) worker.start();
  else early?.response.then(startForLarge, () => undefined);
  const { readInJob } = await import('./ingest-job.js');
  return readInJob(request, early, control, line);
}

function startForLarge(response: Response): void {
  if (response.ok && leastBytes(response) > SMALL_SOURCE && users > 0) worker.start();
}

function take(data: Exclude<FromWorker, WorkerReady>): void {
  const job = jobs.get(data.id);
  if (!job) return;
  if ('progress' in data) return job.onProgress(data.progress);
  if ('rows' in data) return job.onRows(data.rows);
  jobs.delete(data.id);
  if ('table' in data) job.onTable(data.table);
  else job.onError(data.code, data.text);
  endIfIdle();
}

function endIfIdle(): void {
  if (users === 0 && jobs.size === 0) worker.stop();
}

/** State of the worker, for tests. */
export function workerState(): WorkerState {
  return worker.state;
}
