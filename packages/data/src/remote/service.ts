/** Requests to a service that answers questions: where credentials may go, how long an answer may take, and a sentence for each way it can fail. */
import { isAbort, YztError, type ErrorCode } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { textOfAnswer } from '../request/answers.js';
import { ask } from '../request/ask.js';
import { base } from '../request/base-url.js';
import { credentialsFor } from '../request/credentials.js';
import { receive, TIME_LIMIT, Unanswered } from '../request/receive.js';
import { holdsSecret } from '../request/secrets.js';
import type { Ask } from '../request/types.js';
import { joined } from '../steps/joined.js';

/** Where a service is, and what it is told with each request. */
export interface ServiceOptions {
  /** Address, relative to the page. */
  readonly src: string;
  /**
   * Headers with credentials, sent to the origin of `src` and nowhere else: redirects are not followed. They are kept out of attributes,
   * state, export and messages.
   */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Seconds until an answer must be there. Default 30. */
  readonly timeLimit?: number | undefined;
  /** The element that asks, for one that is no dataset: its requests are those of `request/`, with their retries and errors. */
  readonly subject?: Element | string | undefined;
}

const TAG = 'yzt-remote-dataset';

/** An error of the element, with the tag in front. */
export function serviceError(code: ErrorCode, text: Text, cause?: unknown): YztError {
  return new YztError(code, { zh: `<${TAG}>：${text.zh}`, en: `<${TAG}>: ${text.en}` }, { cause });
}

/** The address of a service. @throws YztError `bad-attribute` for what is none, and for one that carries credentials. */
export function serviceUrl(src: string): URL {
  let url: URL;
  try {
    url = new URL(src, base());
  } catch (cause) {
    throw serviceError('bad-attribute', { zh: 'src 不是有效的地址。', en: 'src is no valid address.' }, cause);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw serviceError('bad-attribute', { zh: `src 的协议 ${url.protocol} 不能使用，请写 http 或 https 地址。`, en: `the protocol ${url.protocol} of src cannot be used; write an http or https address.` });
  if (!holdsSecret(url)) return url;
  // Without the address: it holds what must not be shown.
  throw serviceError('bad-attribute', {
    zh: 'src 里不能写用户名、密码或令牌，它们会进入页面、日志和导出。请用属性 headers 设置，或让同源的反向代理代为登录。',
    en: 'src must not hold a user, password or token: they would end in pages, logs and exports. Set the property headers, or let a reverse proxy of the same origin log in.',
  });
}

/** An address for people: without query, which may hold conditions on personal data. */
export function shownService(url: URL): string {
  return url.origin + url.pathname;
}

/** One service and what is said to it. */
export class Service {
  readonly url: URL;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #timeLimit: number;
  readonly #subject: Element | string | undefined;

  /** @throws YztError `bad-attribute` for an address that cannot be used. */
  constructor({ src, headers, timeLimit, subject }: ServiceOptions) {
    this.url = serviceUrl(src);
    this.#headers = { ...headers };
    this.#subject = subject;
    this.#timeLimit = timeLimit !== undefined && timeLimit > 0 ? timeLimit : TIME_LIMIT;
  }

  /**
   * Asks. The caller looks at the status.
   * @param url Of the same origin as the service.
   * @throws YztError `forbidden` for another origin, `network`, `timeout`; DOMException `AbortError` when stopped.
   */
  async ask(url: URL, init: { readonly method?: string; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }, signal: AbortSignal): Promise<{ readonly status: number; readonly text: string }> {
    if (url.origin !== this.url.origin) {
      throw serviceError('forbidden', {
        zh: `服务把请求指向了另一个地址 ${url.origin}，凭据不会发往那里。请让服务给出同源的地址。`,
        en: `the service points to another origin, ${url.origin}, where credentials do not go. Let it name addresses of its own origin.`,
      });
    }
    if (this.#subject !== undefined) {
      const answer = await ask({ url, subject: this.#subject, signal, timeLimit: this.#timeLimit, expects: /json/.test(init.headers?.['Accept'] ?? '') ? 'json' : 'xml', ...withMethod(init) });
      return { status: 200, text: textOfAnswer(answer) };
    }
    const stop = new AbortController();
    const pieces: Uint8Array[] = [];
    try {
      const headers = { ...init.headers, ...credentialsFor(url), ...this.#headers };
      const response = fetch(url.href, { ...init, headers, signal: stop.signal, redirect: 'error', credentials: 'same-origin', cache: 'no-store' });
      const { status } = await receive({ response, stop }, { signal, timeLimit: this.#timeLimit, onPiece: (piece) => pieces.push(piece) });
      return { status, text: new TextDecoder().decode(joined(pieces)) };
    } catch (reason) {
      if (isAbort(reason)) throw reason;
      if (reason instanceof Unanswered && reason.late) throw this.late();
      throw serviceError('network', {
        zh: `无法连接 ${shownService(this.url)}。请检查网络、地址，以及服务是否允许本页跨域访问（CORS）。页面上保留的是上一次的结果。`,
        en: `${shownService(this.url)} cannot be reached. Check the network, the address, and whether the service lets this page in (CORS). What is shown is the last answer.`,
      });
    }
  }

  /** Says something nobody waits for. */
  tell(url: URL, body: string): void {
    fetch(url.href, { method: 'POST', body, headers: this.#headers, redirect: 'error', credentials: 'same-origin', cache: 'no-store' }).catch(() => undefined);
  }

  /** What a question that takes too long says. */
  late(): YztError {
    return serviceError('timeout', {
      zh: `${shownService(this.url)} 在 ${this.#timeLimit} 秒内没有回答。请缩小筛选范围，或用 time-limit 放宽时限。`,
      en: `${shownService(this.url)} did not answer within ${this.#timeLimit} s. Narrow the filters, or allow more with time-limit.`,
    });
  }
}

function withMethod({ method, ...init }: { readonly method?: string; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }): Pick<Ask, 'method' | 'body' | 'headers'> {
  return { ...init, ...(method === 'POST' && { method }) };
}
