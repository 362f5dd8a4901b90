import { describe, expect, it } from 'vitest';
import { Dataset, type DatasetSchema } from '@yizhangtu/data/model';
import {
  movedField,
  shownFields,
  tableColumns,
  tableFields,
  turnedSort,
  widthList,
  widthWords,
  type ColumnChoice,
} from './table-columns.js';

const schema: DatasetSchema = {
  id: 'test/venue@1',
  fields: [
    { name: 'name', label: { zh: '名称', en: 'Name' } },
    { name: 'area', label: { zh: '面积', en: 'Area' }, unit: '㎡' },
    { name: 'kind', values: { 1: { zh: '室内', en: 'Indoor' } } },
    { name: 'id', mask: 'hidden' },
    { name: 'key', internal: true },
    { name: 'gone' },
  ],
};
const venues = (options = { schema }) =>
  Dataset.fromColumns(
    {
      columns: {
        extra: ['x', 'y'],
        kind: Float64Array.of(1, 1),
        area: Float64Array.of(12, 3.25),
        name: ['甲', '乙'],
        id: ['1', '2'],
        key: ['a', 'b'],
      },
    },
    options,
  );
const choice: ColumnChoice = { fields: [], pinned: [], widths: new Map() };

describe('tableFields', () => {
  it('are those of the schema that there are, without hidden and internal ones', () => {
    expect(tableFields(venues())).toEqual(['name', 'area', 'kind']);
  });
  it('are all columns where there is no schema', () => {
    const plain = Dataset.fromColumns({ columns: { a: ['x'], b: ['y'] } });
    expect(tableFields(plain)).toEqual(['a', 'b']);
  });
});

describe('shownFields', () => {
  it('keeps the order asked for and leaves out what is not there', () => {
    expect(shownFields(venues(), ['area', 'key', 'nothing', 'name', 'area'])).toEqual(['area', 'name']);
  });
  it('shows the first twelve of many where nothing is asked for', () => {
    const columns = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`f${i}`, ['x']]));
    expect(shownFields(Dataset.fromColumns({ columns }), [])).toHaveLength(12);
  });
});

describe('tableColumns', () => {
  it('says the unit in the head and gives all numbers of a column the same digits', () => {
    const [, area] = tableColumns(venues(), choice, 'zh-CN');
    expect(area).toMatchObject({ field: 'area', label: '面积', unit: '㎡', numeric: true, written: { name: 'area', digits: 2 } });
    expect(area?.written.unit).toBeUndefined();
  });
  it('takes coded numbers for words', () => {
    expect(tableColumns(venues(), choice, 'zh-CN')[2]).toMatchObject({ field: 'kind', numeric: false, unit: '' });
  });
  it('puts pinned columns first and keeps given widths', () => {
    const columns = tableColumns(
      venues(),
      { fields: ['name', 'area'], pinned: ['area'], widths: new Map([['name', 300]]) },
      'en',
    );
    expect(columns.map(({ field, pinned, width }) => [field, pinned, width])).toEqual([
      ['area', true, columns[0]?.width],
      ['name', false, 300],
    ]);
  });
  it('makes a column wide enough for its words, up to a limit', () => {
    const words = (text: string) => tableColumns(Dataset.fromColumns({ columns: { a: [text] } }), choice, 'zh-CN')[0]?.width ?? 0;
    expect(words('长'.repeat(12))).toBeGreaterThan(words('短'));
    expect(words('长'.repeat(99))).toBe(280);
  });
});

describe('widths', () => {
  it('are read and written as one attribute', () => {
    expect([...widthList('name:240 area:9999 x:a b:10')]).toEqual([
      ['name', 240],
      ['area', 640],
      ['b', 56],
    ]);
    expect(widthWords(new Map([['name', 240]]))).toBe('name:240');
  });
});

it('movedField stays within the list', () => {
  expect(movedField(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
  expect(movedField(['a', 'b', 'c'], 'a', 9)).toEqual(['b', 'c', 'a']);
  expect(movedField(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
});

it('turnedSort goes up, down, and back to the order of the source', () => {
  expect([turnedSort('', 'a'), turnedSort('a', 'a'), turnedSort('-a', 'a'), turnedSort('-b', 'a')]).toEqual(['a', '-a', '', 'a']);
});
