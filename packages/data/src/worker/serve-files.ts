/** The worker's side of reading files. */
import { asYztError, isAbort, type ErrorCode } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import type { RawTable } from '../readers/types.js';
import { sendable, transferables } from './transferables.js';
import type { WorkerReady } from './worker-life.js';
import { readFiles, type FileRequest } from '../files/read-files.js';

/** What goes to the worker. */
export interface FileQuestion {
  readonly id: number;
  readonly request: FileRequest;
}

/** What comes back. */
export type FileAnswer =
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly table: RawTable }
  | { readonly id: number; readonly code: ErrorCode; readonly text: Text };

/** The part of a worker's global scope that is used here; the page's types and the worker's cannot be loaded together. */
interface WorkerScope {
  postMessage(message: FileAnswer | WorkerReady, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FileQuestion>) => void): void;
}

/** Nobody waits for this thread: pauses only let progress out. */
const SLICE_MS = 100;

/** Makes this worker the one that reads files. */
export function serveFiles(): void {
  const scope = globalThis as unknown as WorkerScope;
  scope.addEventListener('message', ({ data: { id, request } }) => {
    readFiles(request, { sliceMs: SLICE_MS, onProgress: (progress) => scope.postMessage({ id, progress }) }).then(
      (read) => {
        const table = sendable(read);
        scope.postMessage({ id, table }, transferables(table));
      },
      (reason: unknown) => {
        if (!isAbort(reason)) scope.postMessage({ id, ...errorOf(reason) });
      },
    );
  });
  scope.postMessage({ ready: true });
}

/** A failure in words that cross between threads. */
function errorOf(reason: unknown): { readonly code: ErrorCode; readonly text: Text } {
  const { code, text } = asYztError(reason, 'render-failed', {
    zh: `<yzt-dataset>：读取文件时出错（${String(reason)}）。`,
    en: `<yzt-dataset>: the file could not be read (${String(reason)}).`,
  });
  return { code, text };
}
