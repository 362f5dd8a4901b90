/** The page's side: a worker that is started for a hierarchy and ended when none is being built. */
import { hint } from '@yizhangtu/base/hints';
import { abortError, drive } from '../readers/drive.js';
import { buildTree } from './build-tree.js';
import type { ClusterTree, ClusterTreeRequest, FromClusterWorker, ToClusterWorker } from './types.js';
import { WORKER_NAME } from './worker-name.js';

interface Job {
  readonly request: ClusterTreeRequest;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (tree: ClusterTree) => void;
  readonly reject: (reason: unknown) => void;
}

/** A worker that says nothing for so long after its start will not say anything. */
const START_LIMIT_MS = 8000;
/** Milliseconds of work between two pauses where the page has to do it. */
const SLICE_MS = 8;

let workerUrl: string | URL | undefined;
let worker: Worker | undefined;
let unavailable = false;
let startTimer: ReturnType<typeof setTimeout> | undefined;
let lastId = 0;
const jobs = new Map<number, Job>();

/**
 * Says where the file of the worker is, for pages that load the library as one script. Call it before the first clustered layer; same
 * origin as the page.
 */
export function setClusterWorkerUrl(url: string | URL): void {
  workerUrl = url;
  unavailable = false;
}

/**
 * Builds a hierarchy of clusters: in a worker that ends with its last task, or here in slices where there can be none.
 * @param signal Gives the task up; a worker without any other task ends at once.
 * @throws DOMException `AbortError` when the signal says so; Error when there is not enough memory.
 */
export function clusterTree(request: ClusterTreeRequest, signal?: AbortSignal): Promise<ClusterTree> {
  if (signal?.aborted) return Promise.reject(abortError());
  const running = workerNow();
  if (!running) return drive(buildTree(request), { signal, sliceMs: SLICE_MS });
  return new Promise((resolve, reject) => {
    const id = ++lastId;
    jobs.set(id, { request, signal, resolve, reject });
    signal?.addEventListener('abort', () => cancel(id), { once: true });
    running.postMessage({ id, request } satisfies ToClusterWorker);
  });
}

/** State of the worker, for tests. */
export function clusterWorkerState(): 'none' | 'running' | 'unavailable' {
  if (unavailable) return 'unavailable';
  return worker ? 'running' : 'none';
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
  const options = { type: 'module', name: WORKER_NAME } as const;
  if (workerUrl !== undefined) return new Worker(workerUrl, options);
  // Bundlers find the worker by exactly this form.
  return new Worker(new URL('./cluster.worker.js', import.meta.url), { type: 'module', name: 'yzt-clusters' });
}

function onMessage({ data }: MessageEvent<FromClusterWorker>): void {
  clearTimeout(startTimer);
  if ('ready' in data) return;
  const job = jobs.get(data.id);
  if (!job) return;
  jobs.delete(data.id);
  if ('tree' in data) job.resolve(data.tree);
  else job.reject(new Error(data.reason));
  endIfIdle();
}

function onError(event: Event): void {
  event.preventDefault();
  giveUp();
}

/** The file did not load, or the worker broke: what it had to do is done here. */
function giveUp(): void {
  unavailable = true;
  stop();
  hint('worker-unavailable', {
    zh: '计算聚合的 Worker 无法启动（可能是内容安全策略、跨域或单文件脚本），改在页面线程中分段计算。单文件脚本请用 setClusterWorkerUrl() 指明文件。',
    en: 'The worker that builds clusters cannot start (content security policy, another origin or a single-file script); they are built on the page, in slices. With a single-file script name its file with setClusterWorkerUrl().',
  });
  const waiting = [...jobs.values()];
  jobs.clear();
  for (const { request, signal, resolve, reject } of waiting) clusterTree(request, signal).then(resolve, reject);
}

function cancel(id: number): void {
  const job = jobs.get(id);
  if (!job) return;
  jobs.delete(id);
  job.reject(abortError());
  endIfIdle();
}

function endIfIdle(): void {
  if (jobs.size === 0) stop();
}

function stop(): void {
  clearTimeout(startTimer);
  worker?.removeEventListener('message', onMessage);
  worker?.removeEventListener('error', onError);
  worker?.terminate();
  worker = undefined;
}
