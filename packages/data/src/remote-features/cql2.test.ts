import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cql2Json, cql2Text, quotedName, quotedText } from './cql2.js';
import { FesWriter } from './fes.js';
import type { Node } from './predicate.js';
import { elementsOf, readXml, type XmlElement } from '../request/xml.js';

/** Reads a literal in both ways that parsers do: a quote written twice, and a quote behind a backslash. */
function readBack(literal: string, backslash: boolean): string {
  expect(literal[0]).toBe("'");
  let value = '';
  for (let at = 1; at < literal.length; at++) {
    const two = literal.slice(at, at + 2);
    if (two === "''" || (backslash && two === "\\'")) {
      value += "'";
      at++;
    } else if (literal[at] === "'") {
      expect(at).toBe(literal.length - 1);
      return value;
    } else value += literal[at] as string;
  }
  throw new Error(`no end: ${literal}`);
}

const letters = fc.string({ unit: fc.constantFrom("'", '\\', '"', 'a', '%', '(', ')', ' ', '-', '\n', '\0') });
const equals = (value: string): Node => ({ op: '=', args: [{ property: 'a' }, value] });

describe('quotedText', () => {
  it('is one literal with nothing behind it, however a backslash is read, or none', () => {
    for (const unit of [letters, fc.string({ unit: 'grapheme' })]) {
      const whole = (text: string): void => {
        const literal = quotedText(text);
        if (literal !== undefined) for (const backslash of [true, false]) expect(readBack(literal, backslash)).toBe(text);
      };
      fc.assert(fc.property(unit, whole));
    }
    expect(quotedText("it's")).toBe("'it''s'");
    for (const text of ["\\' OR 1=1 --", 'x\\', '\0', 'a\nb']) expect(quotedText(text), text).toBeUndefined();
  });
});

describe('quotedName', () => {
  it('is one name or none', () => {
    expect(quotedName('名称')).toBe('"名称"');
    for (const name of ['', '"', 'a" OR "b', 'a\\', 'a\nb']) expect(quotedName(name), name).toBeUndefined();
  });
});

describe('CQL2', () => {
  it('writes each condition as the standard has it', () => {
    const all: readonly (readonly [Node, string])[] = [
      [{ op: '>=', args: [{ property: 'n' }, 1e21] }, '"n" >= 1000000000000000000000'],
      [{ op: '<', args: [{ property: 'd' }, { timestamp: '2024-01-01T00:00:00Z' }] }, `"d" < TIMESTAMP('2024-01-01T00:00:00Z')`],
      [{ op: '<=', args: [{ property: 'd' }, { date: '2024-01-01' }] }, `"d" <= DATE('2024-01-01')`],
      [{ op: 'like', args: [{ property: 't' }, '%a\\%%'], anyCase: true }, `CASEI("t") LIKE CASEI('%a\\%%')`],
      [{ op: 'not', args: [{ op: 'isNull', args: [{ property: 't' }] }] }, 'NOT ("t" IS NULL)'],
      [{ op: 's_intersects', args: [{ property: 'g' }, { bbox: [1, 2, 3, 4] }] }, 'S_INTERSECTS("g", BBOX(1, 2, 3, 4))'],
      [{ op: 's_intersects', args: [{ property: 'g' }, { type: 'Polygon', coordinates: [[[1, 2], [3, 4], [5, 0], [1, 2]]] }] }, 'S_INTERSECTS("g", POLYGON((1 2, 3 4, 5 0, 1 2)))'],
      [{ op: 'or', args: [equals('x'), equals('y')] }, `("a" = 'x' OR "a" = 'y')`],
    ];
    for (const [node, text] of all) expect(cql2Text(node)).toBe(text);
    expect(cql2Json({ op: 'like', args: [{ property: 't' }, 'a%'], anyCase: true })).toEqual({ op: 'like', args: [{ op: 'casei', args: [{ property: 't' }] }, { op: 'casei', args: ['a%'] }] });
  });

  it('says nothing where a part cannot be written', () => {
    expect(cql2Text({ op: 'and', args: [equals('x'), equals('\\')] })).toBeUndefined();
    expect(cql2Text({ op: '=', args: [{ property: 'a"b' }, 1] })).toBeUndefined();
  });
});

function shape({ name, children, text }: XmlElement): unknown {
  return children.length > 0 ? [name, ...children.map(shape)] : [name, text];
}

describe('filter encoding', () => {
  const writer = new FesWriter('2.0.0');

  it('a value is the text of one element, whatever it is, or is not written', () => {
    const whole = (text: string): void => {
      const xml = writer.filter(equals(text));
      if (xml !== undefined) expect(shape(readXml(xml))).toEqual(['Filter', ['PropertyIsEqualTo', ['ValueReference', 'a'], ['Literal', text]]]);
    };
    for (const unit of ['grapheme' as const, fc.constantFrom('<', '>', '&', '"', "'", ']', 'a', '!', '\\')]) fc.assert(fc.property(fc.string({ unit }), whole));
    expect(writer.filter(equals('</f:Literal><f:Or>'))).toContain('&lt;/f:Literal&gt;');
    for (const text of ["\\'", '\\', '\0', ' a', '', 'a\nb', '\ud800']) expect(writer.filter(equals(text)), JSON.stringify(text)).toBeUndefined();
  });

  it('has latitude first, and wild letters that words do not have', () => {
    expect(writer.filter({ op: 's_intersects', args: [{ property: 'g' }, { bbox: [120, 35, 121, 36] }] })).toContain('<gml:lowerCorner>35 120</gml:lowerCorner><gml:upperCorner>36 121</gml:upperCorner>');
    const like = readXml(writer.filter({ op: 'like', args: [{ property: 't' }, '%5\\%*_'], anyCase: false }) ?? '');
    expect(elementsOf(like, 'Literal')[0]?.text).toBe('*5%!*#');
    expect(new FesWriter('1.1.0').filter(equals('x'))).toContain('<f:PropertyName>a</f:PropertyName>');
  });
});
