import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { received, sendable, transferables } from '../worker/transferables.js';
import { Dataset } from './dataset.js';
import { tableFromColumns } from './from-columns.js';
import { PackedText, packedDictionary, packedWord, packWords, type PackedWords } from './packed-text.js';
import type { TextColumn } from './types.js';

/** Any character, of one to four bytes; half a surrogate pair is none. */
const letter = fc.oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff })).map((code) => String.fromCodePoint(code));

describe('packed words', () => {
  test('are the words, all at once and one by one', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: letter })), (words) => {
        const packed = packWords(words) as PackedWords;
        expect(packedDictionary(packed)).toEqual(words);
        expect(words.map((_, i) => packedWord(packed, i))).toEqual(words);
        expect(packedWord(packed, words.length)).toBeUndefined();
      }),
    );
    expect(packedDictionary(packWords(['\ufeff体', '', '😀x']) as PackedWords)).toEqual(['\ufeff体', '', '😀x']);
  });

  test('cannot hold half a surrogate pair', () => {
    expect(packWords(['a', '\ud83d'])).toBeUndefined();
  });
});

describe('a table between threads', () => {
  const names = Array.from({ length: 5000 }, (_, i) => `体育馆 ${i}`);
  const table = tableFromColumns({ columns: { name: [...names, null], few: [...names.map((_, i) => `k${i % 3}`), 'k0'] } });

  test('keeps its words, as bytes where they are many', () => {
    const sent = sendable(table);
    expect(sent.columns.map((column) => column instanceof PackedText)).toEqual([true, false]);
    const buffers = transferables(sent);
    const got = received(structuredClone(sent, { transfer: buffers }));
    expect(buffers.every((buffer) => buffer.byteLength === 0)).toBe(true);
    const dataset = new Dataset(got);
    expect([dataset.value(4999, 'name'), dataset.value(5000, 'name'), dataset.value(1, 'few')]).toEqual(['体育馆 4999', null, 'k1']);
    expect((dataset.column('name') as TextColumn).dictionary).toEqual(names);
  });

  test('gives a cell without making the dictionary', () => {
    const column = new PackedText('n', Uint32Array.of(1, 0), packWords(['a', 'b']) as PackedWords);
    Object.defineProperty(column, 'dictionary', {
      get: () => {
        throw new Error('made');
      },
    });
    const dataset = new Dataset({ rowCount: 2, columns: [column], idColumn: column, geometry: { kind: 'none' }, report: { total: 2, kept: 2, notes: [] } });
    expect([dataset.value(0, 'n'), dataset.feature(1).id, dataset.feature(1).properties['n']]).toEqual(['b', 'a', 'a']);
  });
});
