import { overlay } from '@yizhangtu/analysis/overlay';
import { Dataset } from '@yizhangtu/data/model';
import { describe, expect, it } from 'vitest';
import { judged } from '../calc/index.js';
import { complianceSheet, pieceTable, reportLines, shareOf, verdictWord } from './compliance-sheet.js';
import type { ComplianceResult } from './compliance-run.js';

const box = (west: number, east: number) => ({ type: 'Polygon' as const, coordinates: [[[west, 36], [east, 36], [east, 36.01], [west, 36.01], [west, 36]]] });
const found = overlay([box(120, 120.02)], [{ row: 0, areal: box(120, 120.01) }, { row: 1, areal: box(120.01, 120.019999999) }]);
const rule = { dataset: 'farmland', label: { zh: '=永农', en: 'Farmland' }, verdict: 'prohibited' as const, op: 'inside' as const };
const result: ComplianceResult = { wholeM2: found.wholeM2, layers: [judged(rule, found, { sliverM2: 1 })], missing: [], badRows: 0, verdict: 'prohibited' };

describe('the report of a check', () => {
  it('has rows, slivers apart, and a total that is the red line within 0.01 ㎡', () => {
    const lines = reportLines(result);
    expect(lines.map(({ kind }) => kind)).toEqual(['row', 'sliver', 'sum']);
    expect(Math.abs((lines[2]?.areaM2 ?? 0) - result.wholeM2)).toBeLessThan(0.01);
    expect(lines[1]?.label.zh).toContain('碎斑（1 处');
  });

  it('is a sheet of plain numbers', () => {
    const sheet = complianceSheet(result, '审查', 'zh-CN');
    expect([sheet.rowCount, sheet.columns.length]).toEqual([3, 6]);
    const [layer, , areaM2, mu, share, verdict] = [0, 1, 2, 3, 4, 5].map((column) => sheet.cell(0, column));
    expect([layer, verdict, Number(areaM2) > 1e6]).toEqual(['=永农', '禁止', true]);
    expect(Number(mu) * (10_000 / 15)).toBeCloseTo(Number(areaM2), 0);
    expect(share).toBeCloseTo(100, 4);
    expect(sheet.cell(9, 0)).toBeNull();
  });

  it('is pieces for the map: those with a verdict, with their words', () => {
    const pieces = new Dataset(pieceTable(result, 'zh-CN'));
    expect([pieces.rowCount, pieces.value(0, 'verdict'), pieces.value(0, 'layer')]).toEqual([2, 'prohibited', '=永农']);
    const geometry = pieces.feature(0).geometry;
    expect(geometry?.type).toBe('Polygon');
  });

  it('writes shares and verdicts, and a dash for none', () => {
    expect([shareOf(1, 4), shareOf(1, 0), verdictWord('restricted', 'en'), verdictWord(undefined, 'zh-CN')]).toEqual(['25.00%', '—', 'Restricted', '—']);
  });
});
