/** The page's side of the worker: one worker for all datasets, started when needed, ended when no dataset is left. */
import { hint } from '@yizhangtu/base/hints';
import { abortError } from '../readers/drive.js';
import type { RawTable } from '../readers/types.js';
import { beginRequest } from './early-request.js';
import type { FromWorker, IngestControl, IngestRequest, ToWorker, WorkerJob, WorkerLine } from './types.js';

/** A worker that says nothing for so long after its start will not say anything. */
const START_LIMIT_MS = 8000;

let workerUrl: string | URL | undefined;
let worker: Worker | undefined;
let ready = false;
let unavailable = false;
let startTimer: ReturnType<typeof setTimeout> | undefined;
let users = 0;
let lastId = 0;
const jobs = new Map<number, WorkerJob>();

/**
 * Says where the file of the worker is, for pages that load the library as one script: the copy of `ingest.worker.js` beside it.
 * Call it before the first dataset; same origin as the page.
 */
export function setIngestWorkerUrl(url: string | URL): void {
  workerUrl = url;
  unavailable = false;
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
    return ready;
  },
  open(job) {
    if (!workerNow()) return undefined;
    jobs.set(++lastId, job);
    return lastId;
  },
  post: (message, transfer) => worker?.postMessage(message, transfer),
  cancel(id) {
    if (!jobs.delete(id)) return;
    worker?.postMessage({ id, cancel: true } satisfies ToWorker);
    endIfIdle();
  },
  again: ingest,
};

/**
 * Fetches and reads a source. The page asks for the bytes at once, while the worker still starts, and hands them on as they come in;
 * reading them is the worker's work, or done here in slices where there can be none.
 * @throws YztError for everything that can go wrong with it; DOMException `AbortError` when the signal says so.
 */
export async function ingest(request: IngestRequest, control: IngestControl = {}): Promise<RawTable> {
  if (control.signal?.aborted) throw abortError();
  workerNow();
  const early = request.url === undefined ? undefined : beginRequest(request.url, request.fresh);
  const { readInJob } = await import('./ingest-job.js');
  return readInJob(request, early, control, line);
}

function workerNow(): Worker | undefined {
  if (worker || unavailable) return worker;
  try {
    worker = start();
  } catch {
    // No workers, or the file is on another origin.
    giveUp();
    return undefined;
  }
  worker.addEventListener('message', onMessage);
  worker.addEventListener('error', onError);
  startTimer = setTimeout(giveUp, START_LIMIT_MS);
  return worker;
}

function start(): Worker {
  if (workerUrl !== undefined) return new Worker(workerUrl, { type: 'module' });
  // Bundlers find the worker by exactly this form.
  return new Worker(new URL('./ingest.worker.js', import.meta.url), { type: 'module' });
}

function onMessage({ data }: MessageEvent<FromWorker>): void {
  if ('ready' in data) {
    ready = true;
    clearTimeout(startTimer);
    for (const job of jobs.values()) job.onReady();
    return;
  }
  const job = jobs.get(data.id);
  if (!job) return;
  if ('progress' in data) return job.onProgress(data.progress);
  if ('rows' in data) return job.onRows(data.rows);
  jobs.delete(data.id);
  if ('table' in data) job.onTable(data.table);
  else job.onError(data.code, data.text);
  endIfIdle();
}

/** Before it is ready: the file did not load. After: out of memory or the like; what it had is read again here. */
function onError(event: Event): void {
  event.preventDefault();
  giveUp();
}

function giveUp(): void {
  unavailable = true;
  stop();
  hint('worker-unavailable', {
    zh: '读取数据的 Worker 无法启动（可能是内容安全策略、跨域或单文件脚本），改在页面线程中读取。单文件脚本请用 setIngestWorkerUrl() 指明文件。',
    en: 'The worker that reads data cannot start (content security policy, another origin or a single-file script); data is read on the page. With a single-file script name its file with setIngestWorkerUrl().',
  });
  const waiting = [...jobs.values()];
  jobs.clear();
  for (const job of waiting) job.onLost();
}

function stop(): void {
  clearTimeout(startTimer);
  worker?.removeEventListener('message', onMessage);
  worker?.removeEventListener('error', onError);
  worker?.terminate();
  worker = undefined;
  ready = false;
}

function endIfIdle(): void {
  if (users === 0 && jobs.size === 0) stop();
}

/** State of the worker, for tests. */
export function workerState(): 'none' | 'starting' | 'ready' | 'unavailable' {
  if (unavailable) return 'unavailable';
  return worker ? (ready ? 'ready' : 'starting') : 'none';
}
