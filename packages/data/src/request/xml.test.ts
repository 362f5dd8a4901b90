import { describe, expect, it } from 'vitest';
import { elementsOf, readXml, textOf, type XmlFault } from './xml.js';

function reasonOf(text: string): string | undefined {
  try {
    readXml(text);
    return undefined;
  } catch (reason) {
    return (reason as XmlFault).reason;
  }
}

describe('readXml', () => {
  it('reads names without prefixes, attributes, entities and CDATA', () => {
    const root = readXml('\ufeff<?xml version="1.0"?><!-- <x> --><a:b c:d="1 &amp; 2" e = \'>\'><e/>&#x4e2d;<![CDATA[<z>]]></a:b >\n');
    expect([root.name, [...root.attributes], root.children.length, root.text]).toEqual(['b', [['d', '1 & 2'], ['e', '>']], 1, '中<z>']);
  });

  it('finds elements in the order of the document', () => {
    const root = readXml('<a><b><Name>1</Name></b><Name> 2 </Name></a>');
    expect(elementsOf(root, 'Name').map(({ text }) => text)).toEqual(['1', ' 2 ']);
    expect(textOf(root, 'Name')).toBe('1');
  });

  it('passes over a document type as WMS 1.1.1 has it, and refuses one that declares entities', () => {
    expect(readXml('<!DOCTYPE WMT_MS_Capabilities SYSTEM "http://x/wms.dtd" [ <!ELEMENT Vendor EMPTY> ]><WMT_MS_Capabilities/>').name).toBe('WMT_MS_Capabilities');
    expect(reasonOf('<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;&b;">]><a>&d;</a>')).toBe('entities');
    expect(reasonOf('<!DOCTYPE a [<!entity % b SYSTEM "file:///etc/passwd">]><a/>')).toBe('entities');
    expect(reasonOf('<a><!DOCTYPE b></a>')).toBe('syntax');
  });

  it.each(['', 'no', '<a><b></a>', '<a>', '<a/><b/>', '<a b></a>', '<a b=c/>', '<a b="c/>', '<!--', '<a', '< a/>', '</a>', '<a><![CDATA[</a>', '<a/>text'])('calls %j no XML', (text) => {
    expect(reasonOf(text)).toBe('syntax');
  });

  it('goes no deeper than a service does', () => {
    expect(reasonOf('<a>'.repeat(200) + '</a>'.repeat(200))).toBeUndefined();
    expect(reasonOf('<a>'.repeat(100_000))).toBe('depth');
  });

  // A reader that looks at what follows each of these would take hours.
  it.each([
    ['comments that never end', '<a><!-- '.repeat(400_000)],
    ['attributes that never end', `<a ${'b="c" '.repeat(400_000)}`],
    ['a quote that never ends', `<a ${'b=" '.repeat(400_000)}`],
    ['declarations', `${'<!a>'.repeat(400_000)}<a/>`],
    ['declarations with brackets', `${'<!a[]>'.repeat(300_000)}<a/>`],
    ['ends without beginnings', `<a>${'</'.repeat(800_000)}`],
    ['CDATA that never ends', `<a>${'<![CDATA['.repeat(300_000)}`],
    ['ampersands', `<a>${'&a'.repeat(800_000)}</a>`],
    ['blanks', `<a${' '.repeat(2_000_000)}`],
  ])('comes to an end with %s', (_what, text) => {
    expect(['syntax', 'size', 'depth', undefined]).toContain(reasonOf(text));
  });
});
