/** What goes to the worker and what comes back. Types only. */
import type { ErrorCode } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import type { RawTable, ReadOptions } from '../readers/types.js';
import type { WorkerReady } from './worker-life.js';

/** Bytes to be read. */
export interface ReadRequest {
  readonly bytes?: ArrayBuffer;
  readonly options: ReadOptions;
}

/** Data to be read: from an address, or bytes at hand. */
export interface IngestRequest extends ReadRequest {
  /** Absolute address. */
  readonly url?: string;
  /** Seconds until an answer must be there; a large file gets more while it keeps coming. Default 30. */
  readonly timeLimit?: number;
  /** True to ask the server again instead of the cache. */
  readonly fresh?: boolean;
}

/** How a job is watched and stopped. */
export interface IngestControl {
  readonly signal?: AbortSignal | undefined;
  /** Part done, 0 to 1; undefined while the size is unknown. */
  readonly onProgress?: ((part: number | undefined) => void) | undefined;
  /** First rows of a large source whose rest is under way. All of them come again, as the same rows, with the table. */
  readonly onRows?: ((table: RawTable) => void) | undefined;
}

/** How the bytes of a job are to be read, and how many will come (0 if unknown). */
export interface StreamStart {
  readonly options: ReadOptions;
  readonly size: number;
}

/** Bytes of a job. The first message says how to read them, the last that there are no more; one may be both. */
export interface StreamBytes {
  readonly id: number;
  readonly pieces: readonly Uint8Array[];
  readonly start?: StreamStart;
  readonly end?: boolean;
}

export type ToWorker = StreamBytes | { readonly id: number; readonly cancel: true };

export type FromWorker =
  | WorkerReady
  | { readonly id: number; readonly progress: number | undefined }
  | { readonly id: number; readonly rows: RawTable }
  | { readonly id: number; readonly table: RawTable }
  | { readonly id: number; readonly code: ErrorCode; readonly text: Text };

/** What a job hears of its worker. */
export interface WorkerJob {
  /** The worker has started: what was sent has come to somebody. */
  onReady(): void;
  /** There is no worker any more. */
  onLost(): void;
  onProgress(part: number | undefined): void;
  onRows(table: RawTable): void;
  onTable(table: RawTable): void;
  onError(code: ErrorCode, text: Text): void;
}

/** The worker as jobs see it. */
export interface WorkerLine {
  /** True once the worker has said that it runs. */
  readonly ready: boolean;
  /** Takes a job in and gives its number; undefined where there can be no worker. */
  open(job: WorkerJob): number | undefined;
  post(message: ToWorker, transfer: Transferable[]): void;
  /** Forgets a job and stops it in the worker. */
  cancel(id: number): void;
  /** Does a job from the beginning. */
  again(request: IngestRequest, control: IngestControl): Promise<RawTable>;
}
