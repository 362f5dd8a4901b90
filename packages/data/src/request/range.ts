/** A part of a file. What a server sends that does not know parts is not received: it would be all of it. */
import { credentialsFor } from './credentials.js';
import { addressIn } from './ask.js';
import { lateError, networkError, requestError, statusError } from './failures.js';
import { receive, TIME_LIMIT, Unanswered } from './receive.js';
import { joined } from '../steps/joined.js';
import type { Ask } from './types.js';

/** Which part of which file. */
export interface RangeAsk extends Pick<Ask, 'url' | 'subject' | 'signal' | 'timeLimit'> {
  /** First byte. */
  readonly from: number;
  /** Bytes wanted; fewer come where the file ends. */
  readonly length: number;
}

/** A part of a file. */
export interface RangeAnswer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Bytes of the whole file, where the server says. */
  readonly size: number | undefined;
  /** Stands for the state of the file, where the server says: two parts with different ones do not belong together. */
  readonly state: string | undefined;
}

/** Requests for one part, at most: a broken connection is tried again. */
const ATTEMPTS = 2;

/**
 * Asks for a part of a file.
 * @throws YztError `no-ranges` for a server that would send the whole file, `auth`, `forbidden`, `not-found`, `http-error` for its status, `network`,
 * `timeout`, `bad-attribute`; DOMException `AbortError` when stopped.
 */
export async function askRange(request: RangeAsk): Promise<RangeAnswer> {
  const url = addressIn({ ...request, expects: 'bytes' });
  for (let attempt = 1; ; attempt++) {
    try {
      return await part(url, request);
    } catch (reason) {
      if (!(reason instanceof Unanswered)) throw reason;
      if (reason.late) throw lateError(request, request.timeLimit ?? TIME_LIMIT);
      if (attempt === ATTEMPTS) throw networkError(request, reason.cause);
    }
  }
}

async function part(url: URL, request: RangeAsk): Promise<RangeAnswer> {
  const { from, length, signal, timeLimit = TIME_LIMIT } = request;
  const stop = new AbortController();
  const credentials = credentialsFor(url);
  const response = fetch(url.href, { credentials: 'same-origin', headers: { ...credentials, Range: `bytes=${from}-${from + length - 1}` }, redirect: credentials ? 'error' : 'follow', signal: stop.signal });
  const pieces: Uint8Array[] = [];
  const onStart = ({ status }: Response): void => {
    if (status === 206 || status === 416) return;
    if (status === 200) throw requestError('no-ranges', request, WHOLE);
    throw statusError(status, request, url);
  };
  const { status, headers } = await receive({ response, stop }, { signal, timeLimit, onStart, onPiece: (piece) => pieces.push(piece) });
  const size = Number(/\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1] ?? NaN);
  const state = headers.get('etag') ?? headers.get('last-modified') ?? undefined;
  // Beyond the end there is nothing, whatever is said about it.
  const bytes = status === 416 ? new Uint8Array(0) : new Uint8Array(joined(pieces)).subarray(0, length);
  return { bytes, size: Number.isFinite(size) ? size : undefined, state };
}

const WHOLE = {
  zh: '不支持按字节范围读取（HTTP Range），会传来整个文件，已停止。请在服务器上打开 Range（nginx、Apache 默认打开；压缩和某些代理会关掉它），跨域时还要允许请求头 Range',
  en: 'knows no byte ranges (HTTP Range) and would send the whole file; stopped. Let the server know ranges (nginx and Apache do by themselves; compression and some proxies switch them off), and allow the header Range across origins',
};
