import { describe, expect, it } from 'vitest';
import { placeFrom, scopeFrom, twoWords, wordList } from './read-words.js';

describe('words of <yzt-remote-dataset>', () => {
  it('lists are parted by spaces or commas of either kind', () => {
    expect(wordList(' 370202 370203，370211、a,b ')).toEqual(['370202', '370203', '370211', 'a', 'b']);
    expect(wordList(undefined)).toEqual([]);
  });

  it('two columns are two words', () => {
    expect(twoWords('px py')).toEqual(['px', 'py']);
    expect([twoWords('px'), twoWords('a b c'), twoWords('')]).toEqual([undefined, undefined, undefined]);
  });

  it('a place is on Earth', () => {
    expect(placeFrom('120 36')).toEqual([120, 36]);
    expect([placeFrom('36 120'), placeFrom('a b'), placeFrom('120')]).toEqual([undefined, undefined, undefined]);
  });

  it('a scope without values lets nothing pass', () => {
    expect(scopeFrom('district', '370202 370203')).toEqual({ kind: 'in', field: 'district', values: ['370202', '370203'] });
    expect(scopeFrom('district', undefined)).toEqual({ kind: 'in', field: 'district', values: [] });
    expect(scopeFrom(undefined, 'a')).toBeUndefined();
  });
});
