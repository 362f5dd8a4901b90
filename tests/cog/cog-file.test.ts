import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { YztError } from '@yizhangtu/base/errors';
import { CogFile } from '@yizhangtu/data/cog-source';
import { tiffFile, type TiffSpec } from '../../tools/tiff-file.mjs';

const never = new AbortController().signal;
const SHARED = new URL('../../../shared/data/', import.meta.url);
/** Rises to the east, falls to the south, with both signs. */
const slope = (column: number, row: number): number => 3 * column - 2 * row;
const PLAIN: TiffSpec = { width: 50, height: 40, bands: [slope], kind: 'i16', copies: 1 };

let server: Server;
let root = '';
let asked: { from: number; length: number }[] = [];
let files = new Map<string, Uint8Array<ArrayBuffer>>();

beforeAll(async () => {
  server = createServer((request, response) => {
    const [, way = '', name = ''] = /^\/(\w+)\/([\w.-]+)/.exec(request.url ?? '') ?? [];
    const file = files.get(name);
    if (!file) return response.writeHead(404).end();
    const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    asked.push({ from: Number(from), length: Number(to) - Number(from) + 1 });
    if (way === 'whole') return response.writeHead(200, { 'content-length': file.length }).end(file);
    if (Number(from) >= file.length) return response.writeHead(416, { 'content-range': `bytes */${file.length}` }).end();
    const end = Math.min(file.length - 1, Number(to));
    return response.writeHead(206, { 'content-range': `bytes ${from}-${end}/${file.length}`, etag: way === 'changing' ? String(asked.length) : 'one' }).end(file.subarray(Number(from), end + 1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => {
  asked = [];
  files = new Map();
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

function open(file: TiffSpec | Uint8Array<ArrayBuffer>, way = 'parts'): CogFile {
  files.set('file', file instanceof Uint8Array ? file : tiffFile(file));
  return new CogFile({ url: `${root}/${way}/file`, subject: 'yzt-cog-layer', timeLimit: 5 });
}

const errorOf = async (work: Promise<unknown>): Promise<YztError> => {
  const reason = await work.then(() => undefined, (error: unknown) => error);
  if (reason instanceof YztError) return reason;
  throw new Error(`no error but ${String(reason)}`);
};

/** The number of a band at a pixel of a level. */
async function numberAt(file: CogFile, [column, row]: readonly [number, number], { level = 0, band = 0 } = {}): Promise<number | undefined> {
  const { blockWidth, blockHeight } = (await file.facts()).levels[level] as { blockWidth: number; blockHeight: number };
  const block = await file.block(level, Math.floor(column / blockWidth), Math.floor(row / blockHeight), [band], never);
  return block?.bands[0]?.[(row % blockHeight) * block.width + (column % blockWidth)];
}

const PLACES = [[0, 0], [17, 3], [49, 39], [31, 16], [5, 33]] as const;

describe('CogFile', () => {
  const deflate = deflateSync as (bytes: Uint8Array) => Uint8Array;
  it.each<[string, Partial<TiffSpec>]>([
    ['tiles', {}],
    ['big endian', { littleEndian: false }],
    ['BigTIFF', { big: true }],
    ['BigTIFF, big endian', { big: true, littleEndian: false, kind: 'f32' }],
    ['strips, the last one shorter', { strips: true, block: 7 }],
    ['deflate with differences', { pack: deflate, predictor: 2 }],
    ['deflate with differences, big endian', { pack: deflate, predictor: 2, littleEndian: false }],
    ['decimals with the bytes of their differences', { pack: deflate, predictor: 3, kind: 'f32' }],
    ['decimals, big endian', { pack: deflate, predictor: 3, kind: 'f32', littleEndian: false }],
    ['three bands together', { bands: [slope, (c) => c, (_, r) => r], predictor: 2, pack: deflate }],
    ['three bands apart', { bands: [slope, (c) => c, (_, r) => r], apart: true }],
  ])('reads %s to the number', async (_, more) => {
    const file = open({ ...PLAIN, ...more });
    for (const [column, row] of PLACES) expect(await numberAt(file, [column, row]), `${column} ${row}`).toBe(slope(column, row));
    expect(await numberAt(file, [10, 9], { level: 1 })).toBe(slope(20, 18));
    if (more.bands) expect([await numberAt(file, [17, 3], { band: 1 }), await numberAt(file, [17, 3], { band: 2 })]).toEqual([17, 3]);
  });

  it('says where the picture lies, what its bands are, and what stands for nothing', async () => {
    const metadata = '<GDALMetadata><Item name="SCALE" sample="0" role="scale">0.1</Item><Item name="OFFSET" sample="0" role="offset">5</Item><Item name="DESCRIPTION" sample="0" role="description">海温</Item><Item name="UNITTYPE" sample="0" role="unittype">℃</Item></GDALMetadata>';
    const facts = await open({ ...PLAIN, metadata, nodata: '-9999 ', keys: [[1024, 1], [3072, 4528]], origin: [40_500_000, 4_000_000], step: [10, 20] }).facts();
    expect(facts.place).toEqual({ affine: [10, 0, 40_500_000, 0, -20, 4_000_000], crs: 'EPSG:4528' });
    expect([facts.nodata, facts.bands, facts.colors]).toEqual([-9999, [{ scale: 0.1, offset: 5, name: '海温', unit: '℃' }], 'numbers']);
    expect(facts.levels.map(({ width, height, columns, rows }) => [width, height, columns, rows])).toEqual([[50, 40, 4, 3], [25, 20, 2, 2]]);
  });

  it('knows a zone of CGCS2000 that is written out, and pixels that are points', async () => {
    const written = (meridian: number, easting: number, axis = 6378137): Promise<string | undefined> =>
      open({ ...PLAIN, keys: [[1024, 1], [3072, 32767], [3075, 1], [3080, -1], [3082, -2], [2057, -3], [3092, -4]], doubles: [meridian, easting, axis, 1] }).facts().then(({ place }) => place.crs);
    expect([await written(120, 40_500_000), await written(120, 500_000), await written(117, 20_500_000)]).toEqual(['EPSG:4528', 'EPSG:4549', 'EPSG:4498']);
    // Xian 1980, and a plane of a city.
    expect([await written(120, 40_500_000, 6378140), await written(120.33, 500_000)]).toEqual([undefined, undefined]);
    const { place } = await open({ ...PLAIN, keys: [[1024, 2], [1025, 2], [2048, 4490]] }).facts();
    expect([place.crs, place.affine[2], place.affine[5]]).toEqual(['EPSG:4490', 119.995, 37.005]);
  });

  it('reads the mask, the palette and the alpha band', async () => {
    const file = open({ ...PLAIN, kind: 'u8', bands: [(c) => c % 3], palette: [[255, 0, 0], [0, 128, 0], [0, 0, 255]], mask: (c, r) => c > r });
    const facts = await file.facts();
    expect([facts.colors, facts.palette.slice(0, 3)]).toEqual(['palette', ['#ff0000', '#008000', '#0000ff']]);
    const block = await file.block(1, 0, 0, [0], never);
    expect([0, 1, 2, 3].map((column) => block?.mask?.[16 + column])).toEqual([0, 0, 1, 1]);
    expect((await open({ ...PLAIN, kind: 'u8', bands: [slope, slope, slope, () => 255], colors: 2, extra: [2] }).facts()).alpha).toBe(3);
  });

  it('asks for the head once, and for neighbours in one request', async () => {
    const file = open({ ...PLAIN, width: 640, height: 640, block: 64, copies: 2 });
    await file.facts();
    const opened = asked.length;
    await Promise.all([0, 1, 2].map((column) => file.block(0, column, 4, [0], never)));
    expect([opened < 25, asked.length - opened, asked[asked.length - 1]?.length]).toEqual([true, 1, 3 * 64 * 64 * 2]);
  });

  it('ends a request when nobody wants what it brings', async () => {
    const file = open({ ...PLAIN, width: 640, height: 640, block: 64 });
    await file.facts();
    const [one, other] = [new AbortController(), new AbortController()];
    const blocks = [file.block(0, 0, 7, [0], one.signal), file.block(0, 1, 7, [0], other.signal)].map((work) => work.then((block) => block?.width, (reason: unknown) => (reason as Error).name));
    one.abort();
    expect(await Promise.all(blocks)).toEqual(['AbortError', 64]);
  });

  it('names what is wrong', async () => {
    const text = new TextEncoder().encode(`<!doctype html><title>登录</title>${' '.repeat(100)}`);
    const whole = tiffFile({ ...PLAIN, width: 300, height: 300, block: 64 });
    const code = async (file: CogFile): Promise<string> => (await errorOf(file.facts())).code;
    expect((await errorOf(open(text).facts())).text.zh).toMatch(/^<yzt-cog-layer>.*不是 TIFF/);
    expect((await errorOf(open(new Uint8Array(0)).facts())).text.zh).toContain('不是 TIFF');
    expect([await code(open(whole, 'whole')), await code(open(whole, 'changing')), await code(new CogFile({ url: `${root}/parts/none`, subject: 'yzt-cog-layer' }))]).toEqual(['no-ranges', 'bad-geotiff', 'not-found']);
    expect((await errorOf(open(whole.slice(0, 60_000)).facts())).text.zh).toContain('不完整');
    const cut = open(tiffFile({ ...PLAIN, pack: (bytes) => deflateSync(bytes).subarray(0, 20) }));
    expect((await errorOf(cut.block(0, 0, 0, [0], never))).text.zh).toContain('不完整');
    expect((await errorOf(open({ ...PLAIN, compression: 34712 }).block(0, 0, 0, [0], never))).text.zh).toContain('JPEG 2000');
  });

  it('believes no count and no chain, and opens no bomb', async () => {
    const bytes = tiffFile(PLAIN);
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(4, true);
    const at = (tag: number): number => [...Array(view.getUint16(directory, true)).keys()].map((i) => directory + 2 + 12 * i).find((place) => view.getUint16(place, true) === tag) as number;
    const with_ = (change: (changed: DataView) => void): Uint8Array<ArrayBuffer> => {
      const copy = bytes.slice();
      change(new DataView(copy.buffer));
      return copy;
    };
    const end = directory + 2 + 12 * view.getUint16(directory, true);
    for (const file of [with_((v) => v.setUint32(end, directory, true)), with_((v) => v.setUint16(directory, 65_535, true)), with_((v) => v.setUint32(at(256) + 8, 0, true)), with_((v) => v.setUint32(4, 4_000_000_000, true))])
      expect((await errorOf(open(file).facts())).code).toBe('bad-geotiff');
    for (const file of [with_((v) => v.setUint32(at(324) + 4, 1, true)), with_((v) => v.setUint32(at(322) + 8, 60_000, true)), with_((v) => v.setUint32(at(325) + 8, 0, true))])
      expect((await errorOf(open(file).block(0, 2, 0, [0], never))).code).toBe('bad-geotiff');
    const packed = deflateSync(new Uint8Array(1_000_000));
    const bomb = open({ ...PLAIN, copies: 0, pack: () => packed });
    expect((await errorOf(bomb.block(0, 0, 0, [0], never))).code).toBe('bad-geotiff');
  });

  // Files of others: LZW, JPEG with a mask, big endian with bands apart, strips.
  it.skipIf(!existsSync(SHARED))('reads files of GDAL and others', async () => {
    const shared = (name: string): CogFile => open(new Uint8Array(readFileSync(new URL(name, SHARED))));
    expect(await numberAt(shared('marine/etopo5_yellow_sea.tif'), [60, 70])).toBeTypeOf('number');
    const height = shared('dem/srtm_zion_cog.tif');
    expect((await height.facts()).levels).toHaveLength(2);
    const numbers = (await height.block(0, 0, 0, [0], never))?.bands[0] ?? [];
    expect([Math.min(...numbers), Math.max(...numbers)].every((value) => value >= 1024 && value <= 2892)).toBe(true);
    const masked = shared('conformance/cog/masked.tif');
    const { bands = [], mask } = (await masked.block(1, 0, 0, [0, 1, 2], never)) ?? {};
    expect([bands.length, mask?.some((value) => value === 0), mask?.some((value) => value === 1)]).toEqual([3, true, true]);
    expect(await numberAt(shared('landuse/nlcd2011_zion_8class_utm12n.tif'), [500, 700])).toBeGreaterThan(0);
    expect(await numberAt(shared('conformance/cog/elevation-i16.tif'), [200, 120])).toBeTypeOf('number');
    expect((await shared('conformance/cog/example.tif').facts()).place.crs).toBe('EPSG:32632');
    expect(await numberAt(shared('conformance/cog/example.tif'), [300, 300])).toBeTypeOf('number');
  });
});
