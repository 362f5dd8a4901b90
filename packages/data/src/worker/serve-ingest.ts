/** What the worker that reads does. Tables go back by transfer, without a copy. */
import { asYztError, isAbort } from '@yizhangtu/base/errors';
import { drive } from '../steps/drive.js';
import { readingOf } from '../readers/read-table.js';
import { StreamedSource } from '../readers/streamed-source.js';
import type { RawTable, Reading } from '../readers/types.js';
import { joined } from '../steps/joined.js';
import { sendable, transferables } from './transferables.js';
import type { FromWorker, StreamBytes, ToWorker } from './types.js';

/** The part of a worker's global scope that is used here; the page's types and the worker's cannot be loaded together. */
interface WorkerScope {
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
/** Nobody waits for this thread but a cancel; pauses cost more than they give. */
const SLICE_MS = 120;

/** Sources whose bytes still come. */
const sources = new Map<number, StreamedSource>();
/** Readings of what is all there. */
const running = new Map<number, AbortController>();

async function run(id: number, reading: Reading<RawTable>): Promise<void> {
  const stop = new AbortController();
  running.set(id, stop);
  try {
    const read = await drive(reading, { signal: stop.signal, sliceMs: SLICE_MS, onProgress: (progress) => scope.postMessage({ id, progress }) });
    const table = sendable(read);
    if (!stop.signal.aborted) scope.postMessage({ id, table }, transferables(table));
  } catch (reason) {
    if (!stop.signal.aborted && !isAbort(reason)) sayError(id, reason);
  } finally {
    running.delete(id);
  }
}

function sayError(id: number, reason: unknown): void {
  const { code, text } = asYztError(reason, 'render-failed', {
    zh: `<yzt-dataset>：读取数据时出错（${String(reason)}）。`,
    en: `<yzt-dataset>: the data could not be read (${String(reason)}).`,
  });
  scope.postMessage({ id, code, text });
}

function take({ id, pieces, start, end }: StreamBytes): void {
  if (start && end) {
    void run(id, readingOf({ bytes: joined(pieces) }, start.options));
    return;
  }
  if (start) sources.set(id, new StreamedSource(start.options, start.size));
  // Bytes of a job that was ended meanwhile belong to nobody.
  const source = sources.get(id);
  if (!source) return;
  for (const piece of pieces) source.push(piece);
  if (end) {
    sources.delete(id);
    void run(id, source.finish());
    return;
  }
  source.advance();
  const rows = source.preview();
  if (rows) scope.postMessage({ id, rows }, transferables(rows));
}

/** Makes this worker the one that reads. */
export function serveIngest(): void {
  scope.addEventListener('message', ({ data }) => {
    if ('cancel' in data) {
      sources.delete(data.id);
      running.get(data.id)?.abort();
      return;
    }
    try {
      take(data);
    } catch (reason) {
      sources.delete(data.id);
      sayError(data.id, reason);
    }
  });
  scope.postMessage({ ready: true });
}
