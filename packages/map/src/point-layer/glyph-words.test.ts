import { describe, expect, it } from 'vitest';
import type { SymbolClass } from '@yizhangtu/data/symbology';
import { glyphChoice, signedClasses } from './glyph-words.js';

const one = (key: string | null | undefined, zh: string, glyph?: string): SymbolClass => ({ key, label: { zh, en: `${zh} en` }, color: '#000000', ...(glyph && { glyph }) });
const classes = [one('36', '足球场', 'ball'), one('6', '游泳馆', 'swim'), one(null, '无数据'), one(undefined, '其他')];
const names = (words: string) => signedClasses(classes, glyphChoice(words) ?? { kind: 'none' }).map(({ glyph }) => glyph);

it('asks no class for its filter, which may be a list of a million words', () => {
  const other: SymbolClass = {
    ...one(undefined, '其他'),
    get filter(): never {
      throw new Error('listed');
    },
  };
  for (const words of ['', 'vessel', 'class']) expect(signedClasses([other], glyphChoice(words) ?? { kind: 'none' })[0]?.label.zh).toBe('其他');
});

describe('glyphChoice', () => {
  it('gives all classes one sign, each its own, or none', () => {
    expect(names('vessel')).toEqual(['vessel', 'vessel', 'vessel', 'vessel']);
    expect(names('class')).toEqual(['ball', 'swim', undefined, undefined]);
    expect(names('')).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('takes signs by code, by Chinese or English words, and one for all others', () => {
    expect(names('36=star; 游泳馆 = fish；其他 en=flag;')).toEqual(['star', 'fish', undefined, 'flag']);
    expect(names('足球场=star;*=alert')).toEqual(['star', 'alert', 'alert', 'alert']);
  });

  it.each(['<b>', 'Two Words', '=ball', 'a=', 'a=<svg>', '球'])('does not take %s', (words) => {
    expect(glyphChoice(words)).toBeUndefined();
  });
});
