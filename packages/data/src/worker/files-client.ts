/** The page's side: a worker that is started for a file and ended when none is being read. */
import { YztError } from '@yizhangtu/base/errors';
import { abortError } from '../steps/drive.js';
import type { RawTable } from '../readers/types.js';
import { received } from './transferables.js';
import { WorkerLife, type WorkerReady } from './worker-life.js';
import type { FileRequest } from '../files/read-files.js';
import type { FileAnswer, FileQuestion } from './serve-files.js';

/** How a reading is watched and stopped. */
export interface FileControl {
  readonly signal?: AbortSignal | undefined;
  /** Part done, 0 to 1. */
  readonly onProgress?: ((part: number) => void) | undefined;
}

interface Job {
  readonly request: FileRequest;
  readonly control: FileControl;
  readonly resolve: (table: RawTable | Promise<RawTable>) => void;
  readonly reject: (reason: unknown) => void;
}

let lastId = 0;
const jobs = new Map<number, Job>();
/** A worker has run: where one breaks off later, it was for want of memory. */
let ran = false;

const worker = new WorkerLife<FileQuestion, Exclude<FileAnswer, WorkerReady>>({
  make(url) {
    if (url !== undefined) return new Worker(url, { type: 'module', name: 'yzt-files' });
    // Bundlers find the worker by exactly this form.
    return new Worker(new URL('./files.worker.js', import.meta.url), { type: 'module', name: 'yzt-files' });
  },
  onMessage: take,
  onReady() {
    ran = true;
  },
  onLost() {
    const waiting = [...jobs.values()];
    jobs.clear();
    for (const { request, control, resolve, reject } of waiting) {
      // What has broken a worker would break the page.
      if (ran) reject(broken(request));
      else resolve(readHere(request, control));
    }
  },
  lost: {
    zh: '读取文件的 Worker 无法启动（可能是内容安全策略、跨域或单文件脚本），改在页面线程中分段读取。单文件脚本请用 setFilesWorkerUrl() 指明文件。',
    en: 'The worker that reads files cannot start (content security policy, another origin or a single-file script); they are read on the page, in slices. With a single-file script name its file with setFilesWorkerUrl().',
  },
});

/** Says where the file of the worker is, for pages that load the library as one script. Call it before the first file; same origin as the page. */
export function setFilesWorkerUrl(url: string | URL): void {
  worker.setUrl(url);
}

/**
 * Reads files into one table. Their bytes are copied, so that the page keeps them.
 * @throws YztError for everything that can be wrong with them; DOMException `AbortError` when the signal says so.
 */
export function readInWorker(request: FileRequest, control: FileControl = {}): Promise<RawTable> {
  const { signal } = control;
  if (signal?.aborted) return Promise.reject(abortError());
  if (!worker.start()) return readHere(request, control);
  return new Promise((resolve, reject) => {
    const id = ++lastId;
    jobs.set(id, { request, control, resolve, reject });
    signal?.addEventListener('abort', () => cancel(id), { once: true });
    worker.post({ id, request });
  });
}

function broken({ files }: FileRequest): YztError {
  const name = files[0]?.name ?? 'data';
  return new YztError('worker-unavailable', {
    zh: `<yzt-dataset>：读取 ${name} 时后台线程中断，可能是文件过大、内存不足。请分成较小的文件。`,
    en: `<yzt-dataset>: the worker broke off while it read ${name}; the file may be too large for the memory. Split it.`,
  });
}

async function readHere(request: FileRequest, control: FileControl): Promise<RawTable> {
  const { readFiles } = await import('../files/read-files.js');
  return readFiles(request, control);
}

function take(answer: FileAnswer): void {
  const job = jobs.get(answer.id);
  if (!job) return;
  if ('progress' in answer) return job.control.onProgress?.(answer.progress);
  jobs.delete(answer.id);
  if ('table' in answer) job.resolve(received(answer.table));
  else job.reject(new YztError(answer.code, answer.text));
  endIfIdle();
}

/** A worker in the middle of a file cannot be stopped but by its end; others in it begin anew. */
function cancel(id: number): void {
  const job = jobs.get(id);
  if (!job) return;
  jobs.delete(id);
  job.reject(abortError());
  worker.stop();
  if (jobs.size === 0 || !worker.start()) return;
  for (const [other, { request }] of jobs) worker.post({ id: other, request });
}

function endIfIdle(): void {
  if (jobs.size === 0) worker.stop();
}

/** State of the worker, for tests. */
export function filesWorkerState(): string {
  return worker.state;
}
