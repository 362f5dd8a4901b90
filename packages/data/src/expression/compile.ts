/** From a tree to closures over columns: kinds are checked once, and each row costs a few calls. No script is made of an expression. */
import { shanghaiInstant, shanghaiParts, parseInstant } from '@yizhangtu/base/dates';
import type { RowSource } from '../model/derived-columns.js';
import { NO_CODE, type Column } from '../model/types.js';
import { badExpression, unknownField, type Span } from './fault.js';
import { CHINESE, FUNCTIONS, type Signature } from './functions.js';
import type { Node } from './parse.js';
import { asNumber, boolean, date, isMissing, KIND_NAMES, MISSING, number, text, type At, type Kind, type Typed } from './typed.js';

/** What an expression is compiled over. */
export interface CompileContext {
  /** The expression itself, for errors. */
  readonly expression: string;
  readonly rows: Pick<RowSource, 'column'>;
  /** What `today()` is, ms. */
  readonly now: number;
}

/** A part with its place in the tree. */
export type Part = Typed & { readonly node: Node };
type Args = readonly Part[];
type Form = (args: Args, context: CompileContext, call: Node) => Typed;

/** Compiles a tree over the columns of a source. @throws YztError `bad-expression` or `unknown-field`, with the place. */
export function compiled(node: Node, context: CompileContext): Typed {
  switch (node.kind) {
    case 'number':
      return number(() => node.value);
    case 'text':
      return { ...text(() => node.value), literal: node.value };
    case 'boolean':
      return boolean(() => Number(node.value));
    case 'null':
      return { kind: 'null', at: () => undefined };
    case 'field':
      return fieldOf(node.name, node, context);
    case 'call':
      return callOf(node, context);
  }
}

function fieldOf(name: string, span: Span, { rows, expression }: CompileContext): Typed {
  const column = rows.column(name);
  if (!column) throw unknownField(expression, span, name);
  return read(column);
}

function read(column: Column): Typed {
  if (column.kind !== 'text') {
    const { values } = column;
    return { kind: column.kind, at: (row) => values[row] as number };
  }
  const wordOf = column.wordOf?.bind(column);
  if (wordOf) return text(wordOf);
  const { codes } = column;
  const wordAt = column.wordAt?.bind(column);
  if (wordAt) return text((row) => (codes[row] === NO_CODE ? undefined : wordAt(codes[row] as number)));
  const { dictionary } = column;
  return text((row) => dictionary[codes[row] as number]);
}

function callOf(node: Node & { kind: 'call' }, context: CompileContext): Typed {
  const lower = node.name.toLowerCase();
  const name = CHINESE.get(lower) ?? lower;
  const args = node.args.map((arg) => ({ ...compiled(arg, context), node: arg }));
  const form = FORMS.get(name);
  if (form) return form(args, context, node);
  const signature = FUNCTIONS.get(name);
  if (!signature) {
    const { at } = node;
    throw badExpression(context.expression, { at, end: at + node.name.length }, { zh: `没有函数「${node.name}」`, en: `there is no function "${node.name}"` });
  }
  return signature.make(checked(signature, args, context, node));
}

function checked({ takes, least = takes.length, more }: Signature, args: Args, context: CompileContext, node: Node & { kind: 'call' }): Typed[] {
  if (args.length < least || (!more && args.length > takes.length)) {
    const wanted = more ? `≥ ${least}` : least === takes.length ? String(least) : `${least}–${takes.length}`;
    throw badExpression(context.expression, node, { zh: `「${node.name}」要 ${wanted} 个参数，这里有 ${args.length} 个`, en: `"${node.name}" takes ${wanted} arguments, here are ${args.length}` });
  }
  return args.map((arg, i) => partAs(takes[Math.min(i, takes.length - 1)] as Column['kind'], arg, context));
}

/** A part as a kind: itself, a missing value, or a text of the expression that is a date. */
export function partAs(kind: Column['kind'], arg: Part, { expression }: CompileContext): Typed {
  if (arg.kind === kind) return arg;
  if (arg.kind === 'null') return { kind, at: () => MISSING[kind] };
  if (kind === 'date' && arg.literal !== undefined) {
    const instant = parseInstant(arg.literal, 'shanghai');
    if (!Number.isNaN(instant)) return date(() => instant);
    throw badExpression(expression, arg.node, { zh: '不是日期，应写成 2026-01-31', en: 'no date; write 2026-01-31' });
  }
  const [wanted, given] = [KIND_NAMES[kind], KIND_NAMES[arg.kind]];
  const remedy = REMEDIES.get(`${arg.kind} ${kind}`);
  throw badExpression(expression, arg.node, {
    zh: `这里要${wanted.zh}，这是${given.zh}${remedy ? `；请用 ${remedy}` : ''}`,
    en: `${wanted.en} is expected here, this is ${given.en}${remedy ? `; use ${remedy}` : ''}`,
  });
}

const REMEDIES: ReadonlyMap<string, string> = new Map([
  ['text number', 'number(…)'],
  ['number text', 'text(…)'],
  ['text date', 'date(…)'],
  ['date number', 'daysBetween(…, …), year(…)'],
]);

/** The kind that several parts have together. */
export function commonKind(args: Args, context: CompileContext): Column['kind'] {
  const kinds = new Set(args.map(({ kind }) => kind).filter((kind): kind is Column['kind'] => kind !== 'null'));
  // Texts that stand in the expression may be dates.
  if (kinds.has('date') && args.every(({ kind, literal }) => kind !== 'text' || literal !== undefined)) kinds.delete('text');
  const [kind, other] = kinds;
  if (kind === undefined) return 'text';
  if (other === undefined) return kind;
  const odd = args.find((arg) => arg.kind === other) as Args[number];
  const [a, b] = [KIND_NAMES[kind], KIND_NAMES[other]];
  throw badExpression(context.expression, odd.node, { zh: `种类不一致：前面是${a.zh}，这是${b.zh}`, en: `kinds differ: ${a.en} before, this is ${b.en}` });
}

/** Two values of a kind, missing if either is. */
function comparison(test: (a: number | string, b: number | string) => boolean, ordered: boolean): Form {
  return (args, context, call) => {
    const kind = commonKind(args, context);
    if (ordered && (kind === 'text' || kind === 'boolean')) {
      throw badExpression(context.expression, call, { zh: '文本和是否只能比较是否相等', en: 'texts, true and false are only equal or not' });
    }
    const [a, b] = args.map((arg) => partAs(kind, arg, context).at) as [At, At];
    return boolean((row) => {
      const [left, right] = [a(row), b(row)];
      return isMissing(kind, left) || isMissing(kind, right) ? 2 : Number(test(left as number, right as number));
    });
  };
}

/** One of several values. A list without the value is not it, whatever is missing in the list. */
const inList: Form = (args, context) => {
  const kind = commonKind(args, context);
  const [value, ...list] = args.map((arg) => partAs(kind, arg, context).at) as [At, ...At[]];
  return boolean((row) => {
    const wanted = value(row);
    return isMissing(kind, wanted) ? 2 : Number(list.some((at) => at(row) === wanted));
  });
};

/** and, or: what is missing matters only where the other side does not decide (three-valued logic, as in SQL). */
function logic(decides: 0 | 1): Form {
  return (args, context) => {
    const [a, b] = args.map((arg) => asNumber(partAs('boolean', arg, context))) as [At<number>, At<number>];
    return boolean((row) => {
      const left = a(row);
      if (left === decides) return decides;
      const right = b(row);
      return right === decides ? decides : left === 2 || right === 2 ? 2 : 1 - decides;
    });
  };
}

const not: Form = ([arg], context) => {
  const at = asNumber(partAs('boolean', arg as Args[number], context));
  return boolean((row) => {
    const value = at(row);
    return value === 2 ? 2 : 1 - value;
  });
};

/** if(condition, this, that): a condition that is missing does not hold. */
const choice: Form = (args, context, call) => {
  if (args.length < 2 || args.length > 3) throw badExpression(context.expression, call, { zh: 'if 要 2–3 个参数：条件、是、否', en: 'if takes 2–3 arguments: condition, this, that' });
  const [condition, ...values] = args as [Args[number], ...Args];
  const kind = commonKind(values, context);
  const test = asNumber(partAs('boolean', condition, context));
  const [yes, no = () => MISSING[kind]] = values.map((value) => partAs(kind, value, context).at) as [At, At?];
  return { kind, at: (row) => (test(row) === 1 ? yes(row) : no(row)) };
};

/** The first value that is not missing. */
const coalesce: Form = (args, context, call) => {
  if (args.length === 0) throw badExpression(context.expression, call, { zh: 'coalesce 至少要 1 个参数', en: 'coalesce takes at least one argument' });
  const kind = commonKind(args, context);
  const all = args.map((arg) => partAs(kind, arg, context).at);
  return {
    kind,
    at: (row) => {
      for (const at of all) {
        const value = at(row);
        if (!isMissing(kind, value)) return value;
      }
      return MISSING[kind];
    },
  };
};

const missing: Form = ([arg, more], context, call) => {
  if (!arg || more) throw badExpression(context.expression, call, { zh: 'missing 要 1 个参数', en: 'missing takes one argument' });
  const { kind, at } = arg;
  return boolean((row) => Number(isMissing(kind, at(row))));
};

/** Midnight of today in Asia/Shanghai, when the column is worked out. */
const today: Form = (args, context, call) => {
  if (args.length > 0) throw badExpression(context.expression, call, { zh: 'today 不要参数', en: 'today takes no argument' });
  const { year, month, day } = shanghaiParts(context.now);
  const instant = shanghaiInstant(year, month, day);
  return date(() => instant);
};

/** Forms that take parts of any kind, or of which something may be missing. */
const FORMS: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['=', comparison((a, b) => a === b, false)],
  ['!=', comparison((a, b) => a !== b, false)],
  ['<', comparison((a, b) => a < b, true)],
  ['<=', comparison((a, b) => a <= b, true)],
  ['>', comparison((a, b) => a > b, true)],
  ['>=', comparison((a, b) => a >= b, true)],
  ['in', inList],
  ['and', logic(0)],
  ['or', logic(1)],
  ['not', not],
  ['if', choice],
  ['coalesce', coalesce],
  ['missing', missing],
  ['today', today],
]);

/** Names of all functions, as a page may write them. */
export const FUNCTION_NAMES: readonly string[] = [...FORMS.keys(), ...FUNCTIONS.keys(), ...CHINESE.keys()].filter((name) => /^[a-z\u4e00-\u9fff]/.test(name));

/** Kind of what an expression gives; a missing value alone is a text. */
export function columnKind(kind: Kind): Column['kind'] {
  return kind === 'null' ? 'text' : kind;
}

