/** A connection that brings messages and is made again when it breaks, with growing gaps. */
import { asYztError, YztError } from '@yizhangtu/base/errors';
import { credentialsFor } from '../request/credentials.js';
import { base } from '../request/base-url.js';
import { requestError, statusError } from '../request/failures.js';
import { EventLines } from './event-stream.js';

/** `connecting` for the first time, `reconnecting` after a break, `stopped` for good until somebody says to go on. */
export type LiveState = 'idle' | 'connecting' | 'live' | 'reconnecting' | 'stopped';

/** What a connection is and who is told. */
export interface LiveOptions {
  /** `ws:` and `wss:` are WebSockets, `http:` and `https:` server-sent events. */
  readonly url: string;
  readonly subject: Element | string;
  /** Kind of event that is listened to, of server-sent events. */
  readonly event: string;
  message(data: string): void;
  state(state: LiveState): void;
  /** Why it stopped, or why it does not come about though it is tried again. */
  failed(error: YztError): void;
  /** From 0 to 1; true chance without. */
  readonly chance?: (() => number) | undefined;
}

/** Milliseconds before the second connection; each further gap is twice as long, up to the longest. */
const FIRST_GAP = 1000;
const LONGEST_GAP = 60_000;
/** Connections that may fail before it is said. */
const PATIENCE = 3;

function byChance(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] as number) / 2 ** 32;
}

/** A refusal: asking again would change nothing. */
class Refused extends Error {
  readonly error: YztError;

  constructor(error: YztError) {
    super(error.message);
    this.error = error;
  }
}

export class LiveLink {
  readonly #options: LiveOptions;
  readonly #url: URL | undefined;
  readonly #lines = new EventLines();
  #state: LiveState = 'idle';
  #stop: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Connections that broke since the last message. */
  #broken = 0;

  constructor(options: LiveOptions) {
    this.#options = options;
    try {
      const url = new URL(options.url, base());
      this.#url = /^(?:https?|wss?):$/.test(url.protocol) ? url : undefined;
    } catch {
      this.#url = undefined;
    }
  }

  get state(): LiveState {
    return this.#state;
  }

  /** Connects, now and not after a gap, unless it is connected. */
  start(): void {
    if (this.#stop) return;
    clearTimeout(this.#timer);
    const url = this.#url;
    if (!url) {
      this.#become('stopped');
      this.#options.failed(requestError('bad-attribute', this.#options, { zh: '不是可以连接的地址。请写 http、https、ws 或 wss 地址', en: 'is no address that can be connected to. Write an http, https, ws or wss address' }));
      return;
    }
    this.#become(this.#broken > 0 || this.#lines.lastId !== '' ? 'reconnecting' : 'connecting');
    const stop = new AbortController();
    this.#stop = () => stop.abort();
    const opened = url.protocol.startsWith('ws') ? this.#socket(url, stop.signal) : this.#events(url, stop.signal);
    void opened.catch((reason: unknown) => reason).then((reason) => stop.signal.aborted || this.#ended(reason));
  }

  /** Ends the connection until `start()`. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#stop?.();
    this.#stop = undefined;
    this.#become('idle');
  }

  #become(state: LiveState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.state(state);
  }

  #came(data: string): void {
    this.#broken = 0;
    this.#become('live');
    this.#options.message(data);
  }

  #ended(reason: unknown): void {
    this.#stop = undefined;
    if (reason instanceof Refused) {
      this.#become('stopped');
      this.#options.failed(reason.error);
      return;
    }
    this.#broken++;
    this.#become('reconnecting');
    if (this.#broken === PATIENCE) this.#options.failed(this.#unreachable(reason));
    const chance = (this.#options.chance ?? byChance)();
    const gap = Math.min(LONGEST_GAP, (this.#lines.retry ?? FIRST_GAP) * 2 ** Math.min(16, this.#broken - 1)) * (0.75 + 0.5 * chance);
    this.#timer = setTimeout(() => this.start(), gap);
  }

  #unreachable(reason: unknown): YztError {
    const said = requestError('network', this.#options, { zh: '连不上，会继续重试。请检查网络、地址，以及服务是否允许本页访问', en: 'cannot be connected to; it is tried again and again. Check the network, the address, and whether the service lets this page in' });
    return reason instanceof YztError ? reason : asYztError(reason, 'network', said.text);
  }

  /** Server-sent events by `fetch`: unlike `EventSource` it sends credentials, and says why it was refused. */
  async #events(url: URL, signal: AbortSignal): Promise<void> {
    const { lastId } = this.#lines;
    const credentials = credentialsFor(url);
    const headers = { Accept: 'text/event-stream', ...(lastId !== '' && { 'Last-Event-ID': lastId }), ...credentials };
    const response = await fetch(url.href, { headers, signal, cache: 'no-store', credentials: 'same-origin', redirect: credentials ? 'error' : 'follow' });
    const { status, body } = response;
    if (status >= 400 && status < 500 && status !== 408 && status !== 429) throw new Refused(statusError(status, this.#options, url));
    if (status !== 200) throw statusError(status, this.#options, url);
    if (!body || !/text\/event-stream/i.test(response.headers.get('content-type') ?? '')) throw new Refused(requestError('http-error', this.#options, { zh: '返回的不是事件流（text/event-stream）。请检查地址；可能是登录页', en: 'did not answer with an event stream (text/event-stream). Check the address; it may be a login page' }));
    this.#become('live');
    const reader = body.getReader();
    const decoder = new TextDecoder();
    for (;;) {
      const { done, value } = await reader.read();
      if (done || signal.aborted) return;
      for (const { type, data } of this.#lines.take(decoder.decode(value, { stream: true }))) if (type === this.#options.event) this.#came(data);
    }
  }

  #socket(url: URL, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(url.href);
      signal.addEventListener('abort', () => socket.close());
      socket.addEventListener('open', () => !signal.aborted && this.#become('live'));
      socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => !signal.aborted && typeof data === 'string' && this.#came(data));
      // 1008: the server does not want us; everything else may pass.
      socket.addEventListener('close', ({ code }) => (code === 1008 ? reject(new Refused(requestError('forbidden', this.#options, { zh: '拒绝了连接（1008）。请检查登录状态或来源白名单', en: 'refused the connection (1008). Check the session or the list of allowed origins' }))) : resolve()));
    });
  }
}
