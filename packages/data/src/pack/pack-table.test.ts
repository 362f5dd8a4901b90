import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { YztError } from '@yizhangtu/base/errors';
import { Dataset } from '../model/dataset.js';
import { featureGeometry } from '../model/geometry.js';
import { cellOf } from '../model/columns.js';
import { tableFromColumns } from '../model/from-columns.js';
import { pointArrays } from '../model/scaled-points.js';
import { NO_CODE, type Column, type PointGeometry, type Table } from '../model/types.js';
import { readTable } from '../readers/read-table.js';
import type { RawTable } from '../readers/types.js';
import { packTable, type PackOptions } from './pack-table.js';
import { packedSummary } from './summary.js';

// Hundreds of files a test, on machines that do other things too.
vi.setConfig({ testTimeout: 60_000 });

const readBack = (table: Table, options: PackOptions = {}): Promise<RawTable> => readTable(packTable(table, options).buffer);
const cells = (column: Column, rows: number): unknown[] =>
  Array.from({ length: rows }, (_, row) => {
    const value = cellOf(column, row);
    return value instanceof Date ? value.getTime() : value;
  });
const idsOf = (table: Table): unknown => new Dataset(table).ids;
const shapes = (table: Table): unknown[] => Array.from({ length: table.rowCount }, (_, row) => featureGeometry(table.geometry, row));

const geojson = (features: object[]): Promise<RawTable> =>
  readTable(new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features })).buffer as ArrayBuffer);

const degrees = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const position = fc.tuple(degrees(-180, 180), degrees(-90, 90));
const decimals = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min: min * 1e7, max: max * 1e7 }).map((n) => n / 1e7);
const number = fc.oneof(
  fc.integer({ min: 0, max: 255 }),
  fc.integer(),
  fc.integer({ min: -100000, max: 100000 }).map((n) => n / 100),
  fc.double({ noDefaultInfinity: true }),
  fc.constant(-0),
);

/** Columns of every kind with missing values between. */
const columnsOf = (rows: number): fc.Arbitrary<Column[]> =>
  fc
    .tuple(
      fc.array(fc.option(fc.string({ unit: 'binary' }), { nil: null }), { minLength: rows, maxLength: rows }),
      fc.oneof(
        fc.array(fc.integer({ min: 0, max: 70000 }), { minLength: rows, maxLength: rows }),
        fc.array(number, { minLength: rows, maxLength: rows }),
      ),
      fc.array(fc.option(fc.date({ noInvalidDate: true }), { nil: null }), { minLength: rows, maxLength: rows }),
      fc.array(fc.option(fc.boolean(), { nil: null }), { minLength: rows, maxLength: rows }),
    )
    .map(([words, numbers, dates, flags]) => {
      const table = tableFromColumns({ columns: { words, dates, flags, numbers: Float64Array.from(numbers) } });
      return table.columns.map((column): Column => {
        if (column.name === 'dates') return { kind: 'date', name: 'dates', values: Float64Array.from(dates, (date) => date?.getTime() ?? Number.NaN) };
        return column.name === 'words' || column.name !== 'flags' ? column : { kind: 'boolean', name: 'flags', values: Uint8Array.from(flags, (flag) => (flag === null ? 2 : Number(flag))) };
      });
    });

const ids = (rows: number): fc.Arbitrary<Table['ids']> =>
  fc.oneof(
    fc.constant(undefined),
    fc.array(fc.string(), { minLength: rows, maxLength: rows }),
    fc.array(fc.integer(), { minLength: rows, maxLength: rows }),
    fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { minLength: rows, maxLength: rows }),
  );

const pointTable = (coordinate: fc.Arbitrary<[number, number] | null>): fc.Arbitrary<Table> =>
  fc.array(coordinate, { minLength: 1, maxLength: 40 }).chain((points) =>
    fc.tuple(columnsOf(points.length), ids(points.length)).map(([columns, own]) => ({
      rowCount: points.length,
      columns,
      geometry: { kind: 'point' as const, coordinates: Float64Array.from(points.flatMap((point) => point ?? [Number.NaN, Number.NaN])) },
      ...(own && { ids: own }),
      report: { total: points.length, kept: points.length, notes: [] },
    })),
  );

const ring = fc.array(position, { minLength: 3, maxLength: 8 }).map((ends) => [...ends, ends[0]]);
const geometry = fc.oneof(
  fc.constant(null),
  position.map((coordinates) => ({ type: 'Point', coordinates })),
  fc.array(position, { minLength: 1, maxLength: 4 }).map((coordinates) => ({ type: 'MultiPoint', coordinates })),
  fc.array(position, { minLength: 2, maxLength: 9 }).map((coordinates) => ({ type: 'LineString', coordinates })),
  fc.array(ring, { minLength: 1, maxLength: 3 }).map((coordinates) => ({ type: 'Polygon', coordinates })),
  fc.array(fc.array(ring, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }).map((coordinates) => ({ type: 'MultiPolygon', coordinates })),
);

function expectSame(read: RawTable, table: Table): void {
  expect(read.rowCount).toBe(table.rowCount);
  expect(read.columns.map(({ name, kind }) => [name, kind])).toEqual(table.columns.map(({ name, kind }) => [name, kind]));
  table.columns.forEach((column, index) => expect(cells(read.columns[index] as Column, table.rowCount)).toEqual(cells(column, table.rowCount)));
  expect(idsOf(read)).toEqual(idsOf(table));
}

const coordinatesOf = ({ geometry }: Table): Float64Array | undefined => (geometry.kind === 'point' ? geometry.coordinates : undefined);

const RUNS = { numRuns: 40 };

describe('packed columns give back what was packed', () => {
  it('points with columns and ids of every kind, bit by bit when lossless or direct', async () => {
    const table = pointTable(fc.option(position, { nil: null }));
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom({ lossless: true }, { direct: true }), async (one, options) => {
        const read = await readBack(one, options);
        expectSame(read, one);
        expect(coordinatesOf(read)).toEqual(coordinatesOf(one));
      }),
      RUNS,
    );
  });

  it('coordinates of seven decimals exactly in half the bytes, without being asked', async () => {
    const table = pointTable(fc.tuple(decimals(-180, 180), decimals(-90, 90)));
    await fc.assert(
      fc.asyncProperty(table, async (one) => {
        const bytes = packTable(one);
        expect(packedSummary(bytes.buffer).rounding).toBe(0);
        const read = await readTable(bytes.buffer);
        // +0 and -0 are one place.
        expect(coordinatesOf(read)).toEqual(coordinatesOf(one)?.map((value) => value + 0));
      }),
      RUNS,
    );
  });

  it('other coordinates within 5.6 mm', async () => {
    await fc.assert(
      fc.asyncProperty(pointTable(position), async (one) => {
        const read = await readBack(one);
        if (read.geometry.kind !== 'point' || one.geometry.kind !== 'point') throw new Error('no points');
        const { coordinates } = one.geometry;
        read.geometry.coordinates.forEach((value, index) => expect(Math.abs(value - (coordinates[index] as number))).toBeLessThanOrEqual(0.51e-7));
      }),
      RUNS,
    );
  });

  it('shapes of every kind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(geometry, { minLength: 1, maxLength: 12 }), async (list) => {
        const table = await geojson(list.map((one, id) => ({ type: 'Feature', id, properties: { n: id }, geometry: one })));
        const read = await readBack(table, { lossless: true });
        expectSame(read, table);
        expect(shapes(read)).toEqual(shapes(table));
        const rounded = await readBack(table);
        expect(rounded.geometry.kind).toBe(table.geometry.kind);
        expect(shapes(rounded).map((one) => (one as { type?: string } | null)?.type)).toEqual(shapes(table).map((one) => (one as { type?: string } | null)?.type));
      }),
      RUNS,
    );
  });

  it('a table without places, and one without rows', async () => {
    const table = tableFromColumns({ columns: { name: ['甲', null, '乙'], n: new Uint8Array([1, 2, 3]) } });
    expectSame(await readBack(table), table);
    const empty = tableFromColumns({ columns: {} });
    const read = await readBack(empty);
    expect([read.rowCount, read.report.notes.map((note) => note.kind)]).toEqual([0, ['empty-source']]);
  });

  it('schema and provenance, which a dataset shows unless the page says otherwise', async () => {
    const schema = { id: 'fitness/venue@1', titleField: 'name', fields: [{ name: 'n', label: { zh: '面积', en: 'Area' }, unit: '㎡', digits: 1, mask: 'hidden' as const }] };
    const provenance = { source: '青岛市体育局', updated: '2026-06-30', example: true };
    const dataset = new Dataset(await readBack(tableFromColumns({ columns: { n: new Uint8Array([1]) } }), { }));
    expect([dataset.schema, dataset.provenance]).toEqual([undefined, {}]);
    const read = await readBack(tableFromColumns({ columns: { n: new Uint8Array([1]) } }), { schema, provenance });
    const told = new Dataset(read);
    expect(told.schema).toEqual(schema);
    expect(told.label('n', 'zh-CN')).toBe('面积');
    expect(told.provenance).toEqual(provenance);
    told.provenance = { source: '本页' };
    expect(told.provenance.source).toBe('本页');
    expect(told.provenance.example).toBe(true);
  });

  it('a column in the kind the page asks for', async () => {
    const packed = packTable(tableFromColumns({ columns: { code: new Uint16Array([101, 102]) } }));
    const read = await readTable(packed.buffer, { kinds: [['code', 'text']] });
    expect(cells(read.columns[0] as Column, 2)).toEqual(['101', '102']);
  });
});

describe('the file', () => {
  const thousand = tableFromColumns({
    coordinates: Float64Array.from({ length: 2000 }, (_, i) => (i % 2 ? 36 + i / 1e5 : 120 + i / 1e5)),
    columns: {
      kind: Array.from({ length: 1000 }, (_, i) => `种类 ${i % 7}`),
      small: Float64Array.from({ length: 1000 }, (_, i) => i % 200),
      price: Float64Array.from({ length: 1000 }, (_, i) => i + 0.25),
      area: Float64Array.from({ length: 1000 }, (_, i) => (i * 37) / 100),
      odd: Float64Array.from({ length: 1000 }, (_, i) => Math.sqrt(i)),
    },
  });

  it('writes each number in the smallest form that gives it back', () => {
    const { columns, geometry, rows } = packedSummary(packTable(thousand).buffer);
    expect([rows, geometry]).toEqual([1000, 'point']);
    expect(columns.map(({ type }) => type)).toEqual(['u8, 7', 'u8', 'f32', 'u16 × 1 ÷ 100', 'f64']);
  });

  it('is read without a copy when it is direct: every array looks into the file', async () => {
    const bytes = packTable(thousand, { direct: true });
    const read = await readTable(bytes.buffer);
    const views = read.columns.map((column) => (column.kind === 'text' ? column.codes : column.values));
    for (const view of [...views, read.geometry.kind === 'point' && read.geometry.coordinates]) expect(view && view.buffer).toBe(bytes.buffer);
  });

  it('keeps nothing of the file when numbers had to be made: one buffer of the size of the columns', async () => {
    const bytes = packTable(thousand);
    const read = await readTable(bytes.buffer);
    const views = [...read.columns.map((column) => (column.kind === 'text' ? column.codes : column.values)), ...pointArrays(read.geometry as PointGeometry)];
    const buffers = new Set(views.map((view) => view.buffer));
    expect(buffers.size).toBe(1);
    expect([...buffers][0]).not.toBe(bytes.buffer);
    expect(views.reduce((sum, view) => sum + view.byteLength, 0)).toBeGreaterThan(0.95 * ([...buffers][0] as ArrayBuffer).byteLength);
  });

  it('writes and keeps what is the same in several columns once: the codes of words that differ in every row', async () => {
    const count = 70_000;
    const each = (word: string): string[] => Array.from({ length: count }, (_, i) => `${word}${i}`);
    const table = tableFromColumns({ columns: { id: Uint32Array.from({ length: count }, (_, i) => i), name: each('n'), other: each('o'), half: Float64Array.from({ length: count }, (_, i) => i / 2) } });
    const bytes = packTable(table);
    const read = await readBack(table);
    expectSame(read, table);
    const [id, name, other, half] = read.columns.map((column) => (column.kind === 'text' ? column.codes : column.values)) as [Int32Array, Uint32Array, Uint32Array, Float64Array];
    expect([name.byteOffset, other.byteOffset]).toEqual([id.byteOffset, id.byteOffset]);
    expect([half.byteOffset === id.byteOffset, half[3]]).toEqual([false, 1.5]);
    const alone = packTable({ ...table, columns: table.columns.slice(0, 1) });
    const words = 2 * (4 * count + 7 * count);
    expect(bytes.length).toBeLessThan(alone.length + 4 * count + words);
  });

  it.each([0, 1, 255, 256, 257, 65_535, 65_536])('keeps the codes of %i words in the fewest bits, and in 32 where one is missing', async (words) => {
    const wide = words > 65_535 ? 4 : words > 255 ? 2 : 1;
    const names = Array.from({ length: words }, (_, i) => `w${i}`);
    for (const missing of [false, true]) {
      const name = [...names, ...names.slice(0, 3), ...(missing || words === 0 ? [null] : [])];
      const table = tableFromColumns({ columns: { name } });
      const [column] = (await readBack(table)).columns as [Extract<Column, { kind: 'text' }>];
      expect(column.codes.BYTES_PER_ELEMENT).toBe(missing || words === 0 ? 4 : wide);
      expect(cells(column, name.length)).toEqual(name);
      const dataset = new Dataset({ ...table, columns: [column] });
      const plain = new Dataset(table);
      expect(dataset.query({ groupBy: 'name', measures: [{ kind: 'count' }] })).toEqual(plain.query({ groupBy: 'name', measures: [{ kind: 'count' }] }));
      expect(dataset.rows({ orderBy: 'name', descending: true }).rows).toEqual(plain.rows({ orderBy: 'name', descending: true }).rows);
    }
  });

  it('refuses what could not be read again', () => {
    const codeOf = (table: Table): string => {
      try {
        packTable(table);
        return 'none';
      } catch (error) {
        return error instanceof YztError ? error.code : String(error);
      }
    };
    const points = (...coordinates: number[]): Table => tableFromColumns({ coordinates: Float64Array.from(coordinates), columns: {} });
    expect(codeOf(points(120, 95))).toBe('bad-argument');
    expect(codeOf(points(40520000, 3995000))).toBe('bad-argument');
    expect(codeOf(points(Number.NaN, 36))).toBe('bad-argument');
    expect(codeOf(tableFromColumns({ columns: { n: new Float64Array([1, Infinity]) } }))).toBe('bad-argument');
    expect(codeOf({ ...points(120, 36), crs: 'EPSG:4549' } as Table)).toBe('bad-argument');
    const broken: Column = { kind: 'text', name: 'k', dictionary: ['a'], codes: new Uint32Array([1]) };
    expect(codeOf({ ...points(120, 36), columns: [broken] })).toBe('bad-argument');
    expect(codeOf({ ...points(120, 36), columns: [{ ...broken, codes: new Uint32Array([NO_CODE]) }] })).toBe('none');
  });
});
