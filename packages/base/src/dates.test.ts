import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate, parseInstant, relativeAge, shanghaiInstant, shanghaiOffset, shanghaiParts, weekdayText } from './dates.js';

const eleven = Date.UTC(2023, 6, 6, 3);
const sinceFiftyTwo = fc.integer({ min: Date.UTC(1952, 0, 1), max: Date.UTC(2099, 11, 31) });

describe('Asia/Shanghai without time zone data', () => {
  const intl = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Shanghai', hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  });
  const ours = (instant: number) => {
    const { year, month, day, hour, minute, second } = shanghaiParts(instant);
    const two = (n: number) => String(n).padStart(2, '0');
    return `${year}-${two(month)}-${two(day)}, ${two(hour)}:${two(minute)}:${two(second)}`;
  };

  it('agrees with the time zone database from 1952 on', () => {
    fc.assert(
      fc.property(sinceFiftyTwo, (instant) => {
        expect(ours(instant)).toBe(intl.format(instant));
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with it in every hour of the summers 1986–1991', () => {
    for (let t = Date.UTC(1986, 0, 1); t < Date.UTC(1992, 0, 1); t += 3_600_000) {
      if (ours(t) !== intl.format(t)) expect(ours(t)).toBe(intl.format(t));
    }
    expect(shanghaiOffset(Date.UTC(1988, 6, 1))).toBe(9 * 3_600_000);
    expect(shanghaiOffset(Date.UTC(2026, 6, 1))).toBe(8 * 3_600_000);
  });

  it('comes back from the wall clock, but for the hour that a clock set back shows twice', () => {
    fc.assert(
      fc.property(sinceFiftyTwo, (instant) => {
        const { year, month, day, hour, minute, second, millisecond } = shanghaiParts(instant);
        expect([instant, instant - 3_600_000]).toContain(shanghaiInstant(year, month, day, hour, minute, second, millisecond));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes the first of two equal times and moves a time that never was', () => {
    expect(shanghaiInstant(1986, 9, 14, 1, 30)).toBe(Date.UTC(1986, 8, 13, 16, 30));
    expect(shanghaiParts(shanghaiInstant(1986, 5, 4, 2, 30)).hour).toBe(3);
  });
});

describe('formatDate', () => {
  it.each([
    [{}, '2023年7月6日 11:00'],
    [{ style: 'date' }, '2023年7月6日'],
    [{ style: 'date', weekday: true }, '2023年7月6日 周四'],
    [{ style: 'month' }, '2023年7月'],
    [{ style: 'year' }, '2023年'],
    [{ style: 'short' }, '7月6日 11:00'],
    [{ style: 'time' }, '11:00'],
    [{ style: 'second' }, '2023年7月6日 11:00:00'],
    [{ zone: true }, '2023年7月6日 11:00（北京时间）'],
    [{ style: 'iso' }, '2023-07-06T11:00:00+08:00'],
  ] as const)('writes %o as %s', (options, text) => {
    expect(formatDate(eleven, options, 'zh-CN')).toBe(text);
    expect(formatDate(new Date(eleven), options, 'zh-CN')).toBe(text);
  });

  it.each([
    [{}, '6 Jul 2023, 11:00'],
    [{ style: 'date', weekday: true }, '6 Jul 2023, Thu'],
    [{ style: 'month' }, 'Jul 2023'],
    [{ style: 'year' }, '2023'],
    [{ style: 'short', zone: true }, '6 Jul, 11:00 (Beijing time)'],
  ] as const)('writes %o in English as %s', (options, text) => {
    expect(formatDate(eleven, options, 'en')).toBe(text);
  });

  it.each([NaN, null, undefined, 1e18, new Date(NaN)])('writes %s as missing', (instant) => {
    expect(formatDate(instant, {}, 'zh-CN')).toBe('—');
  });

  it('names the weekday in China, not on the machine', () => {
    expect(weekdayText(Date.UTC(2023, 6, 5, 16), 'zh-CN')).toBe('周四');
    expect(weekdayText(Date.UTC(2023, 6, 5, 15, 59), 'en')).toBe('Wed');
  });
});

describe('relativeAge', () => {
  it.each([
    [0, '刚刚', 'just now'],
    [59_999, '刚刚', 'just now'],
    [60_000, '1 分钟前', '1 min ago'],
    [23 * 60_000 + 59_000, '23 分钟前', '23 min ago'],
    [3 * 3_600_000, '3 小时前', '3 h ago'],
    [5 * 86_400_000, '5 天前', '5 d ago'],
    [29.9 * 86_400_000, '29 天前', '29 d ago'],
    [-23 * 60_000, '23 分钟后', 'in 23 min'],
    [30 * 86_400_000, '2023年6月6日', '6 Jun 2023'],
    [NaN, '—', '—'],
  ])('says %s ms as %s', (age, zh, en) => {
    expect(relativeAge(eleven - age, eleven, 'zh-CN')).toBe(zh);
    expect(relativeAge(eleven - age, eleven, 'en')).toBe(en);
  });
});

describe('parseInstant', () => {
  it.each([
    '2023-07-06T11:00', '2023-07-06 11:00:00', '2023-07-06T11:00:00.000', '2023/7/6 11:00', '2023年7月6日 11:00', '2023年7月6日 11时00分',
    '2023年7月6日 11:00:00', '20230706T110000', '20230706110000', '2023-7-6 11:00', '2023.7.6 11:00',
  ])('reads %s in the zone it is told', (text) => {
    expect(parseInstant(text, 'shanghai')).toBe(eleven);
    expect(parseInstant(text, 'utc')).toBe(eleven + 8 * 3_600_000);
    expect(parseInstant(text, 'reject')).toBeNaN();
  });

  it.each([
    '2023-07-06T03:00Z', '2023-07-06T11:00+08:00', '2023-07-06T11:00:00.000+0800', '2023-07-06 11:00+08', '2023-07-05T22:00-05:00', '20230706T030000Z',
  ])('keeps the zone of %s', (text) => {
    for (const zoneless of ['shanghai', 'utc', 'reject'] as const) expect(parseInstant(text, zoneless)).toBe(eleven);
  });

  it.each([
    ['2023', Date.UTC(2022, 11, 31, 16)],
    ['2023-07', Date.UTC(2023, 5, 30, 16)],
    ['2023年7月', Date.UTC(2023, 5, 30, 16)],
    ['2023-07-06', Date.UTC(2023, 6, 5, 16)],
    ['20230706', Date.UTC(2023, 6, 5, 16)],
    ['2023-07-06 24:00', Date.UTC(2023, 6, 6, 16)],
    ['1988-07-01 12:00', Date.UTC(1988, 6, 1, 3)],
    ['2024-02-29', Date.UTC(2024, 1, 28, 16)],
  ])('reads %s as midnight or summer time in China', (text, instant) => {
    expect(parseInstant(text, 'shanghai')).toBe(instant);
  });

  it.each(['', '—', 'yesterday', '2023-13-01', '2023-02-29', '2023-07-32', '2023-07-06T25:00', '2023-07-06T11:60', '24:00', '11:00', '20231301', '2023-07-06T24:01'])(
    'does not take %j for a date',
    (text) => {
      expect(parseInstant(text, 'shanghai')).toBeNaN();
    },
  );

  it('reads back what formatDate wrote', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2099, 0, 1) }), (instant) => {
        const minute = Math.floor(instant / 60_000) * 60_000;
        expect(parseInstant(formatDate(minute, {}, 'zh-CN'), 'shanghai')).toBe(minute);
        const second = Math.floor(instant / 1000) * 1000;
        expect(parseInstant(formatDate(second, { style: 'iso' }), 'reject')).toBe(second);
      }),
    );
  });
});
