import { describe, expect, it } from 'vitest';
import { YztError } from './errors.js';
import { GLYPHS } from './glyph-set.js';
import { glyphOf, onGlyphs, provideGlyphs } from './glyphs.js';
import { registerGlyph } from './register-glyph.js';
import { pathRings } from './svg-path.js';

describe('the signs of the library', () => {
  it('have names of their own and words in both languages', () => {
    expect(new Set(GLYPHS.map(({ name }) => name)).size).toBe(GLYPHS.length);
    for (const { name, label } of GLYPHS) {
      expect(name).toMatch(/^[a-z][a-z\d-]*$/);
      expect(label.zh, name).toMatch(/[一-龥]/);
      expect(label.en, name).toMatch(/^[A-Z]/);
    }
  });

  it.each(GLYPHS.map((glyph) => [glyph.name, glyph] as const))('%s lies within the grid and fills a good part of it', (_name, { parts }) => {
    let [left, top, right, bottom] = [99, 99, -99, -99];
    for (const { d, stroke = 0 } of parts)
      for (const { xy } of pathRings(d))
        xy.forEach((value, index) => {
          if (index % 2 === 0) [left, right] = [Math.min(left, value - stroke / 2), Math.max(right, value + stroke / 2)];
          else [top, bottom] = [Math.min(top, value - stroke / 2), Math.max(bottom, value + stroke / 2)];
        });
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
    expect(Math.max(right, bottom)).toBeLessThanOrEqual(24);
    expect(Math.max(right - left, bottom - top)).toBeGreaterThan(18);
  });
});

describe('registerGlyph', () => {
  it('makes a sign known, tells, and wins over the library', () => {
    let told = 0;
    const end = onGlyphs(() => told++);
    registerGlyph('star', 'M0 0h24v24z', { zh: '自有', en: 'Own' });
    provideGlyphs(GLYPHS);
    expect(glyphOf('star')?.label.zh).toBe('自有');
    expect(glyphOf('ball')?.label.zh).toBe('球类');
    end();
    registerGlyph('meter', [{ d: 'M2 2L22 22', stroke: 2 }]);
    expect(told).toBe(1);
    expect(glyphOf('meter')).toEqual({ name: 'meter', label: { zh: 'meter', en: 'meter' }, parts: [{ d: 'M2 2L22 22', stroke: 2 }] });
  });

  it('refuses markup, odd names and odd strokes, and keeps what it had', () => {
    registerGlyph('safe', 'M0 0h9v9z');
    const before = glyphOf('safe');
    for (const d of ['<path d="M0 0"/>', 'M0 0" onload="alert(1)', 'javascript:alert(1)']) expect(() => registerGlyph('safe', d)).toThrow(YztError);
    for (const name of ['', 'Two', 'a b', 'class', '<b>']) expect(() => registerGlyph(name, 'M0 0h9v9z')).toThrow(YztError);
    for (const stroke of [0, -1, 13, Number.NaN]) expect(() => registerGlyph('safe', [{ d: 'M0 0h9', stroke }])).toThrow(YztError);
    expect(glyphOf('safe')).toBe(before);
  });
});
