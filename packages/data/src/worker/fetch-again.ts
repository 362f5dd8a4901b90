import { ask } from '../request/ask.js';
import { lateError, networkError } from '../request/failures.js';
import { TIME_LIMIT, Unanswered } from '../request/receive.js';
import type { FetchOptions } from './fetch-bytes.js';

/** Requests that are left after the early one. */
const LEFT = 3;

/**
 * Gets what an early request did not bring, or says why it cannot be had.
 * @param reason Why the early request failed.
 * @param begun Whether bytes of it were handed on: then there is no beginning again.
 * @throws YztError as `ask` does; DOMException `AbortError` when stopped.
 */
export async function fetchAgain(url: string, options: FetchOptions, reason: unknown, begun: boolean): Promise<void> {
  const { signal, timeLimit = TIME_LIMIT, expects, onStart, onPiece } = options;
  const request = { url, subject: 'yzt-dataset', signal, timeLimit, expects, attempts: LEFT };
  if (reason instanceof Unanswered) {
    if (reason.late) throw lateError(request, timeLimit);
    if (begun) throw networkError(request, reason.cause);
  }
  const { bytes, headers } = await ask(request);
  onStart(headers.get('content-type') ?? '', bytes.byteLength, bytes.byteLength);
  onPiece(bytes);
}
