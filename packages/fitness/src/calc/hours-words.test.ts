import { describe, expect, it } from 'vitest';
import { hoursText, openingText, venueOpening } from './hours-words.js';
import { parseHours } from './opening-hours.js';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const words = (rule: string, locale: 'zh-CN' | 'en' = 'zh-CN'): string => hoursText(parseHours(rule) ?? [], locale);

describe('hoursText', () => {
  it('puts days together that are alike', () => {
    expect(words('Mo-Fr 06:00-21:00; Sa,Su 08:00-20:00; PH off')).toBe('周一至周五 06:00–21:00；周六至周日 08:00–20:00；节假日 不开放');
    expect(words('Mo-Fr 06:00-21:00; Sa,Su 08:00-20:00', 'en')).toBe('Mon–Fri 06:00–21:00; Sat–Sun 08:00–20:00');
    expect(words('24/7')).toBe('每天 全天');
    expect(words('Tu-Su 09:00-11:30,13:00-17:00', 'en')).toBe('Mon closed; Tue–Sun 09:00–11:30, 13:00–17:00');
    expect(words('Mo-Su 18:00-02:00')).toBe('每天 18:00–次日02:00');
  });
});

describe('venueOpening', () => {
  const wednesday = at('2026-07-01T20:00');
  it('says until when, with the day where it is another', () => {
    expect(openingText(venueOpening('open', 'Mo-Su 06:00-21:00', wednesday), wednesday, 'zh-CN')).toBe('开放中，21:00 结束');
    expect(openingText(venueOpening('partial', 'Sa,Su 08:00-18:00', wednesday), wednesday, 'zh-CN')).toBe('未开放，周六 08:00 开放');
    expect(openingText(venueOpening('open', '24/7', wednesday), wednesday, 'en')).toBe('Open all day');
  });

  it('does not call open what its unit has closed, nor what nobody knows', () => {
    expect(venueOpening('closed', '24/7', wednesday).state).toBe('closed');
    expect(venueOpening('open', '全天', wednesday).state).toBe('unknown');
    expect(venueOpening('open', null, wednesday).state).toBe('unknown');
    expect(openingText({ state: 'closed' }, wednesday, 'zh-CN')).toBe('不开放');
    expect(openingText({ state: 'unknown' }, wednesday, 'en')).toBe('Hours not known');
  });
});
