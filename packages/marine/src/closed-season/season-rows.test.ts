import { describe, expect, it } from 'vitest';
import { CLOSED_SEASON, FISHING_GEAR } from '../data/closed-season-rules.js';
import { gearWords, partOfYear, seasonHead, seasonZones, unknownWords } from './season-rows.js';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const head = (latitude: number, time: string, locale: 'zh-CN' | 'en' = 'zh-CN') => seasonHead(latitude, at(time), CLOSED_SEASON, locale);

describe('what the card of closed seasons says', () => {
  it('is closed off 青岛 in June, with the day it opens, how long that is and for which gear', () => {
    expect(head(36, '2026-06-15T08:00')).toEqual({ state: 'closed', words: '休渔中', zone: '北纬 35° 以北渤海、黄海', next: '2026年9月1日 12:00 开捕，还有 78 天（除钓具外的作业）' });
    expect(head(36, '2026-06-15T08:00', 'en')?.next).toBe('Opens 1 Sep 2026, 12:00, 78 days left (All gear but hook and line)');
  });

  it('is open in winter, with the day it closes in the next year; on the last day there is less than a day', () => {
    expect(head(36, '2026-11-29T08:00')).toMatchObject({ state: 'open', next: '2027年5月1日 12:00 起休渔，还有 153 天（除钓具外的作业）' });
    expect(head(36, '2026-08-31T13:00')?.next).toContain('不到 1 天');
  });

  it('is closed in part where some gear opens earlier', () => {
    expect(head(30, '2026-08-10T08:00')).toMatchObject({ state: 'partly', words: '部分作业休渔中' });
    expect(head(30, '2026-07-10T08:00')?.next).toContain('（桁杆拖虾、笼壶、刺网、灯光围（敷）网）');
  });

  it('names the seasons of the year by zone, the own one first', () => {
    const zones = seasonZones(30, at('2026-08-10T08:00'), CLOSED_SEASON, 'zh-CN');
    expect(zones.map(({ zone, rows }) => [zone, rows.map(({ words }) => words)])).toEqual([
      ['北纬 26°30′–35° 黄海、东海', ['休渔中', '已结束']],
      ['北纬 35° 以北渤海、黄海', ['休渔中']],
    ]);
    expect(zones[1]?.rows[0]).toMatchObject({ dates: '5月1日 12:00 – 9月1日 12:00' });
    expect(zones[1]?.rows[0]?.from).toBeCloseTo(120.5 / 365);
  });

  it('says why it does not know', () => {
    expect(head(20, '2026-06-15T08:00')).toBeUndefined();
    expect(unknownWords(20, at('2026-06-15T08:00'), CLOSED_SEASON, 'zh-CN')).toBe('规则没有北纬 20° 的海域');
    expect(unknownWords(36, at('2019-08-10T20:00'), CLOSED_SEASON, 'zh-CN')).toBe('规则自 2023 年起，没有 2019 年的休渔期');
  });

  it('names gear by what is free where that is shorter', () => {
    expect([gearWords(FISHING_GEAR, 'zh-CN'), gearWords(['pot', 'rod'], 'en')]).toEqual(['所有作业', 'Pots and traps, Hook and line']);
  });

  it('knows how much of a year has gone, in China', () => {
    expect([partOfYear(at('2026-01-01T00:00')), partOfYear(at('2026-07-02T12:00'))]).toEqual([0, 0.5]);
  });
});
