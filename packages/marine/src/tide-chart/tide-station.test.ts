import { Dataset } from '@yizhangtu/data/model';
import { describe, expect, it } from 'vitest';
import { tideStation } from './tide-station.js';

const data = Dataset.fromColumns({
  columns: {
    station: ['a', 'b', 'b', 'b', null],
    name: ['甲', null, null, null, null],
    meanLevelCm: [250, null, null, null, null],
    constituent: ['M2', 'M2', 'K1', 'S2', 'M2'],
    amplitudeCm: [100, 90, 20, null, 1],
    phaseDeg: [10, 20, 30, 40, 1],
    warnBlueCm: [430, null, null, null, null],
    warnRedCm: [520.5, null, null, null, null],
    warnSource: ['示例核定报告', null, null, null, null],
  },
});

describe('tideStation', () => {
  it('is that of the id, or the first; constituents without numbers are left out', () => {
    expect(tideStation(data, 'b')).toMatchObject({ id: 'b', name: 'b', meanLevel: 0, constituents: [{ name: 'M2', amplitude: 90, phase: 20 }, { name: 'K1', amplitude: 20, phase: 30 }] });
    expect(tideStation(data)?.id).toBe('a');
    expect(tideStation(data, '')?.constituents).toHaveLength(1);
    expect(tideStation(data, 'none')).toBeUndefined();
  });

  it('gives the warning levels that are known as words of a chart', () => {
    expect(tideStation(data, 'a')?.warnings('zh-CN')).toBe('蓝色警戒=430:blue; 红色警戒=520.5:red');
    expect(tideStation(data, 'b')?.warnings('en')).toBe('');
    expect([tideStation(data, 'a')?.warnSource, tideStation(data, 'b')?.warnSource]).toEqual(['示例核定报告', undefined]);
  });
});
