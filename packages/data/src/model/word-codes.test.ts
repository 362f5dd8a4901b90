import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnFrom } from './columns.js';
import { groupingOf } from './grouping.js';
import { NO_CODE, type TextColumn } from './types.js';
import { oneOf, WordCodes } from './word-codes.js';

const words = fc.array(fc.string({ unit: 'binary' }));

describe('Words', () => {
  test('are numbered in the order of coming, even if there are more than was said', () => {
    fc.assert(
      fc.property(words, fc.nat(4), (list, most) => {
        const plain = [...new Set(list)];
        const found = new WordCodes(most);
        expect(list.map((word) => found.codeOf(word))).toEqual(list.map((word) => plain.indexOf(word)));
        expect(found.words).toEqual(plain);
        expect(list.every((word) => found.has(word))).toBe(true);
        expect(found.has('not among them'.repeat(3))).toBe(false);
      }),
    );
  });

  test('keep their codes when there come to be very many', () => {
    const found = new WordCodes(20_000);
    const list = Array.from({ length: 20_000 }, (_, i) => `青岛 ${(i * 7919) % 20_000}`);
    for (const word of list) found.codeOf(word);
    expect(found.words).toEqual(list);
    expect(list.every((word, code) => found.codeOf(word) === code)).toBe(true);
  });

  test('are found among others, as numbers and missing values are', () => {
    const key = fc.oneof(fc.string({ maxLength: 2 }), fc.integer({ min: 0, max: 9 }), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(key), key, (wanted, one) => {
        expect(oneOf(wanted)(one)).toBe(new Set(wanted).has(one));
      }),
    );
  });

  test('of a dictionary that has some twice become one, and what is no word is missing', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.string({ maxLength: 1 }))), fc.array(fc.nat(9)), (dictionary, codes) => {
        const column = columnFrom('a', { dictionary: dictionary as string[], codes: Uint32Array.from(codes) }) as TextColumn;
        expect(Array.from(column.codes, (code) => (code === NO_CODE ? null : column.dictionary[code]))).toEqual(codes.map((code) => dictionary[code] ?? null));
      }),
    );
  });
});

test('Very many different numbers are numbered in the order of coming', () => {
  const values = Float64Array.from({ length: 20_000 }, (_, i) => ((i * 7919) % 10_000) + 0.5);
  const { codes, keys } = groupingOf({ kind: 'number', name: 'a', values });
  expect(keys).toEqual([...new Set(values)]);
  expect(values.every((value, row) => keys[codes[row] as number] === value)).toBe(true);
});
