import { describe, expect, it } from 'vitest';
import { escapedXml } from './xml-text.js';

describe('text in XML', () => {
  it('has no markup of its own', () => {
    expect(escapedXml(`<a b="c">&'</a>`)).toBe(`&lt;a b=&quot;c&quot;&gt;&amp;'&lt;/a&gt;`);
  });

  it('holds what XML 1.0 holds, and nothing else', () => {
    expect(escapedXml('a\t\n\rb')).toBe('a\t\n\rb');
    expect(escapedXml('a\u0000\u0008\u000b\u001f\ufffe\uffffb')).toBe('ab');
    expect(escapedXml('岛\u{20bb7}😀')).toBe('岛\u{20bb7}😀');
    expect(escapedXml('a\ud83db\ude00c')).toBe('abc');
    expect(escapedXml('a\u0000b\u000bc\ud800d😀')).toBe('abcd😀');
    expect(escapedXml('\udc00')).toBe('');
  });
});
