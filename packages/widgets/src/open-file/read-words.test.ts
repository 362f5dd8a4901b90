import { describe, expect, it } from 'vitest';
import { YztError } from '@yizhangtu/base/errors';
import { groupFiles } from './file-groups.js';
import { chosen, isUnsure, readWords } from './read-words.js';

const names = (...all: string[]): string[][] => groupFiles(all.map((name) => ({ name }))).map(({ name, files }) => [name, ...files.map((file) => file.name)]);

describe('groupFiles', () => {
  it('takes the parts of a shapefile together, whatever their case, and leaves others alone', () => {
    expect(names('a.dbf', 'A.shp', 'b.zip', 'a.shp.xml', 'a.prj', 'c.shp')).toEqual([['A.shp', 'a.dbf', 'A.shp', 'a.shp.xml', 'a.prj'], ['b.zip', 'b.zip'], ['c.shp', 'c.shp']]);
    expect(names('a.dbf', 'a.prj')).toEqual([['a.dbf', 'a.dbf'], ['a.prj', 'a.prj']]);
    expect(names('x.csv', 'x.csv')).toHaveLength(2);
  });
});

describe('readWords', () => {
  it('says rows, format, encoding, system and layer', () => {
    expect(readWords({ total: 10, kept: 10, notes: [], source: { format: 'shapefile', encoding: 'gb18030', crs: 'EPSG:4528', layer: 'a' } })).toEqual({
      zh: '10 行 · Shapefile · GB18030 · EPSG:4528 → 经纬度',
      en: '10 rows · Shapefile · GB18030 · EPSG:4528 → degrees',
    });
    expect(readWords({ total: 1, kept: 1, notes: [], source: { format: 'gpx', crs: 'EPSG:4326', layer: 'tracks', layers: ['features', 'tracks'] } }).en).toBe('1 row · GPX · degrees EPSG:4326 · tracks');
    expect(readWords({ total: 1, kept: 1, notes: [] }).zh).toBe('1 行');
  });
});

describe('isUnsure', () => {
  const note = (kind: string) => ({ kind, count: 1, first: 0, action: 'kept' as const, text: { zh: '', en: '' } });

  it('is true where a person may know better', () => {
    expect(isUnsure({ total: 1, kept: 1, notes: [note('no-crs')] }, undefined)).toBe(true);
    expect(isUnsure({ total: 1, kept: 1, notes: [note('no-geometry')] }, undefined)).toBe(false);
    expect(isUnsure(undefined, new YztError('unknown-crs', { zh: '', en: '' }))).toBe(true);
    expect(isUnsure(undefined, new YztError('bad-archive', { zh: '', en: '' }))).toBe(false);
  });
});

describe('chosen', () => {
  it('keeps the other choices; an empty one is none', () => {
    expect(chosen({ crs: 'EPSG:4528' }, 'encoding', 'big5')).toEqual({ crs: 'EPSG:4528', encoding: 'big5' });
    expect(chosen({ crs: 'EPSG:4528', encoding: 'big5' }, 'crs', '')).toEqual({ encoding: 'big5' });
  });
});
