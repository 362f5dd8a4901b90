/** Values and names as SQL. The only place where something from outside becomes part of a statement. */
import { YztError } from '@yizhangtu/base/errors';

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\0': '\\0', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' };

/** A text as a ClickHouse literal. Backslash and quote are all that could end it; control characters are written so that logs stay one line. */
export function quotedText(value: string): string {
  return `'${value.replace(/[\\'\0\n\r\t\b\f]/g, (letter) => ESCAPES[letter] as string)}'`;
}

/** A name of a column or table as SQL. Only for names that the server itself or the author of the page has given. */
export function quotedName(name: string): string {
  return `\`${name.replace(/[\\`\0\n\r\t\b\f]/g, (letter) => (letter === '`' ? '\\`' : (ESCAPES[letter] as string)))}\``;
}

/** Least number with all its digits, 2⁻¹⁰²². */
const SMALLEST = 2.2250738585072014e-308;

/** A number as a literal. @throws YztError `bad-argument` for what is no number. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) {
    throw new YztError('bad-argument', {
      zh: `筛选值 ${String(value)} 不是有限的数。`,
      en: `The filter value ${String(value)} is not a finite number.`,
    });
  }
  // The server reads no number so small that it has fewer digits than others.
  const text = String(value !== 0 && Math.abs(value) < SMALLEST ? Math.sign(value) * SMALLEST : value);
  // Whole numbers in full, so that the server compares them as such.
  return Number.isInteger(value) && text.includes('e') ? BigInt(value).toString() : text;
}

/** A number as a literal of one type, whatever its digits: `3.`, `nan`. */
export function decimalText(value: number): string {
  if (!Number.isFinite(value)) return String(value).replace('Infinity', 'inf').replace('NaN', 'nan');
  const text = numberText(value);
  return /[.e]/.test(text) ? text : `${text}.`;
}

/** Parameters are sent in the address; beyond this a literal in the body is better. */
const LONGEST_BOUND = 4000;

/** The values of one statement: bound as parameters where the server knows them, else written by `quotedText`. */
export class Values {
  /** Bound values by name, as they are sent: in the form of a tab-separated file. */
  readonly parameters = new Map<string, string>();
  readonly #bind: boolean;
  #length = 0;

  constructor(bind: boolean) {
    this.#bind = bind;
  }

  /** SQL that stands for a text. */
  text(value: string): string {
    const sent = value.replace(/[\\\0\n\r\t\b\f]/g, (letter) => ESCAPES[letter] as string);
    if (!this.#bind || this.#length + sent.length > LONGEST_BOUND) return quotedText(value);
    this.#length += sent.length;
    const name = `p${this.parameters.size}`;
    this.parameters.set(name, sent);
    return `{${name}:String}`;
  }

  /** SQL that stands for some texts. */
  list(values: readonly string[]): string {
    return values.map((value) => this.text(value)).join(', ');
  }
}
