/** A sentence for each way a request can fail: who asked, where, what happened, what to do. */
import { YztError, type ErrorCode } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { withoutSecrets } from './address.js';
import type { Block } from './blocked.js';
import type { Trouble } from './body.js';
import { LONGEST_WAIT } from './gaps.js';
import { holdsSecret } from './secrets.js';
import type { Ask, Expected } from './types.js';

/** An error about a request: the tag and the address stand before what happened. */
export function requestError(code: ErrorCode, { subject, url }: Pick<Ask, 'subject' | 'url'>, what: Text, cause?: unknown): YztError {
  const [tag, shown] = [typeof subject === 'string' ? subject.replace(/^<|>$/g, '') : subject.localName, withoutSecrets(String(url))];
  return new YztError(code, { zh: `<${tag}>：${shown} ${what.zh}。`, en: `<${tag}>: ${shown} ${what.en}.` }, { cause });
}

/** The status a server answered with, as the cause of an error: sentences are for people, and addresses in them hold any number. */
class Answered {
  readonly status: number;

  constructor(status: number) {
    this.status = status;
  }
}

/** The status behind an error; undefined where none was answered. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof YztError && error.cause instanceof Answered ? error.cause.status : undefined;
}

/** What a status says. @param wait Seconds the server wants us to stay away. */
export function statusError(status: number, request: Pick<Ask, 'subject' | 'url'>, url: URL, wait?: number): YztError {
  const [code, what] = statusWords(status, holdsSecret(url), wait);
  return requestError(code, request, what, new Answered(status));
}

function statusWords(status: number, key: boolean, wait: number | undefined): readonly [ErrorCode, Text] {
  if (status === 401) {
    return ['auth', { zh: '要求登录（401）。请重新登录后调用 resume()，或用 setCredentials() 提供 token', en: 'wants a login (401). Log in and call resume(), or give a token with setCredentials()' }];
  }
  if (status === 403 && key) {
    return ['token', { zh: '不接受密钥（403）。请检查密钥是否正确、首尾有无空格、是否过期，以及密钥的白名单里有没有本页的域名', en: 'does not take the key (403). Check that it is right, has no spaces around it, is still valid, and that its list of allowed sites holds this page' }];
  }
  if (status === 403) return ['forbidden', { zh: '拒绝访问（403）。请检查登录状态、token 或来源白名单', en: 'refused (403). Check the session, the token or the list of allowed origins' }];
  if (status === 418) return ['quota', { zh: '拦截了请求（418），常见于配额用尽或密钥首尾有空格。请检查密钥与当日用量；在此之前不再请求', en: 'blocks the requests (418), mostly because the quota is used up or there are spaces around the key. Check the key and the use of the day; nothing more is asked for until then' }];
  if (status === 429) return ['quota', quotaWords(wait)];
  if (status === 404 || status === 410) return ['not-found', { zh: `不存在（${status}）。请检查地址`, en: `does not exist (${status}). Check the address` }];
  return ['http-error', { zh: `返回了 ${status}。请稍后重试，或联系服务的维护者`, en: `answered ${status}. Try again later, or ask whoever runs the service` }];
}

function quotaWords(wait: number | undefined): Text {
  const later = wait !== undefined && wait > LONGEST_WAIT ? { zh: `请在 ${wait} 秒之后再试`, en: `Try again in ${wait} s` } : { zh: '请稍后再试', en: 'Try again later' };
  return { zh: `请求太多或配额用尽（429）。${later.zh}，或向服务方申请更高的配额`, en: `was asked too often or the quota is used up (429). ${later.en}, or ask for a higher quota` };
}

/** Nothing came in time. */
export function lateError(request: Pick<Ask, 'subject' | 'url'>, seconds: number): YztError {
  return requestError('timeout', request, { zh: `在 ${seconds} 秒内没有传完。请检查服务器和网络，或用 time-limit 放宽时限`, en: `was not done within ${seconds} s. Check the server and the network, or allow more with time-limit` });
}

/** No connection. */
export function networkError(request: Pick<Ask, 'subject' | 'url'>, cause?: unknown): YztError {
  const offline = typeof navigator === 'object' && navigator.onLine === false;
  const what: Text = offline
    ? { zh: '无法连接：本机已断网。恢复联网后会自动继续', en: 'cannot be reached: this machine is offline. It goes on by itself once it is online' }
    : { zh: '无法连接。请检查网络、地址和端口，服务器是否允许本页跨域访问（CORS），以及浏览器扩展有没有拦截', en: 'cannot be reached. Check the network, the address and the port, whether the server lets this page in (CORS), and whether an extension of the browser stops it' };
  return requestError('network', request, what, cause);
}

/** The server is there, but does not let scripts of this page see its answer. @param headers Names of headers of the request that a server must allow. */
export function corsError(request: Pick<Ask, 'subject' | 'url'>, url: URL, headers: readonly string[]): YztError {
  const page = location.origin;
  const more = headers.length === 0 ? { zh: '', en: '' } : { zh: `，以及 Access-Control-Allow-Headers: ${headers.join(', ')}`, en: ` and Access-Control-Allow-Headers: ${headers.join(', ')}` };
  return requestError('cors', request, {
    zh: `有回答，但 ${url.origin} 不允许本页读取（CORS）。请让它在每个回答（包括出错时）带上 Access-Control-Allow-Origin: ${page}${more.zh}，或改用同源的反向代理`,
    en: `answers, but ${url.origin} does not let this page read it (CORS). Let it send Access-Control-Allow-Origin: ${page}${more.en} with every answer, errors too, or use a reverse proxy of the same origin`,
  });
}

/** A redirect that leads away, as an ended session does. */
export function redirectError(request: Pick<Ask, 'subject' | 'url'>): YztError {
  return requestError('auth', request, { zh: '转向了别的地址，多半是登录页。请重新登录后调用 resume()；凭据不会随转向发往别处', en: 'redirects elsewhere, most likely to a login page. Log in and call resume(); credentials do not follow a redirect' });
}

/** The page itself does not let the request out. */
export function blockedError(request: Pick<Ask, 'subject' | 'url'>, url: URL, block: Block): YztError {
  const what: Text =
    block.kind === 'mixed'
      ? { zh: '没有发出：https 页面不能请求 http 地址（混合内容）。请为服务启用 https，或改用同源的反向代理', en: 'was not asked: a page from https cannot ask an http address (mixed content). Let the service speak https, or use a reverse proxy of the same origin' }
      : { zh: `没有发出：本页的内容安全策略（CSP）不允许。请在 ${block.directive} 中加入 ${url.origin}`, en: `was not asked: the content security policy of this page does not allow it. Add ${url.origin} to ${block.directive}` };
  return requestError('blocked', request, what);
}

/** Compressed, and the browser cannot open it. */
export function gzipError(request: Ask, opened: boolean): YztError {
  const what: Text = opened
    ? { zh: '是 gzip 压缩的，但解不开，可能不完整。请重新生成文件', en: 'is compressed with gzip but cannot be opened; it may be cut off. Make the file again' }
    : { zh: '是 gzip 压缩的，但没有写明。请让服务器带上 Content-Encoding: gzip，这个浏览器不能自己解开', en: 'is compressed with gzip without saying so. Let the server send Content-Encoding: gzip; this browser cannot open it itself' };
  return requestError(isTile(request.expects) ? 'not-a-tile' : 'bad-encoding', request, what);
}

function isTile(expects: Expected): boolean {
  return expects === 'tile' || expects === 'image';
}

const DUE: Readonly<Record<Expected, Text>> = {
  json: { zh: ' JSON', en: 'JSON' },
  xml: { zh: ' XML', en: 'XML' },
  text: { zh: '文本', en: 'text' },
  bytes: { zh: '数据文件', en: 'a file' },
  image: { zh: '图片', en: 'an image' },
  tile: { zh: '瓦片', en: 'a tile' },
};

/** What is wrong with an answer that came. */
export function troubleError(trouble: Trouble, request: Ask): YztError {
  const [code, what] = troubleWords(trouble, request.expects);
  return requestError(code, request, what);
}

function troubleWords(trouble: Trouble, expects: Expected): readonly [ErrorCode, Text] {
  const due = DUE[expects];
  switch (trouble.kind) {
    case 'login':
      return ['auth', { zh: '返回的是登录页。请重新登录后调用 resume()', en: 'answered with a login page. Log in and call resume()' }];
    case 'page': {
      const title = trouble.title === '' ? { zh: '', en: '' } : { zh: `（${trouble.title}）`, en: ` (${trouble.title})` };
      const code = expects === 'json' ? 'not-json' : isTile(expects) ? 'not-a-tile' : 'web-page';
      return [code, { zh: `返回的是网页${title.zh}，而不是${due.zh}。请在浏览器里打开该地址，看看是什么页面`, en: `answered with a web page${title.en} instead of ${due.en}. Open the address in the browser and see what page it is` }];
    }
    case 'exception': {
      // A sentence of the service ends where ours goes on.
      const words = trouble.text.replace(/[.。]+$/, '');
      if (trouble.code === 498 || trouble.code === 499) return ['token', { zh: `不接受 token（${trouble.text}）。请更新 token 后调用 resume()`, en: `does not take the token (${trouble.text}). Renew it and call resume()` }];
      if (trouble.code === 401) return statusWords(401, false, undefined);
      return ['service-exception', { zh: `返回异常：${words || '（没有说明）'}。请按它的说明检查图层名、参数和坐标系`, en: `answered with an exception: ${words || '(no words)'}. Check layer names, parameters and the coordinate system by what it says` }];
    }
    case 'truncated':
      return ['not-a-tile', { zh: `返回的${due.zh}不完整，结尾缺失。请检查缓存或代理`, en: `answered with ${due.en} that is cut off. Check the cache or the proxy` }];
    case 'empty':
      return ['not-a-tile', { zh: `返回了空内容，而不是${due.zh}。请检查服务`, en: `answered with nothing instead of ${due.en}. Check the service` }];
    case 'text':
      return ['not-a-tile', { zh: `返回的是文字「${trouble.text}」，而不是${due.zh}。请检查地址和参数`, en: `answered with the words "${trouble.text}" instead of ${due.en}. Check the address and the parameters` }];
    case 'unknown':
      return ['not-a-tile', { zh: `返回的不是${due.zh}（开头的字节：${trouble.bytes}）。请检查地址和格式参数`, en: `answered with something that is not ${due.en} (first bytes: ${trouble.bytes}). Check the address and the format` }];
  }
}
