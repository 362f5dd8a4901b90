import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberText, quotedName, quotedText, Values } from './values.js';

/** Reads a literal the way the server's lexer does: backslash takes the next letter with it, the first bare quote ends it. */
function readBack(literal: string, quote: string): { readonly value: string; readonly rest: string } {
  const names: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', 0: '\0' };
  expect(literal[0]).toBe(quote);
  let value = '';
  for (let at = 1; at < literal.length; at++) {
    const letter = literal[at] as string;
    if (letter === quote) return { value, rest: literal.slice(at + 1) };
    if (letter !== '\\') value += letter;
    else {
      at++;
      value += names[literal[at] as string] ?? literal[at];
    }
  }
  throw new Error(`no end: ${literal}`);
}

const HOSTILE = ["'", '\\', "\\'", "' OR 1 = 1 --", "'; DROP TABLE x; --", '`', '\0', '\n', "\\\\'", '{p0:String}', '\u2028', '😀', ''];

describe('quotedText', () => {
  it('is one literal with nothing behind it, whatever the text', () => {
    for (const text of HOSTILE) expect(readBack(quotedText(text), "'")).toEqual({ value: text, rest: '' });
    const letters = fc.constantFrom("'", '\\', '`', 'n', '\n', '\0', '{', '-');
    for (const unit of ['grapheme' as const, letters]) {
      const whole = (text: string): void => {
        expect(readBack(quotedText(text), "'")).toEqual({ value: text, rest: '' });
      };
      fc.assert(fc.property(fc.string({ unit }), whole));
    }
  });

  it('keeps control characters out of the statement', () => {
    expect(quotedText('a\nb\r\t\0\b\f')).not.toMatch(/[\n\r\t\0\b\f]/);
  });
});

describe('quotedName', () => {
  it('is one name with nothing behind it', () => {
    for (const text of HOSTILE) expect(readBack(quotedName(text), '`')).toEqual({ value: text, rest: '' });
    const letters = fc.constantFrom("'", '\\', '`', 'a', '\n');
    const whole = (text: string): void => {
      expect(readBack(quotedName(text), '`')).toEqual({ value: text, rest: '' });
    };
    fc.assert(fc.property(fc.string({ unit: letters }), whole));
  });
});

describe('numberText', () => {
  it('reads back as the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const least = 2.2250738585072014e-308;
        expect(Number(numberText(value)) === value || Math.abs(value) < least).toBe(true);
        expect(numberText(value)).toMatch(/^-?[\d.]+(e[+-]\d+)?$/);
      }),
    );
    expect(numberText(1e21)).toBe('1000000000000000000000');
  });

  it('refuses what is no number', () => {
    for (const value of [Number.NaN, Infinity, -Infinity]) expect(() => numberText(value)).toThrowError(expect.objectContaining({ code: 'bad-argument' }) as Error);
  });
});

describe('Values', () => {
  it('binds what the server can bind, and the statement holds nothing of it', () => {
    const values = new Values(true);
    const sql = values.list(["' OR 1", 'a\tb\\']);
    expect(sql).toBe('{p0:String}, {p1:String}');
    expect([...values.parameters]).toEqual([['p0', "' OR 1"], ['p1', 'a\\tb\\\\']]);
  });

  it('writes what is too long for an address, and all for servers that bind nothing', () => {
    const long = "'".repeat(5000);
    const values = new Values(true);
    expect(values.text(long)).toBe(quotedText(long));
    expect(values.parameters.size).toBe(0);
    expect(new Values(false).text("'")).toBe("'\\''");
  });
});
