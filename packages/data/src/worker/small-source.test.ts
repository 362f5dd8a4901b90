import { describe, expect, test } from 'vitest';
import { bufferOf, collection } from '../readers/geojson.fixture.js';
import { SmallSource } from './small-source.js';

const FEATURES = Array.from({ length: 200 }, (_, i) => ({ type: 'Feature', properties: { name: `场馆 ${i}` }, geometry: { type: 'Point', coordinates: [120 + i / 1000, 36] } }));
const BYTES = new Uint8Array(bufferOf(JSON.stringify(collection(FEATURES))));

describe('a small source', () => {
  test('is read piece by piece however slowly they come', async () => {
    for (const size of [100, 1000, 5000, BYTES.length]) {
      const source = new SmallSource({});
      for (let at = 0; at < BYTES.length; at += size) {
        source.push(BYTES.slice(at, at + size));
        await new Promise((resolve) => setTimeout(resolve));
      }
      expect((await source.finish())?.rowCount).toBe(200);
    }
  });

  test('is read in one go when all pieces are there', async () => {
    const source = new SmallSource({});
    for (let at = 0; at < BYTES.length; at += 1000) source.push(BYTES.slice(at, at + 1000));
    expect((await source.finish())?.rowCount).toBe(200);
  });

  test('that is none, or was stopped, is left to others', async () => {
    const other = new SmallSource({});
    other.push(new TextEncoder().encode('name,kind'));
    expect(other.declined).toBe(true);
    expect(await other.finish()).toBeUndefined();
    const stopped = new SmallSource({});
    stopped.push(BYTES);
    stopped.stop();
    expect(await stopped.finish()).toBeUndefined();
  });
});
