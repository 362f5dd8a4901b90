import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byteFaults } from './byte-faults.js';
import { readTable } from './read-table.js';

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];

function faultsOf(bytes: readonly number[], encoding: string): ReturnType<typeof byteFaults> {
  const given = Uint8Array.from(bytes);
  return byteFaults(given, encoding, new TextDecoder(encoding).decode(given));
}

describe('byteFaults', () => {
  test.each([
    ['a lone byte', [...utf8('名称\n馆'), 0xff, ...utf8('一')], 'utf-8', 1, 10, 2],
    ['a sequence that breaks off', [...utf8('一'), 0xe4, 0xb8, 0x41], 'utf-8', 1, 3, 1],
    ['a sequence cut by the end', [...utf8('一\n'), 0xe4, 0xb8], 'utf-8', 1, 4, 2],
    ['two places', [0xc0, 0x41, 0xfe, 0x42], 'utf8', 2, 0, 1],
    ['GBK bytes', [0x61, 0x0a, 0xff, 0x41], 'gbk', 1, 2, 2],
    ['a lone surrogate', [0x61, 0, 0x00, 0xd8, 0x62, 0], 'utf-16le', 1, 2, 1],
  ])('%s', (_what, bytes, encoding, count, offset, line) => {
    expect(faultsOf(bytes, encoding)).toMatchObject({ count, offset, line });
  });

  test('a mark that the source wrote itself is no fault', () => {
    expect(faultsOf([...utf8('\ufffd甲\ufffd'), 0xff], 'utf-8')).toMatchObject({ count: 1, offset: 9 });
    expect(faultsOf([0x84, 0x31, 0xa4, 0x37, 0xff], 'gb18030')).toMatchObject({ count: 1, offset: 4 });
  });

  test('finds a fault anywhere in long texts, at the seams of its pieces too', () => {
    const text = utf8('场馆,'.repeat(20_000));
    for (const at of [0, 1, 2, 65_530, 65_533, 65_534, 65_535, 65_536, 65_537, 65_541, 131_071, 131_072, text.length - 1]) {
      const bytes = Uint8Array.from(text);
      bytes[at] = 0xff;
      // A broken character begins where it begins: the offset is that of its first byte.
      const start = at - (at % 7 < 6 ? (at % 7) % 3 : 0);
      expect(byteFaults(bytes, 'utf-8', new TextDecoder().decode(bytes)).offset, `byte ${at}`).toBe(start);
    }
  });

  test('everything before the offset is sound, and one more sequence is not', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.constantFrom('utf-8', 'gb18030', 'utf-16le', 'utf-16be'), (bytes, encoding) => {
        const strict = (part: Uint8Array): boolean => {
          try {
            new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(part);
            return true;
          } catch {
            return false;
          }
        };
        fc.pre(!strict(bytes));
        const { offset, count } = byteFaults(bytes, encoding, new TextDecoder(encoding).decode(bytes));
        expect(strict(bytes.subarray(0, offset))).toBe(true);
        expect([1, 2, 3, 4].some((length) => !strict(bytes.subarray(0, offset + length)))).toBe(true);
        expect(count).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a named encoding that does not fit', () => {
  const bytes = Uint8Array.from([...utf8('名称,区\n馆,'), 0xca, 0xd0, ...utf8('\n园,市北\n')]).buffer;

  test('is said, with the number of places and the first one', async () => {
    const { report, rowCount } = await readTable(bytes, { format: 'csv', encoding: 'utf-8' });
    expect(rowCount).toBe(2);
    expect(report.notes[0]).toMatchObject({ kind: 'bad-bytes', count: 2, first: 15, action: 'repaired' });
    expect(report.notes[0]?.text.zh).toBe('2 处字节不是 utf-8 编码，已显示为「\ufffd」（首处：第 2 行，第 16 字节）；请核对 encoding');
    expect(report.notes[0]?.text.en).toContain('(first: line 2, byte 16)');
  });

  test('is said of GeoJSON and of a file whose BOM promises too much', async () => {
    const json = [...utf8('[{"name":"'), 0xff, ...utf8('","lon":120.3,"lat":36.1}]')];
    const named = await readTable(Uint8Array.from(json).buffer, { encoding: 'utf-8' });
    expect(named.report.notes.map((note) => note.kind)).toEqual(['bad-bytes']);
    const promised = await readTable(Uint8Array.from([0xef, 0xbb, 0xbf, ...json]).buffer);
    expect(promised.report.notes.map((note) => note.kind)).toEqual(['bad-bytes']);
  });

  test('a sound source has no such note', async () => {
    const { report } = await readTable(Uint8Array.from(utf8('名称\n馆\n')).buffer, { format: 'csv', encoding: 'utf-8' });
    expect(report.notes.map((note) => note.kind)).not.toContain('bad-bytes');
  });
});
