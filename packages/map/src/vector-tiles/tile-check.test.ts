import { describe, expect, it } from 'vitest';
import { tileCheck } from './tile-check.js';

/** A field with a length, in the few bytes that tests need. */
const block = (field: number, bytes: readonly number[]): number[] => [field * 8 + 2, ...varint(bytes.length), ...bytes];

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) | 0x80, ...varint(Math.floor(value / 128))];
}

/** A layer of one feature whose geometry is these words. */
function layer(name: string, ...words: number[]): number[] {
  return block(3, [...block(1, [...new TextEncoder().encode(name)]), ...block(2, [8, 7, ...block(4, words.flatMap(varint))])]);
}

const good = new Uint8Array([...layer('水系', 9, 0, 0, 26, 0, 20, 20, 0, 0, 19, 15), ...layer('roads', 9, 0, 0, 10, 18, 18)]);
const withGeometry = (...words: number[]): Uint8Array => new Uint8Array(layer('', ...words));

describe('tileCheck', () => {
  it('tells the layers; an empty tile has none', () => {
    expect(tileCheck(good)).toEqual({ layers: ['水系', 'roads'] });
    expect(tileCheck(new Uint8Array(0))).toEqual({ layers: [] });
  });

  it('names what is cut off, compressed, or something else', () => {
    expect(tileCheck(good.subarray(0, good.length - 3))).toEqual({ fault: 'protobuf' });
    expect(tileCheck(new Uint8Array([0x1a, 0xff, 0xff, 0xff, 0xff, 0x0f]))).toEqual({ fault: 'protobuf' });
    expect(tileCheck(new Uint8Array([0x1b, 3, 1, 2, 3]))).toEqual({ fault: 'protobuf' });
    expect(tileCheck(new Uint8Array([0x1f, 0x8b, 8, 0]))).toEqual({ fault: 'gzip' });
  });

  it('believes no count: neither millions of closings nor more numbers than there are bytes', () => {
    expect(tileCheck(withGeometry(9, 2, 2, 15))).toEqual({ layers: [''] });
    expect(tileCheck(withGeometry(9, 2, 2, 8 * 100_000_000 + 7))).toEqual({ fault: 'geometry' });
    expect(tileCheck(withGeometry(8 * 1_000_000 + 1, 2, 2))).toEqual({ fault: 'geometry' });
    expect(tileCheck(withGeometry(8 * 1 + 3))).toEqual({ fault: 'geometry' });
  });
});
