import { describe, expect, test } from 'vitest';
import { Dataset } from '../model/dataset.js';
import { drive } from '../steps/drive.js';
import { readTable, SMALL } from './read-table.js';
import { StreamedSource } from './streamed-source.js';
import type { RawTable } from './types.js';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const NOW = { bytes: 0, ms: 0 };

function places(count: number, lat = 36): string {
  const features = Array.from({ length: count }, (_, i) => ({
    type: 'Feature',
    id: `p${i}`,
    properties: { name: `体育馆 ${i}`, n: i, kind: `k${i % 3}` },
    geometry: { type: 'Point', coordinates: lat > 90 ? [36, 120 + i / count] : [120 + i / count, lat] },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

/** Reads pieces of a length, and gives what could be shown meanwhile. */
async function stream(bytes: Uint8Array, piece: number, previews = NOW, size = 0): Promise<{ table: RawTable; shown: RawTable[] }> {
  const source = new StreamedSource({ name: 'x' }, size, previews);
  const shown: RawTable[] = [];
  for (let at = 0; at < bytes.length; at += piece) {
    source.push(bytes.subarray(at, at + piece));
    source.advance();
    const rows = source.preview();
    if (rows) shown.push(rows);
  }
  return { table: await drive(source.finish()), shown };
}

/** Each row as text, for there are many to compare. */
function features(table: RawTable): string[] {
  const dataset = new Dataset(table);
  return Array.from({ length: table.rowCount }, (_, row) => JSON.stringify(dataset.feature(row)));
}

/** Megabytes on a machine that may be busy. */
const LONG = 30_000;

describe('a source in pieces', { timeout: LONG }, () => {
  const large = bytesOf(places(16_000));

  test('is what it is as a whole, with or without its size', async () => {
    expect(large.length).toBeGreaterThan(SMALL);
    const whole = features(await readTable(large.buffer));
    for (const size of [0, large.length, 1000]) expect(features((await stream(large, 70_001, NOW, size)).table).join('\n')).toBe(whole.join('\n'));
    // Small ones are read by JSON.parse.
    const small = bytesOf(places(20));
    expect(features((await stream(small, 7)).table)).toEqual(features(await readTable(small.buffer)));
  });

  test('shows its first rows while the rest comes, seldom', async () => {
    const { table, shown } = await stream(large, 30_000);
    const all = features(table);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(10);
    for (const rows of shown) {
      expect(rows.rowCount).toBeLessThan(table.rowCount);
      expect(features(rows).join('\n')).toBe(all.slice(0, rows.rowCount).join('\n'));
    }
  });

  test('shows none that may still move, none of a small source, none when nearly all is there', async () => {
    expect((await stream(bytesOf(places(16_000, 120)), 30_000)).shown).toEqual([]);
    expect((await stream(large, 30_000, { bytes: 5_000_000, ms: 0 })).shown).toEqual([]);
    expect((await stream(large, large.length - 10, NOW, large.length)).shown).toEqual([]);
  });

  test('that is something else is read as what it is', async () => {
    const csv = bytesOf(`lon,lat,name\n${Array.from({ length: 150_000 }, (_, i) => `${120 + i / 1e6},36,n${i}`).join('\n')}`);
    expect(csv.length).toBeGreaterThan(SMALL);
    expect((await stream(csv, 100_000)).table).toMatchObject({ rowCount: 150_000, geometry: { kind: 'point' } });
    await expect(stream(bytesOf(places(16_000).slice(0, -40)), 100_000)).rejects.toMatchObject({ code: 'bad-json' });
    await expect(stream(bytesOf('<html></html>'), 5)).rejects.toMatchObject({ code: 'not-json' });
    await expect(stream(new Uint8Array(0), 5)).rejects.toMatchObject({ code: 'empty-data' });
  });
});
