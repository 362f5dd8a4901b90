import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { YztError } from '@yizhangtu/base/errors';
import { jsonOf, xmlOf } from './answers.js';
import { ask } from './ask.js';
import { setCredentials } from './credentials.js';
import type { Ask } from './types.js';

const HTML = '<!DOCTYPE html><title>统一身份认证</title><input type="password">';
const html = { headers: { 'content-type': 'text/html' } };

/** What the server says, one after the other; the last one for ever. */
let says: (() => Response | Error)[] = [];
let asked: { url: string; init: RequestInit }[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url, init });
    const said = (says.length > 1 ? says.shift() : says[0])?.() as Response | Error;
    if (said instanceof Error) throw said;
    return said;
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function answering(status: number, body = 'no', headers: Record<string, string> = {}): () => Response {
  return () => new Response(body, { status, headers });
}

async function asking(more: Partial<Ask> = {}): Promise<{ value?: unknown; error?: YztError }> {
  const result = ask({ url: 'https://gis.example/wms?REQUEST=GetMap&tk=geheim', subject: 'yzt-wms-layer', expects: 'json', ...more }).then(
    (value) => ({ value }),
    (error: YztError) => ({ error }),
  );
  await vi.runAllTimersAsync();
  return result;
}

describe('ask', () => {
  it.each([429, 500, 502, 503, 504])('asks again after %i, three times at most', async (status) => {
    says = [answering(status), answering(status), answering(200, '{"a":1}')];
    const { value } = await asking();
    expect(jsonOf(value as never)).toEqual({ a: 1 });
    expect(asked).toHaveLength(3);
    says = [answering(status)];
    const { error } = await asking();
    expect(error?.code).toBe(status === 429 ? 'quota' : 'http-error');
    expect(asked).toHaveLength(3 + 4);
  });

  it('waits longer each time, and as long as the server says', async () => {
    const at: number[] = [];
    says = [
      () => (at.push(Date.now()), new Response('', { status: 503 })),
      () => (at.push(Date.now()), new Response('', { status: 503 })),
      () => (at.push(Date.now()), new Response('', { status: 503, headers: { 'retry-after': '20' } })),
      () => (at.push(Date.now()), new Response('{}')),
    ];
    await asking();
    const gaps = at.slice(1).map((time, i) => time - (at[i] as number));
    expect(gaps).toHaveLength(3);
    expect(gaps[1]).toBeGreaterThan(gaps[0] as number);
    expect(gaps[2]).toBeGreaterThanOrEqual(20_000);
  });

  it('does not wait for a server that wants to be left alone for long', async () => {
    says = [answering(429, '', { 'retry-after': '3600' })];
    const { error } = await asking();
    expect(asked).toHaveLength(1);
    expect(error?.code).toBe('quota');
    expect(error?.text.zh).toContain('3600 秒');
  });

  it.each([
    [401, 'auth'],
    [403, 'token'],
    [404, 'not-found'],
    [410, 'not-found'],
    [418, 'quota'],
    [400, 'http-error'],
  ])('names %i %s and asks once', async (status, code) => {
    says = [answering(status)];
    const { error } = await asking();
    expect(error?.code).toBe(code);
    expect(asked).toHaveLength(1);
    expect(error?.message).toContain('<yzt-wms-layer>');
    expect(error?.message).not.toContain('geheim');
    expect(error?.text.en).toContain('https://gis.example/wms?REQUEST=GetMap&tk=…');
  });

  it('calls a refusal without a key forbidden', async () => {
    says = [answering(403)];
    expect((await asking({ url: 'https://gis.example/wms' })).error?.code).toBe('forbidden');
  });

  it('knows a login page by its words, and another page by its title', async () => {
    says = [() => new Response(HTML, html)];
    expect((await asking()).error?.code).toBe('auth');
    says = [() => new Response('<html><title>维护中</title></html>', html)];
    const { error } = await asking();
    expect(error?.code).toBe('not-json');
    expect(error?.text.zh).toContain('维护中');
    says = [() => new Response('<html><title>维护中</title></html>', html)];
    expect((await asking({ expects: 'tile' })).error?.code).toBe('not-a-tile');
    says = [() => new Response('<html></html>', html)];
    expect((await asking({ expects: 'bytes' })).error?.code).toBe('web-page');
  });

  it('says what the service says, and does not put the question again', async () => {
    says = [answering(500, '<?xml version="1.0"?><ServiceExceptionReport><ServiceException code="LayerNotDefined">没有图层 roads</ServiceException></ServiceExceptionReport>')];
    const { error } = await asking({ expects: 'image' });
    expect(error?.code).toBe('service-exception');
    expect(error?.text.zh).toContain('LayerNotDefined: 没有图层 roads');
    expect(asked).toHaveLength(1);
    says = [answering(200, '{"error":{"code":498,"message":"Invalid token."}}')];
    expect((await asking()).error?.code).toBe('token');
    says = [answering(200, '{"version":"1.0.0","exceptions":[{"code":"NoApplicableCode","text":"no"}]}')];
    expect((await asking()).error?.code).toBe('service-exception');
  });

  it('tells a connection that breaks from one that comes back', async () => {
    says = [() => new TypeError('Failed to fetch'), () => new TypeError('Failed to fetch'), answering(200, '{}')];
    expect((await asking()).value).toBeDefined();
    says = [() => new TypeError('Failed to fetch')];
    asked = [];
    const { error } = await asking();
    expect(error?.code).toBe('network');
    expect(asked).toHaveLength(4);
  });

  it('says that the time is over', async () => {
    vi.stubGlobal('fetch', (_url: string, { signal }: RequestInit) => new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error))));
    const { error } = await asking({ timeLimit: 5 });
    expect(error?.code).toBe('timeout');
    expect(error?.text.zh).toContain('5 秒');
  });

  it('stops when nobody waits any more, also between two requests', async () => {
    const stop = new AbortController();
    says = [answering(503)];
    const result = ask({ url: 'https://gis.example/', subject: 'yzt-x', expects: 'json', signal: stop.signal }).catch((reason: unknown) => reason);
    await vi.advanceTimersByTimeAsync(10);
    stop.abort();
    await vi.runAllTimersAsync();
    expect(((await result) as DOMException).name).toBe('AbortError');
    expect(asked).toHaveLength(1);
  });

  it('does not ask again for what is hidden meanwhile', async () => {
    says = [answering(503)];
    const { error } = await asking({ stillWanted: () => false });
    expect(error?.name).toBe('AbortError');
    expect(asked).toHaveLength(1);
  });

  it('gives credentials to their origin only, without following a redirect', async () => {
    const takeBack = setCredentials('https://gis.example', () => ({ Authorization: 'Bearer geheim' }));
    says = [answering(200, '{}')];
    await asking();
    await asking({ url: 'https://other.example/' });
    takeBack();
    await asking();
    expect(asked.map(({ init }) => (init.headers as Record<string, string>)['Authorization'])).toEqual(['Bearer geheim', undefined, undefined]);
    expect(asked.map(({ init }) => init.redirect)).toEqual(['manual', 'follow', 'follow']);
  });

  it('opens what is compressed without saying so', async () => {
    const stream = new Blob(['{"a":2}']).stream().pipeThrough(new CompressionStream('gzip'));
    const bytes = await new Response(stream).arrayBuffer();
    vi.useRealTimers();
    says = [() => new Response(bytes)];
    const answer = await ask({ url: 'https://gis.example/', subject: 'yzt-x', expects: 'json' });
    expect(jsonOf(answer)).toEqual({ a: 2 });
    says = [() => new Response(bytes.slice(0, 15))];
    await expect(ask({ url: 'https://gis.example/', subject: 'yzt-x', expects: 'tile' })).rejects.toMatchObject({ code: 'not-a-tile' });
    vi.stubGlobal('DecompressionStream', undefined);
    says = [() => new Response(bytes)];
    await expect(ask({ url: 'https://gis.example/', subject: 'yzt-x', expects: 'tile' })).rejects.toMatchObject({ code: 'not-a-tile', message: expect.stringContaining('Content-Encoding') as string });
  });

  it('refuses what is no address', async () => {
    expect((await asking({ url: 'javascript:alert(1)' })).error?.code).toBe('bad-attribute');
    expect((await asking({ url: 'http://[' })).error?.code).toBe('bad-attribute');
  });
});

describe('jsonOf and xmlOf', () => {
  async function answer(body: BodyInit, type = ''): Promise<never> {
    says = [() => new Response(body, { headers: { 'content-type': type } })];
    return (await asking({ expects: 'text' })).value as never;
  }

  it('say where an answer breaks', async () => {
    const broken = await answer('{"a": \n nope}');
    expect(() => jsonOf(broken)).toThrow(/第 2 行第 2 列/);
    const xml = await answer('<a/>');
    expect(() => jsonOf(xml)).toThrow(/XML/);
    const cut = await answer('<a><b>');
    expect(() => xmlOf(cut)).toThrow(/<yzt-wms-layer>/);
  });

  it('keep the encoding a document declares, and see through a wrong one', async () => {
    // 青岛 in GBK.
    const city = [0xc7, 0xe0, 0xb5, 0xba];
    const document = (encoding: string): BodyInit => new Uint8Array([...new TextEncoder().encode(`<?xml version="1.0" encoding="${encoding}"?><a>`), ...city, ...new TextEncoder().encode('</a>')]);
    expect(xmlOf(await answer(document('GBK'), 'text/xml; charset=utf-8')).text).toBe('青岛');
    expect(xmlOf(await answer(document('UTF-8'), 'text/xml')).text).toBe('青岛');
  });

  it('throw the exception of a service', async () => {
    const exception = await answer('<ows:ExceptionReport xmlns:ows="x"><ows:Exception exceptionCode="InvalidParameterValue"><ows:ExceptionText>no such layer</ows:ExceptionText></ows:Exception></ows:ExceptionReport>');
    expect(() => xmlOf(exception)).toThrow(/InvalidParameterValue: no such layer/);
  });
});
