/** What goes to the worker and what comes back. Types only. */
import type { ErrorCode } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import type { RawTable, ReadOptions } from '../readers/types.js';

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
}

export type ToWorker = { readonly id: number; readonly request: ReadRequest } | { readonly id: number; readonly cancel: true };

export type FromWorker =
  | { readonly ready: true }
  | { readonly id: number; readonly progress: number | undefined }
  | { readonly id: number; readonly table: RawTable }
  | { readonly id: number; readonly code: ErrorCode; readonly text: Text };
