import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { YztError } from '@yizhangtu/base/errors';
import { packTable } from '../pack/pack-table.js';
import { tableFromColumns } from '../model/from-columns.js';
import type { Geometry, Table } from '../model/types.js';
import { binaryFormatOf } from './magic.js';
import { HEADER_START } from './packed-format.js';
import { readTable } from './read-table.js';

// Hundreds of files a test, on machines that do other things too.
vi.setConfig({ testTimeout: 60_000 });

const square = Float64Array.from([120, 36, 121, 36, 121, 37, 120, 36, 120.5, 36.5]);
const shapes: Geometry = {
  kind: 'shape',
  types: new Uint8Array([3, 0, 1]),
  partStart: new Uint32Array([0, 1, 1, 2]),
  ringStart: new Uint32Array([0, 1, 2]),
  vertexStart: new Uint32Array([0, 4, 5]),
  coordinates: square,
};
const columns = { name: ['甲', null, '乙😀'], n: Float64Array.from([1.5, 2.25, 3]), flag: [true, null, false], at: [new Date(0), null, new Date(86_400_000)] };
const shapeTable: Table = { ...tableFromColumns({ geometry: shapes, columns }), ids: ['a', 7, null] };
const pointTable: Table = tableFromColumns({ coordinates: Float64Array.from([120, 36, Number.NaN, Number.NaN, 121, 37]), columns, ids: ['x', 'y', 'z'] });
const FILES: readonly (readonly [string, Uint8Array<ArrayBuffer>])[] = [
  ['points', packTable(pointTable)],
  ['points, direct', packTable(pointTable, { direct: true })],
  ['shapes', packTable(shapeTable, { schema: { id: 's', fields: [{ name: 'n', unit: 'm' }] }, provenance: { source: '来源' } })],
  ['shapes, direct', packTable(shapeTable, { direct: true })],
];

/** What a file comes to: `read`, or the code of its error. Anything but a `YztError` fails the test. */
async function outcome(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  try {
    const table = await readTable(bytes.slice().buffer, { name: 'v.yztc' });
    return table.rowCount === 3 ? 'read' : `read ${table.rowCount}`;
  } catch (error) {
    if (!(error instanceof YztError)) throw error;
    return error.code;
  }
}

async function sentence(bytes: Uint8Array<ArrayBuffer>): Promise<{ code: string; zh: string; en: string }> {
  try {
    await readTable(bytes.slice().buffer, { name: '/v.yztc' });
  } catch (error) {
    if (error instanceof YztError) return { code: error.code, ...error.text };
    throw error;
  }
  throw new Error('was read');
}

/** JSON, whatever it holds: the tests put wrong things into it. */
type Header = Record<string, unknown>;

/** The member of a member … of a header. */
const memberOf = (header: Header, path: readonly string[]): unknown => path.reduce<unknown>((one, key) => (one as Header)[key], header);

/** Puts a value in a place: `columns.1.values.at`. */
function put(header: Header, path: string, value: unknown): void {
  const names = path.split('.');
  (memberOf(header, names.slice(0, -1)) as Header)[names[names.length - 1] as string] = value;
}

/** The file with its header changed as JSON, of the same length or longer. */
function withHeader(file: Uint8Array<ArrayBuffer>, change: (header: Header) => void): Uint8Array<ArrayBuffer> {
  const view = new DataView(file.buffer);
  const length = view.getUint32(12, true);
  const header = JSON.parse(new TextDecoder().decode(file.subarray(HEADER_START, HEADER_START + length))) as Header;
  const data = file.subarray(HEADER_START + length);
  change(header);
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = Math.ceil((HEADER_START + text.length + 40) / 8) * 8;
  const whole = new Uint8Array(start + data.length);
  whole.set(file.subarray(0, 12));
  if ('size' in header) header['size'] = whole.length;
  const sized = new TextEncoder().encode(JSON.stringify(header));
  whole.fill(0x20, HEADER_START, start);
  whole.set(sized, HEADER_START);
  new DataView(whole.buffer).setUint32(12, start - HEADER_START, true);
  whole.set(data, start);
  return whole;
}

describe('recognition', () => {
  it('goes by the first bytes, whatever the name or the content type says', async () => {
    const file = FILES[0]?.[1] as Uint8Array<ArrayBuffer>;
    for (const name of ['x.geojson', 'x.csv', 'x']) expect((await readTable(file.slice().buffer, { name, contentType: 'application/json' })).rowCount).toBe(3);
    expect((await readTable(file.slice().buffer, { format: 'csv' })).rowCount).toBe(3);
  });

  it('leaves texts alone that begin with the same letters', () => {
    const of = (text: string): unknown => binaryFormatOf(new TextEncoder().encode(text));
    expect([of('YZTC,lon,lat\n'), of('YZTC\r\n1\r\n2'), of('fgb\n1\n'), of('fgb,lon\n'), of('{}'), of('')]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
    expect([of('YZTC\r\n\u001a\n'), of('YZTC\n\u001a\n'), of('fgb\u0003fgb\u0000')]).toEqual(['packed', 'packed', 'flatgeobuf']);
  });

  it('a text under format="packed" is an error that says so', async () => {
    await expect(readTable(new TextEncoder().encode('a,b\n1,2\n12345678').buffer as ArrayBuffer, { format: 'packed' })).rejects.toMatchObject({ code: 'bad-packed' });
  });
});

describe('a file that is not sound is one error, never a crash', () => {
  it.each(FILES)('cut off anywhere: %s', async (_name, file) => {
    expect(await outcome(file)).toBe('read');
    for (let length = MAGIC; length < file.length; length++) expect(await outcome(file.slice(0, length)), `${length} bytes`).toBe('bad-packed');
  });

  it.each(FILES)('longer than it says: %s', async (_name, file) => {
    const longer = new Uint8Array(file.length + 8);
    longer.set(file);
    expect(await outcome(longer)).toBe('bad-packed');
  });

  it.each(FILES)('any byte changed: reads, or is bad-packed: %s', async (_name, file) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 8, max: file.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const damaged = file.slice();
        damaged[at] = (damaged[at] as number) ^ flip;
        const said = await outcome(damaged);
        expect(said === 'bad-packed' || said.startsWith('read')).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it.each(FILES)('every member of the header replaced by something else: %s', async (_name, file) => {
    const wrong = [null, -1, 1.5, 1e15, 2 ** 53, 'x', [], {}, [1, 2], true, Number.MAX_SAFE_INTEGER - 7];
    const paths: string[][] = [];
    const walk = (value: unknown, path: string[]): void => {
      if (path.length > 0) paths.push(path);
      if (typeof value === 'object' && value !== null) for (const [key, one] of Object.entries(value)) walk(one, [...path, key]);
    };
    withHeader(file, (header) => walk(header, []));
    for (const path of paths) {
      for (const value of wrong) {
        const damaged = withHeader(file, (header) => put(header, path.join('.'), value));
        const said = await outcome(damaged);
        expect(said === 'bad-packed' || said.startsWith('read'), `${path.join('.')} = ${JSON.stringify(value)}: ${said}`).toBe(true);
      }
    }
  });
});

const MAGIC = 8;

describe('the sentence names tag, file, place and remedy', () => {
  const file = FILES[2]?.[1] as Uint8Array<ArrayBuffer>;
  const cases: readonly (readonly [string, () => Uint8Array<ArrayBuffer>, string, string])[] = [
    ['another version', () => Uint8Array.from(file, (byte, at) => (at === 8 ? 9 : byte)), '格式版本是 9', 'its version is 9'],
    ['sent as text', () => Uint8Array.from(file, (byte, at) => (at === 4 ? 10 : byte)), '可能被当作文本传输', 'sent as text'],
    ['cut off', () => file.slice(0, file.length - 8), '文件不完整', 'it is cut off'],
    ['codes beyond the dictionary', () => codesBeyond(file), '字典只有 2 个词', 'its dictionary has 2 words'],
    ['a section beyond the end', () => withHeader(file, (header) => put(header, 'columns.1.values.at', 80_000)), '「n」到第', '"n" ends at byte'],
    ['a section that is not aligned', () => withHeader(file, (header) => put(header, 'columns.1.values.at', 4)), '8 的倍数', 'multiple of 8'],
    ['a wrong length', () => withHeader(file, (header) => put(header, 'rows', 4)), '应为', 'are needed'],
    ['coordinates that are no degrees', () => withHeader(file, (header) => put(header, 'geometry.coordinates.divide', 1)), '不是经纬度', 'is no longitude and latitude'],
  ];
  it.each(cases)('%s', async (_name, damage, zh, en) => {
    const said = await sentence(damage());
    expect(said.code).toBe('bad-packed');
    for (const word of ['<yzt-dataset>：/v.yztc', zh, '请']) expect(said.zh).toContain(word);
    for (const word of ['<yzt-dataset>: /v.yztc', en, 'yzt-pack']) expect(said.en).toContain(word);
  });

  function codesBeyond(sound: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    let at = 0;
    const damaged = withHeader(sound, (header) => {
      at = memberOf(header, ['columns', '0', 'codes', 'at']) as number;
    });
    const start = HEADER_START + new DataView(damaged.buffer).getUint32(12, true);
    damaged[start + at] = 2;
    return damaged;
  }
});

describe('schema and provenance of a file are believed only member by member', () => {
  it('members of another kind are left out', async () => {
    const file = withHeader(FILES[2]?.[1] as Uint8Array<ArrayBuffer>, (header) => {
      header['schema'] = { id: 5, label: { zh: '甲' }, fields: [{ name: 'n', label: 'x', unit: 7, digits: -1, mask: 'none', kind: 'text?', values: { 1: { zh: '一', en: 2 } } }, { label: {} }, 3] };
      header['provenance'] = { source: ['x'], example: 'yes', updated: '2026' };
    });
    const { schema, provenance } = await readTable(file.buffer);
    expect(schema).toEqual({ id: '', label: { zh: '甲', en: '甲' }, fields: [{ name: 'n', values: { 1: { zh: '一', en: '一' } } }] });
    expect(provenance).toEqual({ updated: '2026' });
  });
});
