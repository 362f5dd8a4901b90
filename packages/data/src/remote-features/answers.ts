/** What services answer, and what is said when they do not. */
import type { YztError } from '@yizhangtu/base/errors';
import { serviceError, shownService, type Service } from '../remote/service.js';
import type { Feature } from './types.js';

export type Json = Readonly<Record<string, unknown>>;

/** Most rows of one request. */
export const PAGE_SIZE = 1000;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Objects of a list; none for anything else. */
export function objects(value: unknown): Json[] {
  return Array.isArray(value) ? (value as unknown[]).filter(isObject) : [];
}

/** The answer of a service, if it is one. @param what What was asked for, as `not-found` names it. */
export async function answerOf(service: Service, url: URL, accept: string, what: string, signal: AbortSignal, body?: string): Promise<string> {
  const post = body === undefined ? {} : { method: 'POST', body };
  const headers = { Accept: accept, ...(body !== undefined && { 'Content-Type': 'application/x-www-form-urlencoded' }) };
  const { status, text } = await service.ask(url, { ...post, headers }, signal);
  if (status === 200) return text;
  const where = shownService(service.url);
  // Some servers say 403 of a filter they do not like.
  if (status === 401 || (status === 403 && !text.includes('ExceptionReport'))) throw serviceError('forbidden', { zh: `${where} 拒绝了访问（${status}）。请检查服务的权限，以及 headers 中的凭据。`, en: `${where} refused access (${status}). Check the rights of the service and the credentials in headers.` });
  if (status === 404) throw serviceError('not-found', { zh: `${where} 没有 ${what}。请检查 src 和 table。`, en: `${where} has no ${what}. Check src and table.` });
  if (status === 400 || status === 403) throw serviceError('query-failed', { zh: `${where} 不接受这个请求（${status}）。请检查服务声明的能力与实际是否一致。`, en: `${where} does not take the request (${status}). Check that the service can do what it says it can.` });
  throw serviceError('http-error', { zh: `${where} 返回 ${status}。请检查服务。`, en: `${where} answered ${status}. Check the service.` });
}

/** A JSON object. @throws YztError `not-json` for anything else. */
export function jsonIn(text: string, service: Service): Json {
  try {
    const value = JSON.parse(text) as unknown;
    if (isObject(value)) return value;
  } catch {
    // Said below.
  }
  throw notJson(service);
}

function notJson(service: Service): YztError {
  const where = shownService(service.url);
  return serviceError('not-json', { zh: `${where} 的回答不是 JSON。可能是登录页或错误页；请检查地址，WFS 请打开 GeoJSON 输出。`, en: `${where} did not answer with JSON. It may be a login or error page; check the address, and let a WFS give GeoJSON.` });
}

/** Features of a collection. */
export function featuresIn(json: Json): Feature[] {
  return objects(json['features']);
}
