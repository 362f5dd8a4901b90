import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakPieces, estimatedWidth, fitted, shortened, wrapped } from './text-fit.js';

/** Han 10 px, everything else 5 px. */
const measure = (text: string) => [...text].reduce((sum, char) => sum + (/[\u2e80-\u9fff\uff00-\uffef]/.test(char) ? 10 : 5), 0);

describe('breakPieces', () => {
  it('breaks between Han characters and between words, not inside words', () => {
    expect(breakPieces('全民健身')).toEqual(['全', '民', '健', '身']);
    expect(breakPieces('Sports hall')).toEqual(['Sports ', 'hall']);
    expect(breakPieces('5人制足球')).toEqual(['5', '人', '制', '足', '球']);
  });

  it('keeps punctuation with its neighbours', () => {
    expect(breakPieces('足球场(7人制)')).toEqual(['足', '球', '场', '(7', '人', '制)']);
    expect(breakPieces('新区（黄岛区），东')).toEqual(['新', '区', '（黄', '岛', '区），', '东']);
  });
});

describe('shortened', () => {
  it('leaves what fits and marks what does not', () => {
    expect(shortened('市南区', 30, measure)).toBe('市南区');
    expect(shortened('青岛西海岸新区', 40, measure)).toBe('青岛西…');
  });

  it('keeps one character however small the room', () => {
    expect(shortened('崂山区', 1, measure)).toBe('崂…');
  });
});

describe('wrapped', () => {
  it('wraps Han text at the width', () => {
    expect(wrapped('户外活动营地', 30, 2, measure)).toEqual(['户外活', '动营地']);
  });

  it('never leaves an opening bracket at the end of a line', () => {
    expect(wrapped('西海岸新区（黄岛区）', 60, 2, measure)).toEqual(['西海岸新区', '（黄岛区）']);
  });

  it('shortens the last line', () => {
    expect(wrapped('户外活动营地与山地公园', 30, 2, measure)).toEqual(['户外活', '动营…']);
  });

  it('wraps words whole', () => {
    expect(wrapped('Outdoor camping site', 40, 3, measure)).toEqual(['Outdoor', 'camping', 'site']);
  });

  it('never exceeds the lines, nor the width where at least two characters fit', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40, unit: fc.constantFrom('青', '岛', 'a', 'b', ' ', ',', '(', ')', '7') }), (text) => {
        const lines = wrapped(text, 40, 2, measure);
        return lines.length <= 2 && lines.every((line) => measure(line) <= 40);
      }),
    );
  });
});

describe('fitted', () => {
  const em = (text: string) => [...text].length * 10;
  it('keeps what fits, cuts what leaves enough to read, and else writes nothing', () => {
    expect(fitted('港口', 20, em)).toBe('港口');
    expect(fitted('港口码头用地', 30, em)).toBe('港口…');
    expect(fitted('港口码头用地', 29, em)).toBe('');
    expect(fitted('港', 5, em)).toBe('');
  });
});

describe('estimatedWidth', () => {
  it('counts Han as one em', () => {
    expect(estimatedWidth('青岛', 12)).toBe(24);
    expect(estimatedWidth('ab', 10)).toBeCloseTo(11.2);
  });
});
