import { registerScheme } from '@yizhangtu/standards/scheme';
import { describe, expect, it } from 'vitest';
import { Dataset } from '../model/dataset.js';
import type { FieldSchema } from '../model/types.js';
import { shortCategoryWords } from './row-text.js';

const word = (zh: string, en: string) => ({ zh, en });
registerScheme({ scheme: 'test-risk', version: '1', label: word('风险', 'Risk'), source: 'test', evidence: 'official', entries: [{ code: 'A', label: word('A 类（低）', 'Class A (low)'), short: word('A 类', 'A') }, { code: 'B', label: word('乙', 'B') }] });

const short = (key: string | null, more: Partial<FieldSchema> = {}, locale: 'zh-CN' | 'en' = 'zh-CN') => {
  const fields = [{ name: 'risk', label: word('风险', 'Risk'), kind: 'text' as const, codes: { scheme: 'test-risk' }, ...more }];
  return shortCategoryWords(Dataset.fromColumns({ columns: { risk: ['A', 'B'] } }, { schema: { id: 'test/risk@1', fields } }), 'risk', key, locale);
};

describe('shortCategoryWords', () => {
  it('gives the short form of a code in the language of the page', () => {
    expect([short('A'), short('A', {}, 'en')]).toEqual(['A 类', 'A']);
  });

  it('gives none for codes without one, unknown codes and missing values', () => {
    expect([short('B'), short('x'), short(null)]).toEqual([undefined, undefined, undefined]);
  });

  it('keeps words of the schema, and masks', () => {
    expect([short('A', { values: { A: word('优', 'Best') } }), short('A', { mask: 'name' })]).toEqual([undefined, undefined]);
  });
});
