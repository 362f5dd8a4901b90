/** What is wrong with an expression, and where. */
import { YztError, type ErrorCode } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';

/** A part of an expression: from its first character to the one after its last, from 0. */
export interface Span {
  readonly at: number;
  readonly end: number;
}

/** Characters around a fault that are shown. */
const AROUND = 24;

/** The place in words: the number of the character from 1, and what stands there. */
function place(expression: string, { at, end }: Span): Text {
  if (at >= expression.length) return { zh: '结尾处', en: 'at the end' };
  const word = expression.slice(at, Math.min(Math.max(end, at + 1), at + AROUND));
  return { zh: `第 ${at + 1} 个字符「${word}」处`, en: `at character ${at + 1}, "${word}"` };
}

/** An error that names the expression, the place and the remedy. */
export function badExpression(expression: string, span: Span, why: Text, code: ErrorCode = 'bad-expression'): YztError {
  const shown = expression.length > 80 ? `${expression.slice(0, 80)}…` : expression;
  const where = place(expression, span);
  return new YztError(code, { zh: `表达式「${shown}」${where.zh}：${why.zh}。`, en: `Expression "${shown}", ${where.en}: ${why.en}.` });
}

/** An error for a field that the rows do not have. */
export function unknownField(expression: string, span: Span, name: string): YztError {
  const where = place(expression, span);
  return new YztError('unknown-field', {
    zh: `表达式${where.zh}：没有字段「${name}」。请检查字段名（区分大小写）；派生字段只能用写在它前面的字段。`,
    en: `Expression, ${where.en}: there is no field "${name}". Check its name, case matters; a worked-out field may use those before it.`,
  });
}
