import { existsSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowBounds } from '../model/geometry.js';
import { readTable } from '../readers/read-table.js';
import { boxesMeet } from '../row-source/windows.js';
import { writeBigFile, type BigFile } from './big-file.fixture.js';
import { FlatGeobufRows } from './index.js';
import { featuresIn, levelsOf, merged } from './packed-tree.js';

const SHARED = new URL('../../../../../shared/data/conformance/flatgeobuf/', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'yzt-fgb-'));
const never = new AbortController().signal;
let server: Server;
let root = '';
let sent = 0;
let big: BigFile;

/** Serves files of the folder, and counts what it sends. `/whole/` ignores ranges, `/cut/` ends early. */
function serve(): Promise<Server> {
  const made = createServer((request, response) => {
    const [, way = '', name = ''] = /^\/(\w+)\/(.*)$/.exec(request.url ?? '') ?? [];
    const path = join(way === 'shared' ? SHARED.pathname : folder, name);
    if (!existsSync(path)) return response.writeHead(404).end();
    const size = way === 'cut' ? Math.floor(statSync(path).size / 2) : statSync(path).size;
    const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    if (way === 'whole') {
      response.writeHead(200, { 'content-length': size });
      const timer = setInterval(() => {
        sent += 65_536;
        response.write(Buffer.alloc(65_536));
      }, 5);
      return response.on('close', () => clearInterval(timer));
    }
    if (Number(from) >= size) return response.writeHead(416, { 'content-range': `bytes */${size}` }).end();
    const end = Math.min(size - 1, to === '' ? size - 1 : Number(to));
    const part = Buffer.alloc(end - Number(from) + 1);
    readSync(openSync(path, 'r'), part, 0, part.length, Number(from));
    sent += part.length;
    return response.writeHead(206, { 'content-range': `bytes ${from}-${end}/${size}`, etag: '"1"' }).end(part);
  });
  return new Promise((resolve) => made.listen(0, '127.0.0.1', () => resolve(made)));
}

beforeAll(async () => {
  server = await serve();
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // More than 200 MB.
  big = writeBigFile(join(folder, 'big.fgb'), 448, 960);
}, 120_000);

afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

const rowsOf = (path: string): FlatGeobufRows => new FlatGeobufRows({ url: `${root}/${path}`, subject: 'yzt-flatgeobuf-layer' });

describe('the index', () => {
  it('has its levels from the root down', () => {
    expect(levelsOf(1000, 16)).toEqual([[0, 1], [1, 5], [5, 68], [68, 1068]]);
    expect(levelsOf(1, 16)).toEqual([[0, 1], [1, 2]]);
    expect(merged([[0, 2], [3, 5], [20, 21]], 2)).toEqual([[0, 5], [20, 21]]);
  });

  it('that points beyond its levels is damage', async () => {
    const read = (_: number, count: number) => {
      const view = new DataView(new ArrayBuffer(40 * count));
      view.setUint32(32, 999, true);
      return Promise.resolve(view);
    };
    await expect(featuresIn([-1, -1, 1, 1], 1000, 16, 10, read)).rejects.toThrow(RangeError);
  });
});

describe('a FlatGeobuf of 200 MB on a server', () => {
  it('is opened at the zoom of a city with less than 2 % of its bytes, and has every feature of the window', async () => {
    expect(big.size).toBeGreaterThan(200e6);
    const rows = rowsOf('file/big.fgb');
    const window = [120.38, 36.06, 120.42, 36.1] as const;
    sent = 0;
    const { table, more } = await rows.rows({ window, limit: 20_000, signal: never });
    const wanted = Array.from({ length: big.count }, (_, n) => n).filter((n) => {
      const [lon, lat] = big.place(n);
      return lon >= window[0] && lon <= window[2] && lat >= window[1] && lat <= window[3];
    });
    const [column] = table.columns;
    expect(column?.kind === 'number' ? [...column.values].sort((a, b) => a - b) : []).toEqual(wanted);
    expect(wanted.length).toBeGreaterThan(300);
    expect(more).toBe(false);
    expect(sent).toBe(rows.received);
    expect(sent / big.size).toBeLessThan(0.02);
    // The same window again costs its features and nothing of the index.
    const before = sent;
    await rows.rows({ window, limit: 20_000, signal: never });
    expect(sent - before).toBeLessThan(before);
  }, 60_000);

  it('keeps to a limit', async () => {
    sent = 0;
    const { table, more } = await rowsOf('file/big.fgb').rows({ window: undefined, limit: 50, signal: never });
    expect([table.rowCount, more]).toEqual([50, true]);
    expect(sent / big.size).toBeLessThan(0.02);
  }, 60_000);

  it('has nothing where there is nothing', async () => {
    const { table } = await rowsOf('file/big.fgb').rows({ window: [10, 10, 11, 11], limit: 50, signal: never });
    expect(table.rowCount).toBe(0);
    expect(table.columns.map(({ name }) => name)).toEqual(['n', 'text']);
  });

  it('is not downloaded from a server without ranges: the error says so, and the transfer ends', async () => {
    sent = 0;
    await expect(rowsOf('whole/big.fgb').rows({ window: undefined, limit: 50, signal: never })).rejects.toMatchObject({ code: 'no-ranges', message: expect.stringContaining('yzt-flatgeobuf-layer') as string });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(sent).toBeLessThan(20e6);
  });

  it('is an error when it is not there, or cut off', async () => {
    await expect(rowsOf('file/none.fgb').rows({ window: undefined, limit: 5, signal: never })).rejects.toMatchObject({ code: 'not-found' });
    await expect(rowsOf('cut/big.fgb').rows({ window: [120.9, 36.9, 121, 37], limit: 5000, signal: never })).rejects.toMatchObject({
      code: 'bad-flatgeobuf',
      text: { zh: expect.stringContaining('<yzt-flatgeobuf-layer>'), en: expect.stringContaining('<yzt-flatgeobuf-layer>') },
    });
  }, 60_000);

  it('is let go of when nobody waits', async () => {
    const stop = new AbortController();
    const asked = rowsOf('file/big.fgb').rows({ window: undefined, limit: 5000, signal: stop.signal });
    stop.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });
});

const here = existsSync(SHARED);
if (!here) console.log('skipped: ../shared/data is not there, FlatGeobuf files of the format');

describe.skipIf(!here)('real FlatGeobuf files', () => {
  it.each([[-10, 35, 30, 60], [100, 20, 130, 45], [-180, -90, 180, 90]] as const)('countries of %d %d %d %d are those of the whole file', async (...window) => {
    const whole = await readTable(readFileSync(new URL('countries.fgb', SHARED)).buffer as ArrayBuffer, { name: 'countries.fgb' });
    const ids = (table: typeof whole): string[] => {
      const column = table.columns.find(({ name }) => name === 'id');
      return Array.from({ length: table.rowCount }, (_, row) => (column?.kind === 'text' ? (column.dictionary[column.codes[row] as number] as string) : ''));
    };
    const wanted = ids(whole).filter((_, row) => {
      const bounds = rowBounds(whole.geometry, row);
      return bounds && boxesMeet(bounds, window);
    });
    const { table } = await rowsOf('shared/countries.fgb').rows({ window, limit: 1000, signal: never });
    expect(ids(table as typeof whole).sort()).toEqual(wanted.sort());
    expect(wanted.length).toBeGreaterThan(3);
  });

  it.each(['heterogeneous.fgb', 'empty.fgb', 'poly00.fgb', 'unknown_feature_count.fgb'])('%s is read or refused by name', async (name) => {
    const outcome = await rowsOf(`shared/${name}`).rows({ window: undefined, limit: 1000, signal: never }).then(({ table }) => table.rowCount, (reason: { code?: string }) => reason.code);
    expect([0, 'bad-flatgeobuf', 'unknown-crs']).toContain(outcome);
  });
});
