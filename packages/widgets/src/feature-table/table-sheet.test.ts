import { describe, expect, it } from 'vitest';
import { Dataset } from '@yizhangtu/data/model';
import { tableColumns } from './table-columns.js';
import { tableSheet } from './table-sheet.js';
import { footerMeasures, tableSums } from './table-sums.js';

const dataset = Dataset.fromColumns(
  {
    columns: {
      name: ['甲', '乙', '丙'],
      area: Float64Array.of(12, 3.25, NaN),
      phone: ['13812345678', '', '1'],
      kind: ['1', '2', null],
      built: [new Date('2020-01-02T00:00:00+08:00'), null, null],
    },
  },
  {
    schema: {
      id: 't@1',
      fields: [
        { name: 'name' },
        { name: 'area', label: { zh: '面积', en: 'Area' }, unit: '㎡' },
        { name: 'phone', mask: 'phone' },
        { name: 'kind', values: { 1: { zh: '室内', en: 'Indoor' } } },
        { name: 'built' },
      ],
    },
  },
);
const columns = tableColumns(dataset, { fields: [], pinned: [], widths: new Map() }, 'zh-CN');

describe('tableSheet', () => {
  const sheet = tableSheet(dataset, columns, [1, 0], '场馆', 'zh-CN');
  const row = (index: number) => columns.map((_, column) => sheet.cell(index, column));
  it('has the columns and rows of the table in its order', () => {
    expect(sheet.columns.map(({ label }) => label)).toEqual(['name', '面积（㎡）', 'phone', 'kind', 'built']);
    expect(sheet.rowCount).toBe(2);
    expect(row(0)).toEqual(['乙', 3.25, null, '2', null]);
  });
  it('keeps masks, says codes in words, and leaves numbers and dates what they are', () => {
    expect(row(1)).toEqual(['甲', 12, '138****5678', '室内', new Date('2020-01-02T00:00:00+08:00')]);
  });
});

describe('tableSums', () => {
  const written = (field: string) => columns.find((column) => column.field === field)?.written;
  it('says what passes under each column, one figure a column', () => {
    const measures = [
      { kind: 'sum', field: 'area' },
      { kind: 'mean', field: 'area' },
      { kind: 'distinct', field: 'name' },
      { kind: 'sum', field: 'gone' },
    ] as const;
    const sums = tableSums(measures.slice(0, 3), dataset.query({ measures: measures.slice(0, 3) }), written, 'zh-CN');
    expect([...sums]).toEqual([
      ['area', { word: '合计', text: '15.25' }],
      ['name', { word: '种数', text: '3' }],
    ]);
    expect(tableSums(measures.slice(3), undefined, written, 'zh-CN').size).toBe(0);
  });
  it('gives a mean one digit more', () => {
    const measures = [{ kind: 'mean', field: 'area' }] as const;
    expect(tableSums(measures, dataset.query({ measures }), written, 'en').get('area')).toEqual({ word: 'Mean', text: '7.625' });
  });
});

it('footerMeasures reads measures of fields and leaves out the rest', () => {
  expect(footerMeasures(' sum:area  mean:a:b count x:y p90:area')).toEqual([
    { kind: 'sum', field: 'area' },
    { kind: 'mean', field: 'a:b' },
    { kind: 'quantile', field: 'area', p: 0.9 },
  ]);
});
