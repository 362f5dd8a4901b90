import { describe, expect, it } from 'vitest';
import { Dataset } from '@yizhangtu/data/model';
import { countSentence, wholeWords } from './counted.js';

const places = Dataset.fromColumns({ coordinates: Float64Array.of(120, 36, 121, 37), columns: { n: Float64Array.of(1, 2) } });
const rows = Dataset.fromColumns({ columns: { n: Float64Array.from({ length: 1284 }, (_, i) => i) } });

describe('numbers of things in words', () => {
  it('counts places with 处, rows without a place with 条', () => {
    expect(countSentence(places, 2, {})).toEqual({ zh: '共 2 处', en: '2 in all' });
    expect(countSentence(rows, 1284, {})).toEqual({ zh: '共 1,284 条', en: '1,284 in all' });
  });

  it('says the noun of the page, with its measure word or with 个', () => {
    expect(countSentence(places, 1, { unit: '艘', noun: '渔船' })).toEqual({ zh: '共 1 艘渔船', en: '1 渔船' });
    expect(countSentence(places, 0, { noun: '场馆' }).zh).toBe('共 0 个场馆');
    expect(countSentence(rows, 3, { unit: ' 家 ' }).zh).toBe('共 3 家');
    expect(countSentence(rows, 1284, { unit: '家', noun: 'companies' }).en).toBe('1,284 companies');
  });

  it('says how many there are without filters', () => {
    expect(wholeWords(rows, { unit: '家', noun: '企业' }).zh).toBe('，全部 1,284 家');
    expect(wholeWords(rows, { noun: 'companies' }).en).toBe(' of 1,284 companies');
    expect(wholeWords(places, {})).toEqual({ zh: '，全部 2 处', en: ' of 2' });
  });
});
