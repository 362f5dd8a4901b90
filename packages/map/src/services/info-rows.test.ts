import { describe, expect, it } from 'vitest';
import { aliasesFrom, identifiedOf, namesFrom, type InfoWords } from './info-rows.js';

const plain: InfoWords = { aliases: new Map(), fields: [], locale: 'zh-CN' };
const feature = (values: Record<string, string | number | boolean | null>) => ({ values: new Map(Object.entries(values)) });

describe('identifiedOf', () => {
  it('tells values under the names of the service, without what is missing or no fact', () => {
    expect(identifiedOf([feature({ fid: 7, name: '一号地', area: 1200.5, note: null, kind: '' })], plain)).toEqual([{ title: '一号地', rows: [{ label: 'area', value: '1,200.5' }] }]);
  });

  it('takes aliases, over those of a schema, and tells the fields asked for in their order', () => {
    const words = { ...plain, aliases: aliasesFrom('DLMC=地类名称，TBMJ=图斑面积'), fields: ['TBMJ', 'DLMC', 'none'] };
    expect(identifiedOf([feature({ DLMC: '水田', TBMJ: null, BSM: 1 })], words)).toEqual([{ rows: [{ label: '图斑面积', value: '—' }, { label: '地类名称', value: '水田' }] }]);
  });

  it('keeps to a schema: words of codes, units, masks, and nothing that is internal or not described', () => {
    const schema = {
      id: 'test/plot@1',
      titleField: 'no',
      fields: [
        { name: 'no' },
        { name: 'use', label: { zh: '用途', en: 'Use' }, values: { '07': { zh: '居住', en: 'Housing' } } },
        { name: 'area', label: { zh: '面积', en: 'Area' }, unit: '㎡' },
        { name: 'phone', label: { zh: '电话', en: 'Phone' }, mask: 'phone' as const },
        { name: 'inner', internal: true },
      ],
    };
    const [one] = identifiedOf([feature({ no: 'A-1', use: '07', area: 1200, phone: '13812345678', inner: 'x', other: 'y' })], { ...plain, schema });
    expect(one).toEqual({ title: 'A-1', rows: [{ label: '用途', value: '居住' }, { label: '面积', value: '1,200 ㎡' }, { label: '电话', value: '138****5678' }] });
  });

  it('has one answer for each feature', () => {
    expect(identifiedOf([feature({ name: 'a' }), feature({ name: 'b', x: 1 })], plain).map(({ title, rows }) => [title, rows.length])).toEqual([['a', 0], ['b', 1]]);
    expect(identifiedOf([], plain)).toEqual([]);
  });
});

it('names are parted by spaces and commas', () => {
  expect(namesFrom(' a,b  c，d')).toEqual(['a', 'b', 'c', 'd']);
  expect([...aliasesFrom('a= b==x c c=d')]).toEqual([['b', '=x'], ['c', 'd']]);
});
