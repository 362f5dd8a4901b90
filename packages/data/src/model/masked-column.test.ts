import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvFileInSlices } from '../export/index.js';
import { expressionColumn } from '../expression/index.js';
import { degreesBetween } from '../points/index.js';
import { drive, pause } from '../steps/drive.js';
import { symbologyOf } from '../symbology/index.js';
import { cellOf, columnFrom } from './columns.js';
import { Dataset } from './dataset.js';
import { groupingOf } from './grouping.js';
import { MaskedText } from './masked-column.js';
import { DOUBLE_NAMES, masked, MASKS, type Mask } from './masks.js';
import { decoded, PackedText, packWords } from './packed-text.js';
import type { Query } from './query-types.js';
import { shownTable } from './shown-table.js';
import { NO_CODE, type Column, type DatasetSchema, type Table, type TextColumn } from './types.js';

/** All at once and with plain loops, as it was before columns were masked when somebody asks. */
function plainMask(column: Column, mask: Mask): { dictionary: string[]; codes: number[] } {
  const { codes, keys } = groupingOf(column);
  const codeOf = new Map<string, number>();
  const maskedCode = keys.map((key) => {
    const word = key === '' ? '' : masked(column.kind === 'date' ? new Date(key as number).toISOString() : String(key), mask);
    const code = codeOf.get(word) ?? codeOf.size;
    codeOf.set(word, code);
    return code;
  });
  return { dictionary: [...codeOf.keys()], codes: Array.from(codes, (code) => maskedCode[code] ?? NO_CODE) };
}

const words = fc.oneof(fc.string({ unit: 'binary', maxLength: 9 }), fc.constantFrom('', ' ', '张三', '欧阳娜娜', '𠮷田', '13812345678', '青岛市市南区香港中路10号'));
const columns: fc.Arbitrary<Column> = fc.oneof(
  fc.array(fc.option(words), { minLength: 1, maxLength: 40 }).map((values) => columnFrom('c', ['x', ...values])),
  fc.array(fc.option(fc.double({ noNaN: true })), { maxLength: 40 }).map((values) => columnFrom('c', [13812345678, ...values])),
  fc.array(fc.option(fc.boolean()), { maxLength: 20 }).map((values) => columnFrom('c', [true, ...values])),
  fc.array(fc.option(fc.date({ noInvalidDate: true })), { maxLength: 20 }).map((values) => columnFrom('c', [new Date(0), ...values])),
  fc.array(fc.string(), { minLength: 1, maxLength: 30 }).map((values) => {
    const { codes, dictionary } = columnFrom('c', values) as TextColumn;
    const packed = packWords(dictionary);
    return packed ? new PackedText('c', codes, packed) : columnFrom('c', values);
  }),
);
const masks = fc.constantFrom(...MASKS.filter((mask) => mask !== 'coarse'));

/** One way in which somebody may come to the words of a column. */
const WAYS: Readonly<Record<string, (column: MaskedText) => unknown>> = {
  'single cells': (column) => column.codes.length,
  'at once': (column) => column.dictionary,
  'in steps': async (column) => drive(decoded(column), { sliceMs: 0 }),
  'half in steps, then at once': (column) => {
    column.decode().next();
    return column.codes;
  },
  'twice at a time': async (column) => Promise.all([drive(decoded(column), { sliceMs: 0 }), drive(decoded(column), { sliceMs: 0 })]),
};

describe('a masked column', () => {
  test.each(Object.entries(WAYS))('is what masking all of it at once gives: %s', async (_, come) => {
    await fc.assert(
      fc.asyncProperty(columns, masks, async (source, mask) => {
        const plain = plainMask(source, mask);
        const column = new MaskedText(source, mask);
        const cells = plain.codes.map((code) => plain.dictionary[code] ?? null);
        expect(cells.map((__, row) => cellOf(column, row))).toEqual(cells);
        await come(column);
        expect({ dictionary: column.dictionary, codes: [...column.codes] }).toEqual(plain);
        expect(cells.map((__, row) => cellOf(column, row))).toEqual(cells);
        expect([cellOf(column, -1), cellOf(column, cells.length)]).toEqual([null, null]);
      }),
      { numRuns: 60 },
    );
  });

  test('masks by letters, not by halves of letters', () => {
    const plainName = (value: string): string => {
      const letters = [...value.trim()];
      if (letters.length <= 1) return '*';
      const family = letters.length > 2 && DOUBLE_NAMES.has(letters.slice(0, 2).join('')) ? 2 : 1;
      return letters.slice(0, family).join('') + '*'.repeat(letters.length - family);
    };
    const plainEnds = (value: string, head: number, tail: number): string => {
      const letters = [...value.trim()];
      const hidden = letters.length - head - tail;
      return hidden < 4 ? '*'.repeat(Math.max(letters.length, 3)) : letters.slice(0, head).join('') + '*'.repeat(hidden) + letters.slice(-tail).join('');
    };
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 24 }), (value) => {
        fc.pre(value.trim() !== '');
        expect(masked(value, 'name')).toBe(plainName(value));
        expect(masked(value, 'phone')).toBe(plainEnds(value, 3, 4));
        expect(masked(value, 'id-card')).toBe(plainEnds(value, 3, 2));
      }),
    );
  });

  test('is made once, though the schema says other things anew', () => {
    const table: Table = { rowCount: 1, columns: [columnFrom('name', ['张三'])], geometry: { kind: 'point', coordinates: Float64Array.of(120.38271, 36.06623) }, report: { total: 1, kept: 1, notes: [] } };
    const shown = (label: string, mask: Mask): Table => shownTable(table, { id: 't', placeDigits: 2, label: { zh: label, en: label }, fields: [{ name: 'name', mask }] });
    const first = shown('一', 'name');
    expect([shown('二', 'name').columns[0], shown('二', 'name').geometry]).toEqual([first.columns[0], first.geometry]);
    expect(shown('二', 'name').columns[0]).toBe(first.columns[0]);
    expect(cellOf(shown('二', 'hidden').columns[0] as Column, 0)).toBe('***');
  });
});

describe('places and numbers', () => {
  test('are coarse piece by piece and as a whole', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1, max: 180, noNaN: true }), { minLength: 2, maxLength: 20 }), fc.integer({ min: 0, max: 5 }), (numbers, digits) => {
        const coordinates = Float64Array.from(numbers.length % 2 === 0 ? numbers : numbers.slice(1));
        const plain = coordinates.map((value) => Math.round(value * 10 ** digits) / 10 ** digits);
        const table: Table = { rowCount: coordinates.length / 2, columns: [columnFrom('n', coordinates), columnFrom('w', Array.from(coordinates, String))], geometry: { kind: 'point', coordinates }, report: { total: 0, kept: 0, notes: [] } };
        const { geometry, columns: shown } = shownTable(table, { id: 't', placeDigits: digits, fields: [{ name: 'n', mask: 'coarse' }, { name: 'w', mask: 'coarse' }] });
        if (geometry.kind !== 'point') throw new Error('no points');
        expect(geometry.count).toBe(plain.length / 2);
        expect([...degreesBetween(geometry, 0, 2)]).toEqual([...plain.subarray(0, 2)]);
        expect([...geometry.coordinates]).toEqual([...plain]);
        for (const column of shown) expect(Array.from(coordinates, (_, row) => cellOf(column, row))).toEqual([...plain]);
      }),
    );
  });
});

describe('of very many rows', () => {
  const ROWS = 120_000;
  const secret = (row: number): string => `绝密${row}`;
  const table: Table = { rowCount: ROWS, columns: [columnFrom('name', Array.from({ length: ROWS }, (_, row) => secret(row))), columnFrom('n', Float64Array.from({ length: ROWS }, (_, row) => row))], geometry: { kind: 'none' }, report: { total: ROWS, kept: ROWS, notes: [] } };
  const schema: DatasetSchema = { id: 't', fields: [{ name: 'name', mask: 'hidden' }] };
  const top: Query = { groupBy: 'name', measures: [{ kind: 'count' }], limit: 3 };

  /** Everything that can be asked of a dataset at a moment. */
  const looked = (dataset: Dataset): string =>
    JSON.stringify([
      [0, 7, ROWS - 1].map((row) => [dataset.value(row, 'name'), dataset.feature(row)]),
      (dataset.column('name') as TextColumn).wordOf?.(5),
      { ...dataset.column('name') },
      dataset.matching({ kind: 'compare', field: 'name', operator: 'starts-with', value: '绝密' }).length,
      dataset.query(top).groups,
      symbologyOf('class:name', dataset).classes,
    ]);

  test('nothing is seen as it is at any moment: before, between and after the slices in which it is masked', async () => {
    const dataset = new Dataset(table);
    const seen: string[] = [];
    dataset.subscribe(() => seen.push(JSON.stringify([dataset.value(3, 'name'), dataset.feature(4)])));
    dataset.schema = schema;
    const answer = dataset.ask(top);
    const ordered = dataset.prepare({ orderBy: 'name', search: true });
    for (let slice = 0; slice < 3; slice++) {
      seen.push(JSON.stringify([0, slice, ROWS - 1].map((row) => [dataset.value(row, 'name'), dataset.feature(row), { ...dataset.column('name') }])));
      await pause();
    }
    seen.push(JSON.stringify(await answer));
    await ordered;
    seen.push(looked(dataset), looked(new Dataset(table, { schema })));
    expect(seen.length).toBeGreaterThan(5);
    for (const text of seen) expect(text).not.toContain('绝密');
    expect((await answer).groups).toMatchObject([{ key: '***', count: ROWS }]);
  });

  test('what is written of it while it is masked is masked', async () => {
    const dataset = new Dataset(table, { schema });
    const file = csvFileInSlices({ name: 't', columns: [{ label: 'name' }], rowCount: ROWS, cell: (row) => dataset.value(row, 'name') as string });
    await dataset.ask(top);
    expect(await (await file).text()).toBe(`name\r\n${'***\r\n'.repeat(ROWS)}`);
  });

  test('filters that look at its words come into force later, and find what is shown', async () => {
    const dataset = new Dataset(table, { schema });
    for (const values of [[secret(5)], ['***']]) {
      dataset.setFilter('name', { kind: 'in', field: 'name', values });
      expect(dataset.filtering).toBeInstanceOf(Promise);
      await dataset.filtering;
      expect(dataset.query({ measures: [{ kind: 'count' }] }).total.count).toBe(values[0] === '***' ? ROWS : 0);
    }
  });

  test('a column worked out from it sees what everybody sees', async () => {
    const dataset = new Dataset(table, { schema });
    dataset.derive(expressionColumn({ name: 'twice' }, "concat(name, '/', name)"));
    expect(dataset.value(9, 'twice')).toBeNull();
    await dataset.deriving;
    expect([dataset.value(9, 'twice'), (dataset.column('twice') as TextColumn).dictionary]).toEqual(['***/***', ['***/***']]);
  });
});
