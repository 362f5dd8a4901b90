import { overlay } from '@yizhangtu/analysis/overlay';
import { describe, expect, it } from 'vitest';
import { worst } from '../symbology/index.js';
import { judged, parsedRules, type ComplianceRule } from './index.js';

const box = (west: number, east: number) => ({ type: 'Polygon' as const, coordinates: [[[west, 36], [east, 36], [east, 36.01], [west, 36.01], [west, 36]]] });
/** A red line over three parcels: two of farmland, one of forest, and a strip of 0.1 mm that no parcel has. */
const found = overlay([box(120, 120.03)], [{ row: 0, areal: box(119.99, 120.01) }, { row: 1, areal: box(120.01, 120.015) }, { row: 2, areal: box(120.015, 120.029999999) }]);
const classOf = (row: number) => (row < 2 ? { key: '0103', label: { zh: '旱地', en: 'Dry' } } : { key: '0301', label: { zh: '林', en: 'Forest' } });
const RULE: ComplianceRule = { dataset: 'parcels', label: { zh: '现状', en: 'Now' }, verdict: 'restricted', op: 'inside' };

describe('a compliance check', () => {
  it('has areas by class, the slivers apart, and all of it adds up within 0.01 ㎡', () => {
    const layer = judged({ ...RULE, only: ['01'] }, found, { classOf, sliverM2: 1 });
    expect(layer.rows.map(({ key, verdict, parts }) => [key, verdict, parts.length])).toEqual([['0103', 'restricted', 2], ['0301', undefined, 1]]);
    expect([layer.slivers.count, layer.slivers.areaM2 > 0, layer.slivers.areaM2 < 1]).toEqual([1, true, true]);
    expect(Math.abs(layer.sumM2 - found.wholeM2)).toBeLessThan(0.01);
    expect([layer.verdict, layer.failed]).toEqual(['restricted', 0]);
  });

  it('judges what lies outside of a boundary', () => {
    const half = overlay([box(120, 120.02)], [{ row: 0, areal: box(120, 120.01) }]);
    const layer = judged({ ...RULE, op: 'outside' }, half, { sliverM2: 1 });
    expect(layer.rows.map(({ label, verdict }) => [label.zh, verdict])).toEqual([['范围外', 'restricted'], ['范围内', undefined]]);
    expect(judged({ ...RULE, op: 'outside' }, overlay([box(120, 120.01)], [{ row: 0, areal: box(119, 121) }]), { sliverM2: 1 }).verdict).toBeUndefined();
  });

  it('takes the gravest verdict, and never that of a sliver', () => {
    expect([worst(['notice', undefined, 'prohibited']), worst([undefined])]).toEqual(['prohibited', undefined]);
    expect(judged(RULE, found, { sliverM2: 1e12 }).verdict).toBeUndefined();
  });

  it('counts what failed', () => {
    expect(judged(RULE, { ...found, faults: [{ row: 4, kind: 'failed' }, { row: 5, kind: 'degenerate' }] }, { sliverM2: 1 }).failed).toBe(1);
  });
});

describe('rules', () => {
  it('are read from JSON, with what is usual', () => {
    expect(parsedRules('[{"dataset":"a","verdict":"prohibited"},{"dataset":"b","label":"乙","labelEn":"B","op":"outside","verdict":"notice","field":"f","only":["01"]}]', 'yzt-x')).toEqual([
      { dataset: 'a', label: { zh: 'a', en: 'a' }, verdict: 'prohibited', op: 'inside' },
      { dataset: 'b', label: { zh: '乙', en: 'B' }, verdict: 'notice', op: 'outside', field: 'f', only: ['01'] },
    ]);
  });

  it('say which of them is wrong and why', () => {
    for (const [json, words] of [['{', 'JSON'], ['{}', '数组'], ['[{"verdict":"notice"}]', '第 1 条没有 dataset'], ['[{"dataset":"a","verdict":"maybe"}]', 'verdict'], ['[{"dataset":"a","verdict":"notice","op":"beside"}]', 'op'], ['[{"dataset":"a","verdict":"notice","only":"01"}]', 'only']] as const) {
      expect(() => parsedRules(json, 'yzt-x'), json).toThrow(words);
    }
  });
});
