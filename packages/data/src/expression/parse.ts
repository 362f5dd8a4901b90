/** From words and signs to a tree. Our own small parser: nothing of an expression is ever run as a script. */
import { badExpression, type Span } from './fault.js';
import { tokensOf, type Token } from './tokens.js';

/** A part of an expression. Operators are calls too. */
export type Node = Span &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'null' }
    | { readonly kind: 'field'; readonly name: string }
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }
  );

/** Parts within parts, and parts in all. */
const [MAX_DEPTH, MAX_NODES] = [40, 400];

/** Operators by how strongly they bind, weakest first; those of a row are read from left to right. */
const LEVELS: readonly (readonly string[])[] = [['or'], ['and'], ['=', '!=', '<', '<=', '>', '>='], ['&'], ['+', '-'], ['*', '/', '%']];
/** The row of comparisons. */
const COMPARE = 2;
const WORDS: ReadonlyMap<string, string> = new Map([['且', 'and'], ['并且', 'and'], ['或', 'or'], ['或者', 'or'], ['非', 'not'], ['and', 'and'], ['or', 'or'], ['not', 'not'], ['in', 'in'], ['属于', 'in']]);
const LITERALS: ReadonlyMap<string, boolean | null> = new Map([['true', true], ['false', false], ['是', true], ['否', false], ['null', null], ['空', null]]);

class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #place = 0;
  #depth = 0;
  #nodes = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokensOf(text);
  }

  whole(): Node {
    if (this.#now.kind === 'end') throw this.#wrong(this.#now, { zh: '是空的', en: 'is empty' });
    const node = this.#choice();
    const after = this.#tokens[this.#place] as Token;
    if (after.kind !== 'end') throw this.#wrong(after, { zh: '这里应当结束，或接运算符', en: 'the end or an operator is expected here' });
    return node;
  }

  get #now(): Token {
    return this.#tokens[this.#place] as Token;
  }

  #wrong(span: Span, why: { zh: string; en: string }): Error {
    return badExpression(this.#text, span, why);
  }

  #made(node: Node): Node {
    if (++this.#nodes > MAX_NODES) throw this.#wrong(node, { zh: `太复杂，最多 ${MAX_NODES} 个部分；请拆成几个字段`, en: `too much, at most ${MAX_NODES} parts; use several fields` });
    return node;
  }

  #deeper(): void {
    if (++this.#depth > MAX_DEPTH) throw this.#wrong(this.#now, { zh: `嵌套太深，最多 ${MAX_DEPTH} 层`, en: `nested too deep, at most ${MAX_DEPTH}` });
  }

  /** The operator word or sign at the place; undefined for anything else. */
  get #operator(): string | undefined {
    const { kind, text } = this.#now;
    return kind === 'sign' ? text : kind === 'name' ? WORDS.get(text.toLowerCase()) : undefined;
  }

  #take(operator: string): boolean {
    if (this.#operator !== operator) return false;
    this.#place++;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#take(sign)) throw this.#wrong(this.#now, { zh: `这里应当是 ${sign}`, en: `${sign} is expected here` });
  }

  /** condition ? this : that */
  #choice(): Node {
    this.#deeper();
    const condition = this.#level(0);
    let node = condition;
    if (this.#take('?')) {
      const yes = this.#choice();
      this.#expect(':');
      const no = this.#choice();
      node = this.#made({ kind: 'call', name: 'if', args: [condition, yes, no], at: condition.at, end: no.end });
    }
    this.#depth--;
    return node;
  }

  #level(level: number): Node {
    const operators = LEVELS[level];
    if (!operators) return this.#signed();
    let left = level === COMPARE ? this.#negated() : this.#level(level + 1);
    if (level === COMPARE && this.#operator === 'not' && this.#tokens[this.#place + 1]?.text.toLowerCase() === 'in') {
      this.#place += 2;
      const list = this.#inList(left);
      left = this.#made({ kind: 'call', name: 'not', args: [list], at: left.at, end: list.end });
    }
    for (let name = this.#operator; name !== undefined && (operators.includes(name) || (level === COMPARE && name === 'in')); name = this.#operator) {
      this.#place++;
      if (name === 'in') left = this.#inList(left);
      else {
        const right = this.#level(level + 1);
        left = this.#made({ kind: 'call', name, args: [left, right], at: left.at, end: right.end });
      }
      if (level === COMPARE && operators.includes(this.#operator ?? '')) throw this.#wrong(this.#now, { zh: '比较不能连写；请用 and 连接：a < b and b < c', en: 'comparisons do not chain; write a < b and b < c' });
    }
    return left;
  }

  /** not binds what is compared: not a = b is not (a = b). */
  #negated(): Node {
    const { at } = this.#now;
    if (!this.#take('not')) return this.#level(COMPARE + 1);
    this.#deeper();
    const node = this.#level(COMPARE);
    this.#depth--;
    return this.#made({ kind: 'call', name: 'not', args: [node], at, end: node.end });
  }

  #inList(left: Node): Node {
    this.#expect('(');
    const args = this.#list();
    if (args.length === 0) throw this.#wrong(this.#tokens[this.#place - 1] as Token, { zh: '括号里至少写一个值', en: 'at least one value in the brackets' });
    return this.#made({ kind: 'call', name: 'in', args: [left, ...args], at: left.at, end: (this.#tokens[this.#place - 1] as Token).end });
  }

  /** Parts up to the closing bracket. */
  #list(): Node[] {
    const args: Node[] = [];
    if (this.#take(')')) return args;
    do args.push(this.#choice());
    while (this.#take(','));
    this.#expect(')');
    return args;
  }

  #signed(): Node {
    const { at } = this.#now;
    const sign = this.#operator;
    if (sign !== '-' && sign !== '+') return this.#power();
    this.#place++;
    this.#deeper();
    const node = this.#signed();
    this.#depth--;
    return sign === '+' ? node : this.#made({ kind: 'call', name: 'negative', args: [node], at, end: node.end });
  }

  /** a ^ b ^ c is a ^ (b ^ c), and -a ^ b is -(a ^ b), as on paper. */
  #power(): Node {
    const base = this.#single();
    if (!this.#take('^')) return base;
    this.#deeper();
    const exponent = this.#signed();
    this.#depth--;
    return this.#made({ kind: 'call', name: '^', args: [base, exponent], at: base.at, end: exponent.end });
  }

  #single(): Node {
    const token = this.#now;
    const { kind, text, at, end } = token;
    this.#place++;
    if (kind === 'number') return this.#made({ kind, value: Number(text), at, end });
    if (kind === 'text') return this.#made({ kind, value: text, at, end });
    if (kind === 'field') return this.#made({ kind, name: text, at, end });
    if (kind === 'sign' && text === '(') {
      const inner = this.#choice();
      this.#expect(')');
      return inner;
    }
    if (kind !== 'name' || WORDS.has(text.toLowerCase())) throw this.#wrong(token, { zh: '这里应当是字段、数字、文本或函数', en: 'a field, a number, a text or a function is expected here' });
    if (this.#take('(')) {
      const args = this.#list();
      return this.#made({ kind: 'call', name: text, args, at, end: (this.#tokens[this.#place - 1] as Token).end });
    }
    const literal = LITERALS.get(text.toLowerCase());
    if (literal === undefined) return this.#made({ kind: 'field', name: text, at, end });
    return this.#made(literal === null ? { kind: 'null', at, end } : { kind: 'boolean', value: literal, at, end });
  }
}

/** The tree of an expression. @throws YztError `bad-expression` with the place of what is wrong. */
export function parseExpression(expression: string): Node {
  return new Parser(expression).whole();
}

/** The fields an expression uses, each once. */
export function fieldsOf(node: Node): string[] {
  if (node.kind === 'field') return [node.name];
  return node.kind === 'call' ? [...new Set(node.args.flatMap(fieldsOf))] : [];
}
