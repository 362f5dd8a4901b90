/** What ClickHouse says when it cannot answer, in sentences. */
import type { YztError } from '@yizhangtu/base/errors';
import { serviceError } from '../remote/service.js';

/** Codes of exceptions that have a remedy of their own. Source: ErrorCodes.cpp of the server, the same in all versions. */
const [UNKNOWN_TABLE, UNKNOWN_DATABASE, TIMEOUT, TOO_SLOW, MEMORY, TOO_MANY_ROWS, READONLY, UNKNOWN_SETTING] = [60, 81, 159, 160, 241, 158, 164, 115];
const DENIED: readonly number[] = [192, 193, 194, 195, 497, 516];

/** The number of an exception; 0 for an answer that is none. */
export function exceptionCode(text: string): number {
  return Number(/Code: (\d+)/.exec(text)?.[1] ?? 0);
}

/** True for an exception about settings: a user of profile `readonly = 1` must not change any, and early versions do not know them all. */
export function refusesSettings(text: string): boolean {
  const code = exceptionCode(text);
  return code === UNKNOWN_SETTING || (code === READONLY && /setting/i.test(text));
}

/** The sentence for an answer that is not 200. What the server says goes in only where it can hold no name of a user. */
export function exceptionError(status: number, text: string, where: string, table: string): YztError {
  const code = exceptionCode(text);
  if (status === 401 || status === 403 || DENIED.includes(code)) {
    return serviceError('forbidden', {
      zh: `${where} 拒绝了访问（${code || status}）。请检查只读用户的权限，以及 headers 中的凭据。`,
      en: `${where} refused access (${code || status}). Check the rights of the read-only user and the credentials in headers.`,
    });
  }
  if (code === UNKNOWN_TABLE || code === UNKNOWN_DATABASE) {
    return serviceError('not-found', { zh: `${where} 没有表 ${table}。请检查 table 的写法（库名.表名）。`, en: `${where} has no table ${table}. Check table (database.table).` });
  }
  if (code === TIMEOUT || code === TOO_SLOW) {
    return serviceError('timeout', { zh: `${where} 超过了服务器允许的查询时间。请缩小筛选范围。`, en: `${where}: the query took longer than the server allows. Narrow the filters.` });
  }
  if (code === MEMORY || code === TOO_MANY_ROWS) {
    return serviceError('query-failed', { zh: `${where} 的查询超过了服务器的内存或行数限制（${code}）。请缩小筛选范围或减少分组。`, en: `${where}: the query goes beyond the memory or rows the server allows (${code}). Narrow the filters or ask for fewer groups.` });
  }
  if (code === 0) {
    return serviceError('http-error', { zh: `${where} 返回 ${status}。请检查服务。`, en: `${where} answered ${status}. Check the service.` });
  }
  return serviceError('query-failed', {
    zh: `${where} 无法执行查询（代码 ${code}：${reasonIn(text)}）。请检查表结构与 schema 是否一致。`,
    en: `${where} could not run the query (code ${code}: ${reasonIn(text)}). Check that the table and the schema agree.`,
  });
}

/** The first words of an exception, without the statement it quotes: that holds values of filters. */
function reasonIn(text: string): string {
  const words = text.replace(/^Code: \d+[.,]\s*(e\.displayText\(\) = )?(DB::Exception: )?/, '');
  return words.split(/[:.;,('"{]/)[0]?.trim().slice(0, 80) ?? '';
}
