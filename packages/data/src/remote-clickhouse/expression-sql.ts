/**
 * Expressions as SQL. Kinds, and parts without fields, are worked out by the code that works on rows in memory; what stays is written here, and a test
 * runs both over the same values. Numbers and instants are decimals of eight bytes of which NaN is missing, as in memory. Texts are missing where they
 * are NULL. What is true or not is 0, 1 for missing, 2: so the least of two is «and», the greatest is «or», as logic of three values has it.
 */
import { commonKind, compiled, partAs, type CompileContext, type Part } from '../expression/compile.js';
import { badExpression } from '../expression/fault.js';
import { CHINESE, FUNCTIONS } from '../expression/functions.js';
import { fieldsOf, parseExpression, type Node } from '../expression/parse.js';
import { blankColumn } from '../model/derived-columns.js';
import type { Column } from '../model/types.js';
import { numberSql, textSql, type ClickColumn } from './columns.js';
import { DATE_SQL } from './date-functions-sql.js';
import { NUMBER_SQL, type Given } from './function-sql.js';
import { bound } from './let-sql.js';
import { literalSql } from './literal-sql.js';
import { TEXT_SQL } from './text-functions-sql.js';

type Kind = Column['kind'];
type Call = Node & { readonly kind: 'call' };

/** Whether a value is missing, 0 or 1. */
export function missingSql(kind: Kind, value: string): string {
  return kind === 'text' ? `isNull(${value})` : kind === 'boolean' ? `(${value} = 1)` : `isNaN(${value})`;
}

/** Numbers of these come as decimals of eight bytes. */
const EIGHT_BYTES: ReadonlySet<ClickColumn['storage']> = new Set(['float', 'wide-integer', 'instant']);

/** A column as a part of an expression; masked where it has to be. */
export function columnValue(column: ClickColumn): string {
  switch (column.kind) {
    case 'text':
      return textSql(column);
    case 'boolean':
      return `ifNull((${column.sql}) * 2, 1)`;
    default: {
      const value = EIGHT_BYTES.has(column.storage) && !column.mask ? numberSql(column) : `toFloat64(${numberSql(column)})`;
      return column.nullable || column.mask ? `ifNull(${value}, nan)` : value;
    }
  }
}

/** One expression over the columns of a table. */
export class ExpressionSql {
  readonly #context: CompileContext;
  readonly #columns: ReadonlyMap<string, ClickColumn>;
  readonly sql: string;

  /** @throws YztError `bad-expression`, `unknown-field`, and `not-answerable` for what the server cannot do just so. */
  constructor(expression: string, columns: ReadonlyMap<string, ClickColumn>, now: number) {
    const column = (name: string): Column | undefined => {
      const known = columns.get(name);
      return known && blankColumn(known.kind, name, 0);
    };
    this.#context = { expression, rows: { column }, now };
    this.#columns = columns;
    const node = parseExpression(expression);
    const sql = this.#as(node, this.#common([this.#part(node)]));
    // Early servers work some functions out over rows only.
    this.sql = fieldsOf(node).length === 0 ? `materialize(${sql})` : sql;
  }

  #part(node: Node): Part {
    return { ...compiled(node, this.#context), node };
  }

  #common(parts: readonly Part[]): Kind {
    return commonKind(parts, this.#context);
  }

  /** A part as a kind that it is, or can be read as. */
  #as(node: Node, kind: Kind): string {
    if (fieldsOf(node).length === 0) return literalSql(kind, partAs(kind, this.#part(node), this.#context).at(0));
    return node.kind === 'field' ? columnValue(this.#columns.get(node.name) as ClickColumn) : this.#call(node as Call);
  }

  #call(call: Call): string {
    const lower = call.name.toLowerCase();
    const name = CHINESE.get(lower) ?? lower;
    const form = FORMS.get(name);
    if (form) {
      const parts = call.args.map((arg) => this.#part(arg));
      return form({ call, parts, as: (node, kind) => this.#as(node, kind), common: (some) => this.#common(some) });
    }
    const write = NUMBER_SQL.get(name) ?? TEXT_SQL.get(name) ?? DATE_SQL.get(name);
    if (!write) throw notSayable(this.#context.expression, call);
    const takes = FUNCTIONS.get(name)?.takes ?? [];
    const kinds = call.args.map((_, at) => takes[Math.min(at, takes.length - 1)] as Kind);
    return write(call.args.map((arg, at) => this.#as(arg, kinds[at] as Kind)), this.#given(call, kinds));
  }

  #given({ args }: Call, kinds: readonly Kind[]): Given {
    const constant: Given['constant'] = (at) => {
      const arg = args[at];
      return arg && fieldsOf(arg).length === 0 ? partAs(kinds[at] as Kind, this.#part(arg), this.#context).at(0) : undefined;
    };
    return {
      constant,
      value: (at) => {
        if (fieldsOf(args[at] as Node).length > 0) throw notConstant(this.#context.expression, args[at] as Node);
        return constant(at);
      },
      column: (at) => {
        const arg = args[at];
        return arg?.kind === 'field' ? this.#columns.get(arg.name) : undefined;
      },
    };
  }
}

interface FormCall {
  readonly call: Call;
  readonly parts: readonly Part[];
  as(node: Node, kind: Kind): string;
  common(parts: readonly Part[]): Kind;
}
type Form = (given: FormCall) => string;

/** Parts in the kind they have together. */
function together({ parts, as, common }: FormCall): { readonly kind: Kind; readonly values: readonly string[] } {
  const kind = common(parts);
  return { kind, values: parts.map(({ node }) => as(node, kind)) };
}

const comparison = (sign: string): Form => (given) => {
  const { kind, values } = together(given);
  if (kind === 'text') return `ifNull((${values[0]} ${sign} ${values[1]}) * 2, 1)`;
  return bound(values, (a, b) => `if(${missingSql(kind, a as string)} OR ${missingSql(kind, b as string)}, 1, (${a} ${sign} ${b}) * 2)`);
};

/** A list without the value is not it, whatever is missing in the list. */
const inList: Form = (given) => {
  const { kind, values } = together(given);
  return bound(values, (wanted, ...list) => `if(${missingSql(kind, wanted as string)}, 1, (${list.map((one) => `ifNull(${wanted} = ${one}, 0)`).join(' OR ')}) * 2)`);
};

const logic = (sql: 'least' | 'greatest'): Form => ({ call, as }) => `${sql}(${call.args.map((arg) => as(arg, 'boolean')).join(', ')})`;

const not: Form = ({ call, as }) => `(2 - ${as(call.args[0] as Node, 'boolean')})`;

const choice: Form = ({ parts: [condition, ...values], as, common }) => {
  const kind = common(values);
  const [yes, no] = values.map(({ node }) => as(node, kind));
  return `if(${as((condition as Part).node, 'boolean')} = 2, ${yes}, ${no ?? literalSql(kind, undefined)})`;
};

const coalesce: Form = (given) => {
  const { kind, values } = together(given);
  if (values.length === 1) return values[0] as string;
  if (kind === 'text') return `coalesce(${values.join(', ')})`;
  const first = (names: readonly string[]): string => (names.length === 1 ? (names[0] as string) : `if(${missingSql(kind, names[0] as string)}, ${first(names.slice(1))}, ${names[0]})`);
  return bound(values, (...names) => first(names));
};

const missing: Form = ({ parts: [part], as, common }) => {
  const kind = common([part as Part]);
  return `(${missingSql(kind, as((part as Part).node, kind))} * 2)`;
};

const FORMS: ReadonlyMap<string, Form> = new Map<string, Form>([
  ...['=', '!=', '<', '<=', '>', '>='].map((sign): [string, Form] => [sign, comparison(sign)]),
  ['in', inList],
  ['and', logic('least')],
  ['or', logic('greatest')],
  ['not', not],
  ['if', choice],
  ['coalesce', coalesce],
  ['missing', missing],
]);

function notSayable(expression: string, call: Call): Error {
  return badExpression(expression, { at: call.at, end: call.end }, { zh: `服务器不能算「${call.name}」；请在服务器的表里加这一列`, en: `the server cannot work out "${call.name}"; add the column to its table` }, 'not-answerable');
}

function notConstant(expression: string, arg: Node): Error {
  return badExpression(expression, arg, { zh: '数据在服务器上时，这里要直接写值，不能用字段；或在服务器的表里加这一列', en: 'of rows on a server this must be a value and no field; or add the column to its table' }, 'not-answerable');
}
