import { describe, expect, it } from 'vitest';
import { inWords, localeOfTag, pageLocale } from './locale.js';

describe('locale', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN-us', 'en'],
    ['zh-CN', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['fr', 'zh-CN'],
    ['', 'zh-CN'],
    [null, 'zh-CN'],
    [undefined, 'zh-CN'],
  ])('speaks the language of %j as %s', (tag, locale) => {
    expect(localeOfTag(tag)).toBe(locale);
  });

  it('does not take a language that only begins like English for English', () => {
    // enm is Middle English, enf a Samoyedic language.
    expect(localeOfTag('enf')).toBe('zh-CN');
  });

  it('speaks Chinese where there is no document', () => {
    expect(pageLocale()).toBe('zh-CN');
  });

  it('has both languages of a message', () => {
    const text = { zh: '图例', en: 'Legend' };
    expect(inWords(text)).toBe('图例');
    expect(inWords(text, 'zh-CN')).toBe('图例');
    expect(inWords(text, 'en')).toBe('Legend');
  });
});
