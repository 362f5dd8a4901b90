/** Long expressions that a statement has once, whatever how often they are used in it: lists of many keys, corners of many regions. */
import { YztError } from '@yizhangtu/base/errors';

/** Most bytes of a statement, with room for what is put to it; a server reads no more than 262,144 (`max_query_size`). */
const MOST = 250_000;
/** Most bytes of such expressions in it. */
const LONGEST = 200_000;

/** Long expressions and the names that stand for them. Equal ones have one name, and each may hold the names of those before it. */
export class Once {
  readonly #names = new Map<string, string>();

  /** The name of an expression. @throws YztError `not-answerable` for one that alone is more than a server reads. */
  name(sql: string): string {
    if (sql.length > LONGEST) throw tooLong(LISTS, bytesOf(sql));
    const name = this.#names.get(sql) ?? `__far${this.#names.size}_`;
    this.#names.set(sql, name);
    return name;
  }

  /** The name of a list of literals. */
  list(literals: readonly (string | number)[]): string {
    return this.name(`[${literals.join(',')}]`);
  }

  /**
   * A SELECT, with the expressions it names in front of it.
   * @param what Who is to blame where they are too long. Default: the fields of the statement.
   * @throws YztError `not-answerable` for more than a server reads.
   */
  before(select: string, what = TOGETHER): string {
    const used: string[] = [];
    let text = select;
    for (const [sql, name] of [...this.#names].reverse()) {
      if (!text.includes(name)) continue;
      used.unshift(`${sql} AS ${name}`);
      text += sql;
    }
    if (used.length === 0) return select;
    const named = used.join(', ');
    const bytes = bytesOf(named);
    if (bytes > LONGEST) throw tooLong(what, bytes);
    return `WITH ${named} ${select}`;
  }
}

/** Whether a server reads a statement as a whole. */
export function isShort(statement: string): boolean {
  return bytesOf(statement) <= MOST;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

type Words = YztError['text'];

/** Who is to blame where the lists of one field are too long. */
export const LISTS: Words = { zh: '编码或边界太多', en: 'It has too many keys or corners:' };
const TOGETHER: Words = { zh: '所用的字段合起来', en: 'The fields it uses are' };

function tooLong(what: Words, bytes: number): YztError {
  const [kilobytes, most] = [Math.ceil(bytes / 1000), LONGEST / 1000];
  return new YztError('not-answerable', {
    zh: `${what.zh}，写成查询语句有 ${kilobytes} kB，超过 ${most} kB。请在服务器的表里加这一列。`,
    en: `${what.en} ${kilobytes} kB as a statement, more than ${most} kB. Add the column to the table of the server.`,
  });
}
