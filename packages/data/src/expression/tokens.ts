/** An expression as words and signs. */
import { badExpression } from './fault.js';

export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'field' | 'sign' | 'end';
  /** Name, sign, or what a text says. */
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

/** Longest expression. */
export const MAX_LENGTH = 2000;

/** Signs as Chinese keyboards and books write them. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['（', '('], ['）', ')'], ['，', ','], ['＋', '+'], ['－', '-'], ['−', '-'], ['×', '*'], ['÷', '/'], ['＝', '='], ['＞', '>'], ['＜', '<'], ['≥', '>='], ['≤', '<='], ['≠', '!='],
  ['？', '?'], ['：', ':'], ['！', '!'], ['＆', '&'], ['％', '%'], ['==', '='], ['<>', '!='], ['&&', 'and'], ['||', 'or'], ['!', 'not'], ['！=', '!='],
]);
const QUOTES: ReadonlyMap<string, string> = new Map([["'", "'"], ['"', '"'], ['“', '”'], ['‘', '’']]);

const SPACE = /[\s\u3000]+/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const NAME = /[A-Za-z_\u00c0-\u024f\u3007\u3400-\u4dbf\u4e00-\u9fff][\w\u00c0-\u024f\u3007\u3400-\u4dbf\u4e00-\u9fff]*/y;
const SIGN = /<=|>=|<>|!=|！=|==|&&|\|\||[-+*/%^&=<>!?:(),（），＋－−×÷＝＞＜≥≤≠？：！＆％]/y;

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Reads an expression into tokens, the last one is the end. @throws YztError `bad-expression` with the place. */
export function tokensOf(expression: string): Token[] {
  if (expression.length > MAX_LENGTH) {
    throw badExpression(expression, { at: MAX_LENGTH, end: MAX_LENGTH + 1 }, { zh: `太长，最多 ${MAX_LENGTH} 个字符`, en: `too long, at most ${MAX_LENGTH} characters` });
  }
  const tokens: Token[] = [];
  let at = 0;
  while (at < expression.length) {
    at += matchAt(SPACE, expression, at)?.length ?? 0;
    if (at >= expression.length) break;
    const token = tokenAt(expression, at);
    tokens.push(token);
    at = token.end;
  }
  return [...tokens, { kind: 'end', text: '', at: expression.length, end: expression.length }];
}

function tokenAt(expression: string, at: number): Token {
  const first = expression[at] as string;
  const close = QUOTES.get(first);
  if (close) return quoted(expression, at, close, 'text');
  if (first === '[' || first === '`') return quoted(expression, at, first === '[' ? ']' : '`', 'field');
  const number = matchAt(NUMBER, expression, at);
  if (number) {
    const end = at + number.length;
    const after = matchAt(NAME, expression, end) ?? (expression[end] === '.' ? '.' : undefined);
    if (after) throw badExpression(expression, { at, end: end + after.length }, { zh: '不是数字；以数字开头的字段名请写在方括号里：[2020年]', en: 'no number; a field that begins with a digit stands in brackets: [2020 total]' });
    return { kind: 'number', text: number, at, end };
  }
  const name = matchAt(NAME, expression, at);
  if (name) return { kind: 'name', text: name, at, end: at + name.length };
  const sign = matchAt(SIGN, expression, at);
  if (sign) return { kind: 'sign', text: SAME.get(sign) ?? sign, at, end: at + sign.length };
  throw badExpression(expression, { at, end: at + 1 }, { zh: '不认识的符号', en: 'a sign that means nothing here' });
}

/** A text in quotes or a field in brackets; its closing sign twice is that sign itself. */
function quoted(expression: string, at: number, close: string, kind: 'text' | 'field'): Token {
  let text = '';
  for (let place = at + 1; place < expression.length; place++) {
    const sign = expression[place] as string;
    if (sign !== close) text += sign;
    else if (expression[place + 1] === close) text += expression[++place] as string;
    else return { kind, text, at, end: place + 1 };
  }
  throw badExpression(expression, { at, end: at + 1 }, { zh: `没有结束的 ${close}`, en: `no closing ${close}` });
}
