import { describe, expect, it } from 'vitest';
import { directoryOf, entryOf, FIRST_BYTES, headerOf, tileId } from './archive-format.js';

const header = (change: (view: DataView, bytes: Uint8Array) => void = () => undefined): Uint8Array => {
  const bytes = new Uint8Array(FIRST_BYTES);
  bytes.set(new TextEncoder().encode('PMTiles'));
  const view = new DataView(bytes.buffer);
  bytes[7] = 3;
  view.setBigUint64(8, 127n, true);
  view.setBigUint64(16, 9n, true);
  bytes.set([1, 1, 2, 1, 4, 14], 96);
  view.setInt32(102, 1_195_000_000, true);
  change(view, bytes);
  return bytes;
};

describe('headerOf', () => {
  it('reads what is there', () => {
    expect(headerOf(header())).toMatchObject({ root: { from: 127, length: 9 }, internal: 1, tiles: 2, type: 1, minZoom: 4, maxZoom: 14, bounds: [119.5, 0, 0, 0] });
  });

  it('names another file, another version, and what cannot be', () => {
    expect(headerOf(new TextEncoder().encode('<!DOCTYPE html>'))).toBe('magic');
    expect(headerOf(new Uint8Array(0))).toBe('magic');
    expect(headerOf(header((_, bytes) => void (bytes[7] = 2)))).toBe('version');
    expect(headerOf(header().subarray(0, 100))).toBe('damaged');
    expect(headerOf(header((view) => view.setBigUint64(16, 2n ** 50n, true)))).toBe('damaged');
    expect(headerOf(header((_, bytes) => void (bytes[101] = 200)))).toBe('damaged');
  });
});

describe('directoryOf', () => {
  it('reads entries; an offset of 0 follows the one before', () => {
    expect(directoryOf(new Uint8Array([2, 5, 3, 1, 2, 10, 20, 1, 0]))).toEqual([{ id: 5, run: 1, length: 10, offset: 0 }, { id: 8, run: 2, length: 20, offset: 10 }]);
  });

  it('believes no count', () => {
    for (const bytes of [[], [0], [200, 1, 1, 1], [255, 255, 255, 255, 255, 255, 255, 127], [1, 5, 1, 0, 1], [1, 255, 255, 255, 255]]) expect(directoryOf(new Uint8Array(bytes)), String(bytes)).toBeUndefined();
  });

  it('finds a tile in a run, the directory below, or nothing', () => {
    const entries = [{ id: 5, run: 2, length: 1, offset: 0 }, { id: 9, run: 0, length: 1, offset: 1 }];
    expect([4, 5, 6, 7, 9, 500].map((id) => entryOf(entries, id)?.id)).toEqual([undefined, 5, 5, undefined, 9, 9]);
  });
});

it('numbers of tiles are those of the specification', () => {
  expect([tileId(0, 0, 0), tileId(1, 0, 0), tileId(1, 0, 1), tileId(1, 1, 1), tileId(1, 1, 0), tileId(2, 0, 0)]).toEqual([0, 1, 2, 3, 4, 5]);
  expect(tileId(12, 3423, 1763)).toBe(19_078_479);
});
