import { describe, expect, it } from 'vitest';
import { remembered, THEME_CHOICES, themeList, wishedBy } from './appearance-choices.js';

describe('remembered', () => {
  it('takes what it knows and nothing else', () => {
    expect(remembered('{"theme":"dark","language":"en","textSize":150}')).toEqual({
      theme: 'dark',
      language: 'en',
      textSize: 150,
    });
    expect(remembered('{"theme":"neon","language":"xx","textSize":90,"more":1}')).toEqual({});
  });
  it.each([null, '', 'null', '[]', '7', '{', '"dark"', '{"__proto__":{"theme":"dark"}}'])('is empty for %s', (json) => {
    expect(remembered(json)).toEqual({});
  });
});

describe('themeList', () => {
  it('keeps the order of the page and offers all for no known word', () => {
    expect(themeList('dark light dark neon')).toEqual(['dark', 'light']);
    expect(themeList(undefined)).toBe(THEME_CHOICES);
    expect(themeList('neon')).toBe(THEME_CHOICES);
  });
});

describe('wishedBy', () => {
  it.each([
    ['?theme=dark&lang=en&text=150', { theme: 'dark', language: 'en', textSize: 150 }],
    ['?lang=zh', { language: 'zh-CN' }],
    ['?lang=en-GB&view=food', { language: 'en' }],
    ['?theme=neon&lang=fr&text=90', {}],
    ['', {}],
  ] as const)('reads %s', (search, wishes) => {
    expect(wishedBy(search)).toEqual(wishes);
  });
});
