import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { YztError } from '@yizhangtu/base/errors';
import type { Bounds } from '../model/geometry.js';
import { registerCrsTransforms } from '../crs/index.js';
import { readFiles } from '../files/read-files.js';
import { GeoParquetRows } from './index.js';
import { sampleParquet } from './sample.fixture.js';

const never = new AbortController().signal;
const files = new Map<string, Uint8Array<ArrayBuffer>>();
let server: Server;
let root = '';
let requests = 0;

beforeAll(async () => {
  files.set('lattice', sampleParquet({ side: 100, rowGroupSize: 500 }));
  files.set('plain', sampleParquet({ side: 20, rowGroupSize: 100, covering: false }));
  files.set('zone', sampleParquet({ side: 20, rowGroupSize: 40, crs: { authority: 'EPSG', code: 4549 }, origin: [500_000, 3_985_000], step: 100 }));
  files.set('text', new TextEncoder().encode('<!doctype html><title>登录</title>'));
  files.set('cut', (files.get('lattice') as Uint8Array<ArrayBuffer>).slice(0, 60_000));
  server = createServer((request, response) => {
    requests++;
    const [, way = '', name = ''] = /^\/(\w+)\/(\w+)/.exec(request.url ?? '') ?? [];
    const file = files.get(name);
    if (!file) return response.writeHead(404).end();
    const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    if (way === 'whole') return response.writeHead(200, { 'content-length': file.length }).end(file);
    if (Number(from) >= file.length) return response.writeHead(416, { 'content-range': `bytes */${file.length}` }).end();
    const end = Math.min(file.length - 1, Number(to));
    return response.writeHead(206, { 'content-range': `bytes ${from}-${end}/${file.length}` }).end(file.subarray(Number(from), end + 1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const open = (name: string, way = 'parts'): GeoParquetRows => new GeoParquetRows({ url: `${root}/${way}/${name}`, subject: 'yzt-geoparquet-layer', timeLimit: 5 });
const ask = (source: GeoParquetRows, window: Bounds | undefined, limit = 20_000) => source.rows({ window, limit, signal: never });
const errorOf = async (source: GeoParquetRows): Promise<YztError> => {
  const reason: unknown = await ask(source, [120, 36, 121, 37]).catch((error: unknown) => error);
  if (reason instanceof YztError) return reason;
  throw new Error(`no error but ${String(reason)}`);
};

describe('a GeoParquet in parts', () => {
  it('gives the rows in a window, exactly those that reading it whole gives, and reads only their row groups', async () => {
    const source = open('lattice');
    const { table, more } = await ask(source, [120.295, 36.195, 120.415, 36.305]);
    const whole = await readFiles({ files: [{ name: 'a.parquet', bytes: files.get('lattice') as Uint8Array<ArrayBuffer> }], options: {} });
    const places = whole.geometry.kind === 'point' ? whole.geometry.coordinates : new Float64Array(0);
    const wanted = Array.from({ length: whole.rowCount }, (_, row) => row).filter((row) => {
      const [x, y] = [places[row * 2] as number, places[row * 2 + 1] as number];
      return x >= 120.295 && x <= 120.415 && y >= 36.195 && y <= 36.305;
    });
    expect(wanted).toHaveLength(12 * 11);
    expect(table.ids).toEqual(wanted);
    expect(table.columns.map(({ name }) => name)).toEqual(['name', 'n']);
    expect(more).toBe(false);
    // The footer has the numbers of all groups; of the rows a sixth is read.
    expect(source.received).toBeLessThan((files.get('lattice') as Uint8Array).length * 0.6);
  });

  it('keeps what it has read: the next window near by costs nothing', async () => {
    const source = open('lattice');
    await ask(source, [120.3, 36.2, 120.34, 36.3]);
    const before = requests;
    expect((await ask(source, [120.31, 36.4, 120.33, 36.5])).table.rowCount).toBe(33);
    expect(requests).toBe(before);
  });

  it('stops at the limit and says that there is more', async () => {
    const source = open('lattice');
    const { table, more } = await ask(source, [120, 36, 121, 37], 150);
    expect([table.rowCount, more]).toEqual([150, true]);
    const { received } = source;
    await ask(source, undefined, 150);
    expect(source.received).toBe(received);
  });

  it('finds a window in metres of a plane, and gives degrees', async () => {
    // A plane of this test: so many metres a degree east of 120° and north of the equator.
    const each = (change: (x: number, y: number) => readonly [number, number]) => (places: Float64Array) => {
      for (let i = 0; i < places.length; i += 2) places.set(change(places[i] as number, places[i + 1] as number), i);
    };
    const toDegrees = Object.assign(each((x, y) => [120 + (x - 500_000) / 90_000, y / 111_000]), { inverse: each((lon, lat) => [500_000 + (lon - 120) * 90_000, lat * 111_000]) });
    const stop = registerCrsTransforms((code) => (code === 'EPSG:4549' ? toDegrees : undefined));
    const source = open('zone');
    const { table } = await ask(source, [119.99, 35.9, 120.0025, 35.903]);
    stop();
    // Columns at 500 000 m, 100 m and 200 m on; rows up to 3 985 233 m.
    expect(table.rowCount).toBe(9);
    const first = table.geometry.kind === 'point' ? table.geometry.coordinates : new Float64Array(2);
    expect(first[0]).toBeCloseTo(120, 9);
    expect(first[1]).toBeCloseTo(3_985_000 / 111_000, 9);
  });

  it('reads a small file without boxes, all of it', async () => {
    const { table, more } = await ask(open('plain'), [120, 36, 120.1, 36.1]);
    expect([table.rowCount, more]).toEqual([400, false]);
  });

  it('names what is no Parquet, what is cut off, and a server without ranges', async () => {
    expect((await errorOf(open('text'))).code).toBe('bad-geoparquet');
    expect((await errorOf(open('cut'))).code).toBe('bad-geoparquet');
    const error = await errorOf(open('lattice', 'whole'));
    expect(error.code).toBe('no-ranges');
    expect(error.text.zh).toContain('yzt-geoparquet-layer');
    expect((await errorOf(open('nowhere'))).code).toBe('not-found');
  });
});
