/** What the worker that reads does. Tables go back by transfer, without a copy. */
import { asYztError, isAbort } from '@yizhangtu/base/errors';
import { readHere } from './read-here.js';
import { transferables } from './transferables.js';
import type { FromWorker, ToWorker } from './types.js';

/** The part of a worker's global scope that is used here; the page's types and the worker's cannot be loaded together. */
interface WorkerScope {
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
/** Nobody waits for this thread but a cancel; pauses cost more than they give. */
const SLICE_MS = 120;

const running = new Map<number, AbortController>();

async function run(id: number, message: Extract<ToWorker, { request: unknown }>): Promise<void> {
  const stop = new AbortController();
  running.set(id, stop);
  try {
    const table = await readHere(message.request, {
      signal: stop.signal,
      sliceMs: SLICE_MS,
      onProgress: (progress) => scope.postMessage({ id, progress }),
    });
    if (!stop.signal.aborted) scope.postMessage({ id, table }, transferables(table));
  } catch (reason) {
    if (stop.signal.aborted || isAbort(reason)) return;
    const { code, text } = asYztError(reason, 'render-failed', {
      zh: `<yzt-dataset>：读取数据时出错（${String(reason)}）。`,
      en: `<yzt-dataset>: the data could not be read (${String(reason)}).`,
    });
    scope.postMessage({ id, code, text });
  } finally {
    running.delete(id);
  }
}

/** Makes this worker the one that reads. */
export function serveIngest(): void {
  scope.addEventListener('message', ({ data }) => {
    if ('cancel' in data) running.get(data.id)?.abort();
    else void run(data.id, data);
  });
  scope.postMessage({ ready: true });
}
