/** The page's side of the worker: one worker for all datasets, started when needed, ended when no dataset is left. */
import { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import { abortError } from '../readers/drive.js';
import type { RawTable } from '../readers/types.js';
import { beginRequest } from './early-request.js';
import type { FromWorker, IngestControl, IngestRequest, ReadRequest, ToWorker } from './types.js';

interface Job {
  /** What was asked for, to do it again should the worker break: its bytes went with it. */
  readonly request: IngestRequest;
  /** The bytes, while it is not yet known whether the worker starts at all. */
  held?: ReadRequest | undefined;
  readonly control: IngestControl;
  readonly resolve: (table: RawTable) => void;
  readonly reject: (reason: unknown) => void;
}

/** A worker that says nothing for so long after its start will not say anything. */
const START_LIMIT_MS = 8000;

let workerUrl: string | URL | undefined;
let worker: Worker | undefined;
let ready = false;
let unavailable = false;
let startTimer: ReturnType<typeof setTimeout> | undefined;
let users = 0;
let lastId = 0;
const jobs = new Map<number, Job>();

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

/** The transfer is this part of the whole, reading the rest. */
const TRANSFER = 0.6;

/**
 * Fetches and reads a source. The page asks for the bytes at once, while the worker still starts; reading them is the worker's work,
 * or done here in slices where there can be none.
 * @throws YztError for everything that can go wrong with it; DOMException `AbortError` when the signal says so.
 */
export function ingest(request: IngestRequest, control: IngestControl = {}): Promise<RawTable> {
  if (control.signal?.aborted) return Promise.reject(abortError());
  workerNow();
  return request.url === undefined ? read(request, request, control) : fetchAndRead(request, request.url, control);
}

async function fetchAndRead(request: IngestRequest, url: string, control: IngestControl): Promise<RawTable> {
  const { signal, onProgress } = control;
  const early = beginRequest(url, request.fresh);
  const { fetchBytes, readingOptions } = await import('./fetch-bytes.js');
  const fetched = await fetchBytes(url, early, {
    signal,
    timeLimit: request.timeLimit,
    onProgress: (part) => onProgress?.(part === undefined ? undefined : TRANSFER * part),
  });
  const options = readingOptions(request.options, url, fetched.contentType);
  return read({ bytes: fetched.bytes, options }, request, {
    signal,
    onProgress: (part) => onProgress?.(part === undefined ? undefined : TRANSFER + (1 - TRANSFER) * part),
  });
}

/**
 * Reads bytes in the worker. One that is still starting gets a copy, which waits in its queue: telling it only once it says that it is
 * ready would lose the time until this thread has room to listen.
 */
async function read(bytes: ReadRequest, request: IngestRequest, control: IngestControl): Promise<RawTable> {
  if (control.signal?.aborted) throw abortError();
  const running = workerNow();
  if (!running) return readOnPage(bytes, control);
  return new Promise((resolve, reject) => {
    const id = ++lastId;
    jobs.set(id, { request, control, resolve, reject, ...(!ready && { held: bytes }) });
    control.signal?.addEventListener('abort', () => cancel(id), { once: true });
    running.postMessage({ id, request: bytes } satisfies ToWorker, ready && bytes.bytes && request.url !== undefined ? [bytes.bytes] : []);
  });
}

async function readOnPage(request: ReadRequest, control: IngestControl): Promise<RawTable> {
  const { readHere } = await import('./read-here.js');
  return readHere(request, control);
}

function cancel(id: number): void {
  const job = jobs.get(id);
  if (!job) return;
  jobs.delete(id);
  worker?.postMessage({ id, cancel: true } satisfies ToWorker);
  job.reject(abortError());
  endIfIdle();
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
    for (const job of jobs.values()) job.held = undefined;
    return;
  }
  const job = jobs.get(data.id);
  if (!job) return;
  if ('progress' in data) {
    job.control.onProgress?.(data.progress);
    return;
  }
  jobs.delete(data.id);
  if ('table' in data) job.resolve(data.table);
  else job.reject(new YztError(data.code, data.text));
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
  for (const { request, held, control, resolve, reject } of waiting) {
    (held ? readOnPage(held, control) : ingest(request, control)).then(resolve, reject);
  }
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
