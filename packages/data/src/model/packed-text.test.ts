import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { received, sendable, transferables } from '../worker/transferables.js';
import { Dataset } from './dataset.js';
import { tableFromColumns } from './from-columns.js';
import { PackedText, packedDictionary, packedWord, packWords, withLengths, wordCount, type PackedWords } from './packed-text.js';
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

  test('are the same words with a byte for each length, and as they were when one is too long for that', () => {
    const some = fc.oneof(fc.string({ unit: letter }), fc.constantFrom('', 'x'.repeat(255), '体'.repeat(85)));
    fc.assert(
      fc.property(fc.array(some, { maxLength: 60 }), fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }), (list, long) => {
        const words = list.map((word, i) => (i === long ? 'y'.repeat(256) : word));
        const packed = packWords(words) as PackedWords;
        const short = withLengths(packed.bytes, packed.starts);
        expect(short.lengths === undefined).toBe(words.some((word) => new TextEncoder().encode(word).length > 255));
        expect(wordCount(short)).toBe(words.length);
        expect(packedDictionary(short)).toEqual(words);
        expect([...words, ''].map((_, i) => packedWord(short, i))).toEqual([...words, undefined]);
      }),
    );
    const { starts, lengths } = withLengths(new Uint8Array(1000), Uint32Array.from({ length: 1001 }, (_, i) => i));
    expect([starts.byteLength, lengths?.byteLength]).toEqual([252, 1000]);
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

  test('keeps words with lengths', () => {
    const { bytes, starts } = packWords(names) as PackedWords;
    const column = new PackedText('n', Uint16Array.from(names.keys()), withLengths(bytes, starts));
    const sent = { ...table, rowCount: 5000, columns: [column] };
    const buffers = transferables(sent);
    const got = received(structuredClone(sent, { transfer: buffers }));
    expect(buffers.length).toBe(4);
    expect((got.columns[0] as TextColumn).dictionary).toEqual(names);
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
