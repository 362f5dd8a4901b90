/** Long expressions that a statement has once, whatever how often they are used in it: lists of many keys, corners of many regions. */
import { YztError } from '@yizhangtu/base/errors';

/** A long expression and the name that stands for it. */
export interface Once {
  readonly name: string;
  readonly sql: string;
}

/** Most bytes of such expressions in a statement; a server reads no more than 262,144 of it (`max_query_size`). */
const LONGEST = 200_000;

/** A SELECT, with those that it names in front of it. @param once In order: each may name those before it. */
export function withOnce(select: string, once: readonly Once[]): string {
  const used: string[] = [];
  let text = select;
  for (const { name, sql } of [...once].reverse()) {
    if (!text.includes(name)) continue;
    used.unshift(`${sql} AS ${name}`);
    text += sql;
  }
  if (used.length === 0) return select;
  const named = used.join(', ');
  if (bytesOf(named) > LONGEST) throw tooLong({ zh: '所用的字段合起来', en: 'The fields it uses are' }, bytesOf(named));
  return `WITH ${named} ${select}`;
}

/** @throws YztError `not-answerable` for expressions that no statement can have. */
export function checkLength(once: readonly Once[]): void {
  const bytes = once.reduce((sum, { sql }) => sum + bytesOf(sql), 0);
  if (bytes > LONGEST) throw tooLong({ zh: '编码或边界太多', en: 'It has too many keys or corners:' }, bytes);
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function tooLong(what: { readonly zh: string; readonly en: string }, bytes: number): YztError {
  const [kilobytes, most] = [Math.ceil(bytes / 1000), LONGEST / 1000];
  return new YztError('not-answerable', {
    zh: `${what.zh}，写成查询语句有 ${kilobytes} kB，超过 ${most} kB。请在服务器的表里加这一列。`,
    en: `${what.en} ${kilobytes} kB as a statement, more than ${most} kB. Add the column to the table of the server.`,
  });
}
