/** Bytes from an address, with progress, a time limit and a sentence for each way it can fail. */
import { isAbort, YztError, type ErrorCode } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { abortError } from '../steps/drive.js';
import type { ReadOptions } from '../readers/types.js';
import type { EarlyRequest } from './early-request.js';
import { leastBytes } from './small.js';

export interface FetchOptions {
  readonly signal: AbortSignal | undefined;
  /** Seconds. Default 30. */
  readonly timeLimit: number | undefined;
  /** The answer begins: its type, how many bytes will come (0 if unknown), and how many at least. */
  readonly onStart: (contentType: string, size: number, least: number) => void;
  /** Bytes have come; they are the listener's. */
  readonly onPiece: (piece: Uint8Array) => void;
}

/** Seconds a source has when nobody says. */
const TIME_LIMIT = 30;

/** A slow line gets more time, but not one that only drips: bytes a second that count as coming. */
const LEAST_RATE = 10_240;

/** An address for people: without query and fragment, which may hold tokens, and without the page's own origin. */
export function shownUrl(url: string): string {
  try {
    const { origin, pathname, protocol } = new URL(url);
    if (protocol === 'blob:' || protocol === 'data:') return `${protocol}…`;
    return typeof location === 'object' && origin === location.origin ? pathname : origin + pathname;
  } catch {
    return url.replace(/[?#].*$/, '');
  }
}

/** What the reader is told about bytes from an address: their name for people, and what the server says they are. */
export function readingOptions(options: ReadOptions, url: string, contentType: string): ReadOptions {
  return { ...options, name: options.name ?? shownUrl(url), ...(contentType !== '' && { contentType }) };
}

/**
 * Hands on the bytes of a request that is on its way, as they come in.
 * @throws YztError `not-found`, `forbidden`, `http-error`, `network` or `timeout`; DOMException `AbortError` when stopped.
 */
export async function fetchBytes(url: string, early: EarlyRequest, options: FetchOptions): Promise<void> {
  const { signal, timeLimit = TIME_LIMIT, onStart, onPiece } = options;
  const { stop } = early;
  const forward = (): void => stop.abort();
  if (signal?.aborted) forward();
  signal?.addEventListener('abort', forward);
  const clock = new Deadline(timeLimit, () => stop.abort());
  try {
    const response = await early.response;
    if (!response.ok) throw statusError(url, response.status);
    onStart(response.headers.get('content-type') ?? '', sizeOf(response), leastBytes(response));
    await eachPiece(response, (piece) => {
      clock.received(piece.byteLength);
      onPiece(piece);
    });
  } catch (reason) {
    if (reason instanceof YztError) throw reason;
    if (signal?.aborted) throw abortError();
    if (clock.over || isAbort(reason)) throw failed('timeout', url, timeoutText(timeLimit));
    throw failed('network', url, NETWORK, reason);
  } finally {
    clock.stop();
    signal?.removeEventListener('abort', forward);
  }
}

/** Ends a request that takes too long. */
class Deadline {
  over = false;
  readonly #began = Date.now();
  readonly #seconds: number;
  readonly #end: () => void;
  #bytes = 0;
  #timer: ReturnType<typeof setTimeout>;

  constructor(seconds: number, end: () => void) {
    this.#seconds = seconds;
    this.#end = end;
    this.#timer = setTimeout(() => this.#check(), 1000 * seconds);
  }

  received(bytes: number): void {
    this.#bytes += bytes;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #check(): void {
    const allowed = 1000 * (this.#seconds + this.#bytes / LEAST_RATE);
    const left = this.#began + allowed - Date.now();
    if (left > 0) {
      this.#timer = setTimeout(() => this.#check(), left);
      return;
    }
    this.over = true;
    this.#end();
  }
}

/** Bytes that will come; 0 if unknown: a server that compresses says no usable length. */
function sizeOf({ headers }: Response): number {
  return headers.has('content-encoding') ? 0 : Number(headers.get('content-length') ?? 0) || 0;
}

/** The body as it comes in. */
async function eachPiece(response: Response, onPiece: (piece: Uint8Array) => void): Promise<void> {
  const reader = response.body?.getReader();
  if (!reader) return onPiece(new Uint8Array(await response.arrayBuffer()));
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onPiece(value);
  }
}

const NETWORK: Text = {
  zh: '无法连接。请检查网络、地址，以及服务器是否允许本页跨域访问（CORS）',
  en: 'cannot be reached. Check the network, the address, and whether the server lets this page in (CORS)',
};

function timeoutText(seconds: number): Text {
  return {
    zh: `在 ${seconds} 秒内没有传完。请检查服务器，或用 time-limit 放宽时限`,
    en: `was not done within ${seconds} s. Check the server, or allow more with time-limit`,
  };
}

function failed(code: ErrorCode, url: string, what: Text, cause?: unknown): YztError {
  const name = shownUrl(url);
  return new YztError(code, { zh: `<yzt-dataset>:${name} ${what.zh}。`, en: `<yzt-dataset>: ${name} ${what.en}.` }, { cause });
}

function statusError(url: string, status: number): YztError {
  if (status === 404 || status === 410) {
    return failed('not-found', url, { zh: `不存在（${status}）。请检查 src 的地址`, en: `does not exist (${status}). Check the address in src` });
  }
  if (status === 401 || status === 403) {
    return failed('forbidden', url, {
      zh: `拒绝访问（${status}）。请检查登录状态、token 或来源白名单`,
      en: `refused (${status}). Check the session, the token or the list of allowed origins`,
    });
  }
  return failed('http-error', url, { zh: `返回了 ${status}。请稍后重试或联系数据服务方`, en: `answered ${status}. Try again later, or ask whoever runs the service` });
}
