/** One request: put again where that may help, never more than four times, and an error with a name for everything else. */
import { isAbort, YztError } from '@yizhangtu/base/errors';
import { abortError } from '../steps/drive.js';
import { joined } from '../steps/joined.js';
import { base } from './base-url.js';
import { blockOf, watchPolicy } from './blocked.js';
import { imageFormat, isGzip, saidTrouble, tileTrouble, type Trouble } from './body.js';
import { credentialsFor } from './credentials.js';
import { blockedError, corsError, gzipError, lateError, networkError, redirectError, requestError, statusError, troubleError } from './failures.js';
import { gapAfter, LONGEST_WAIT, mayPass, secondsIn } from './gaps.js';
import { canGunzip, gunzipped } from './gunzip.js';
import { receive, TIME_LIMIT, Unanswered } from './receive.js';
import { sessionEnded } from './session.js';
import { decoded } from './text-of.js';
import type { Answer, Ask, Received } from './types.js';
import { waited } from './wait.js';

/** Requests for one thing, at most. */
const MOST = 4;
/** Bytes that are looked at for what an answer is. */
const HEAD = 65_536;

/**
 * Asks, and looks at what comes.
 * @throws YztError `auth`, `token`, `forbidden`, `quota` for a refusal; `cors`, `blocked`, `network`, `timeout` for no answer; `not-found`,
 * `http-error` for its status; `service-exception`, `web-page`, `not-json`, `not-a-tile`, `bad-encoding` for its bytes; `bad-attribute` for
 * what is no address. DOMException `AbortError` when stopped.
 */
export async function ask(request: Ask): Promise<Answer> {
  const asking = new Asking(request, addressIn(request));
  watchPolicy();
  try {
    return await asking.answer();
  } catch (reason) {
    if (reason instanceof YztError && reason.code === 'auth') sessionEnded(asking.url.origin);
    throw reason;
  }
}

/** The address of a request. @throws YztError `bad-attribute`. */
export function addressIn(request: Ask): URL {
  try {
    const url = new URL(request.url, base());
    if (/^(?:https?|blob|data):$/.test(url.protocol)) return url;
  } catch {
    // Said below.
  }
  throw requestError('bad-attribute', request, { zh: '不是可以请求的地址。请写 http 或 https 地址', en: 'is no address that can be asked for. Write an http or https address' });
}

class Asking {
  readonly url: URL;
  readonly #request: Ask;
  readonly #attempts: number;
  readonly #seconds: number;
  #left: number;
  #sent = 0;
  /** A server of another origin answered, though not to scripts. */
  #answersOthers = false;

  constructor(request: Ask, url: URL) {
    this.#request = request;
    this.url = url;
    this.#attempts = Math.min(MOST, Math.max(1, Math.floor(request.attempts ?? MOST)));
    this.#seconds = request.timeLimit !== undefined && request.timeLimit > 0 ? request.timeLimit : TIME_LIMIT;
    this.#left = this.#seconds;
  }

  async answer(): Promise<Answer> {
    for (;;) {
      const received = await this.#tried();
      if (received === 'again') continue;
      const wait = secondsIn(received.headers.get('retry-after'), Date.now());
      if (mayPass(received.status) && this.#mayAskAgain && (wait ?? 0) <= LONGEST_WAIT && !isException(received)) {
        await this.#gap(wait);
        continue;
      }
      return this.#checked(received, wait);
    }
  }

  get #mayAskAgain(): boolean {
    return this.#sent < this.#attempts;
  }

  async #gap(wait?: number): Promise<void> {
    const { signal, stillWanted } = this.#request;
    await waited(gapAfter(this.#sent, wait, byChance()), signal);
    if (stillWanted && !stillWanted()) throw abortError();
  }

  /** One request; `again` after one that was not answered and may be next time. */
  async #tried(): Promise<Received | 'again'> {
    try {
      const credentials = credentialsFor(this.url);
      return await this.#exchange({ headers: this.#headers(), redirect: credentials ? 'manual' : 'follow', ...(this.#sent > 0 && { cache: 'reload' }) });
    } catch (reason) {
      return await this.#unanswered(reason);
    }
  }

  #headers(): Record<string, string> {
    return { ...this.#request.headers, ...credentialsFor(this.url) };
  }

  /** Sends, and receives everything. */
  async #exchange(init: RequestInit): Promise<Received> {
    const { method = 'GET', body, signal } = this.#request;
    const stop = new AbortController();
    const began = Date.now();
    const pieces: Uint8Array[] = [];
    this.#sent++;
    const response = fetch(this.url.href, { credentials: 'same-origin', ...init, method, ...(body !== undefined && { body }), signal: stop.signal });
    try {
      const { status, headers, url, redirected, type } = await receive({ response, stop }, { signal, timeLimit: this.#left, onPiece: (piece) => pieces.push(piece) });
      if (type === 'opaqueredirect') throw redirectError(this.#request);
      return { status, headers, url: url || this.url.href, redirected, bytes: new Uint8Array(joined(pieces)) };
    } finally {
      this.#left = Math.max(1, this.#left - (Date.now() - began) / 1000);
    }
  }

  async #unanswered(reason: unknown): Promise<Received | 'again'> {
    const request = this.#request;
    if (!(reason instanceof Unanswered)) throw reason;
    if (reason.late) throw lateError(request, this.#seconds);
    const block = await blockOf(this.url);
    if (block) throw blockedError(request, this.url, block);
    if (this.#answersOthers) throw corsError(request, this.url, this.#namedHeaders());
    if (!this.#mayAskAgain || (typeof navigator === 'object' && navigator.onLine === false)) throw networkError(request, reason.cause);
    const probed = this.#sent === 1 && (request.method ?? 'GET') === 'GET' ? await this.#probed() : undefined;
    if (probed) return probed;
    if (!this.#mayAskAgain) throw networkError(request, reason.cause);
    await this.#gap();
    return 'again';
  }

  /**
   * Finds out what a browser does not say: whether a server is there at all that does not let scripts read its answer, or whether it redirects
   * elsewhere. `again` if a server of another origin is there: the copy in the cache may have been the fault.
   */
  async #probed(): Promise<Received | 'again' | undefined> {
    const own = typeof location === 'object' && this.url.origin === location.origin;
    try {
      const received = await this.#exchange(own ? { headers: this.#headers(), redirect: 'manual' } : { mode: 'no-cors' });
      if (own) return received;
    } catch (reason) {
      if (reason instanceof YztError || isAbort(reason)) throw reason;
      return undefined;
    }
    this.#answersOthers = true;
    if (!this.#mayAskAgain) throw corsError(this.#request, this.url, this.#namedHeaders());
    return 'again';
  }

  /** Headers of the request that a server of another origin must allow by name. */
  #namedHeaders(): string[] {
    return [...Object.keys(this.#request.headers ?? {}), ...Object.keys(credentialsFor(this.url) ?? {})].filter((name) => !/^(?:accept|accept-language|range)$/i.test(name));
  }

  async #checked(received: Received, wait: number | undefined): Promise<Answer> {
    const request = this.#request;
    const { status, headers, url } = received;
    const type = headers.get('content-type') ?? '';
    const bytes = await this.#opened(received.bytes);
    const ok = status >= 200 && status < 300;
    // Whoever wants text may want a page.
    const said = status === 204 || (ok && request.expects === 'image' && imageFormat(bytes)) || (request.expects === 'text' && ok && !received.redirected) ? undefined : saidTrouble(headOf(bytes, type), url);
    if (said && countsWith(said, status)) throw troubleError(said, request);
    if (!ok) throw statusError(status, request, this.url, wait);
    const trouble = status === 204 ? undefined : tileTrouble(bytes, request.expects, type, () => headOf(bytes, type));
    if (trouble) throw troubleError(trouble, request);
    return { status, headers, url, bytes, request };
  }

  /** Bytes that came compressed without the browser being told. Files are handed on as they are. */
  async #opened(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    if (this.#request.expects === 'bytes' || !isGzip(bytes)) return bytes;
    if (!canGunzip()) throw gzipError(this.#request, false);
    const opened = await gunzipped(bytes);
    if (!opened) throw gzipError(this.#request, true);
    return opened;
  }
}

/** From 0 to 1. True chance is wanted: pages that failed together must not come back together. */
function byChance(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] as number) / 2 ** 32;
}

/** The beginning of an answer as text, to see what it is. */
function headOf(bytes: Uint8Array, type: string): string {
  return decoded(bytes.subarray(0, HEAD), type, bytes.length > HEAD);
}

/** Whether the words of an answer say more than its status. A page of a server about a missing file does not. */
function countsWith({ kind }: Trouble, status: number): boolean {
  if (status < 300) return true;
  return kind === 'login' ? status === 403 : kind === 'exception' && status !== 401 && status !== 429;
}

/** A service that says why will say the same again. */
function isException({ bytes, headers, url, status }: Received): boolean {
  return status !== 429 && saidTrouble(headOf(bytes, headers.get('content-type') ?? ''), url)?.kind === 'exception';
}
