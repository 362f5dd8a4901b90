/** Bytes from an address, with progress and a time limit, handed on as they come. */
import { isAbort } from '@yizhangtu/base/errors';
import { withoutSecrets } from '../request/address.js';
import { receive, TIME_LIMIT, type EarlyRequest } from '../request/receive.js';
import type { ReadOptions } from '../readers/types.js';
import { leastBytes } from './small.js';

export interface FetchOptions {
  readonly signal: AbortSignal | undefined;
  /** Seconds. Default 30. */
  readonly timeLimit: number | undefined;
  /** What an answer is held against that is no data. */
  readonly expects: 'json' | 'bytes';
  /** The answer begins: its type, how many bytes will come (0 if unknown), and how many at least. */
  readonly onStart: (contentType: string, size: number, least: number) => void;
  /** Bytes have come; they are the listener's. */
  readonly onPiece: (piece: Uint8Array) => void;
}

/** What the reader is told about bytes from an address: their name for people, and what the server says they are. */
export function readingOptions(options: ReadOptions, url: string, contentType: string): ReadOptions {
  return { ...options, name: options.name ?? withoutSecrets(url), ...(contentType !== '' && { contentType }) };
}

/** Why an answer is no beginning of data: its status, or a web page. */
class NoData extends Error {}

/**
 * Hands on the bytes of a request that is on its way, as they come in. One that brings none is put again by the request layer, which knows
 * when that helps and what to say; it is fetched only then.
 * @throws YztError as `ask` does; DOMException `AbortError` when stopped.
 */
export async function fetchBytes(url: string, early: EarlyRequest, options: FetchOptions): Promise<void> {
  const { signal, timeLimit = TIME_LIMIT, onStart, onPiece } = options;
  let begun = false;
  try {
    await receive(early, {
      signal,
      timeLimit,
      onStart: (response) => {
        if (!response.ok || /^text\/html\b/i.test(response.headers.get('content-type') ?? '')) throw new NoData();
        begun = true;
        onStart(response.headers.get('content-type') ?? '', sizeOf(response), leastBytes(response));
      },
      onPiece,
    });
  } catch (reason) {
    if (isAbort(reason)) throw reason;
    const { fetchAgain } = await import('./fetch-again.js');
    await fetchAgain(url, options, reason, begun);
  }
}

/** Bytes that will come; 0 if unknown: a server that compresses says no usable length. */
function sizeOf({ headers }: Response): number {
  return headers.has('content-encoding') ? 0 : Number(headers.get('content-length') ?? 0) || 0;
}
