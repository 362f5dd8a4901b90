import { describe, expect, it } from 'vitest';
import { openingAt, parseHours } from './opening-hours.js';

/** An instant by the clock of China; 2026-07-01 is a Wednesday. */
const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const state = (hours: string, text: string, holidays?: ReadonlySet<string>): string => {
  const parsed = parseHours(hours);
  if (!parsed) return 'unreadable';
  const { open, until } = openingAt(parsed, at(text), holidays);
  return `${open ? 'open' : 'closed'} ${until === undefined ? 'for good' : new Date(until + 8 * 3_600_000).toISOString().slice(5, 16)}`;
};

describe('openingAt', () => {
  const USUAL = 'Mo-Fr 06:00-21:00; Sa,Su 08:00-20:00; PH off';

  it('goes by the day of the week and the clock of China', () => {
    expect(state(USUAL, '2026-07-01T05:59')).toBe('closed 07-01T06:00');
    expect(state(USUAL, '2026-07-01T06:00')).toBe('open 07-01T21:00');
    expect(state(USUAL, '2026-07-01T21:00')).toBe('closed 07-02T06:00');
    expect(state(USUAL, '2026-07-03T22:00')).toBe('closed 07-04T08:00');
    expect(state(USUAL, '2026-07-05T19:59')).toBe('open 07-05T20:00');
  });

  it('takes holidays only from those it is given', () => {
    expect(state(USUAL, '2026-10-01T10:00')).toBe('open 10-01T21:00');
    expect(state(USUAL, '2026-10-01T10:00', new Set(['2026-10-01', '2026-10-02']))).toBe('closed 10-03T08:00');
    expect(state('Mo-Su 06:00-21:00', '2026-10-01T10:00', new Set(['2026-10-01']))).toBe('open 10-01T21:00');
  });

  it('knows several spans a day, spans past midnight, and spans that meet', () => {
    expect(state('Mo-Su 06:00-08:30,17:30-21:00', '2026-07-01T12:00')).toBe('closed 07-01T17:30');
    expect(state('Fr 18:00-02:00', '2026-07-04T01:00')).toBe('open 07-04T02:00');
    expect(state('Fr 18:00-24:00; Sa 00:00-06:00', '2026-07-03T20:00')).toBe('open 07-04T06:00');
  });

  it('a later rule wins on its days; days may run over the end of the week', () => {
    expect(state('08:00-20:00; Mo off', '2026-07-06T10:00')).toBe('closed 07-07T08:00');
    expect(state('Sa-Mo 08:00-12:00', '2026-07-06T10:00')).toBe('open 07-06T12:00');
    expect(state('Sa-Mo 08:00-12:00', '2026-07-07T10:00')).toBe('closed 07-11T08:00');
  });

  it('always open and never open have no change', () => {
    expect(state('24/7', '2026-07-01T03:00')).toBe('open for good');
    expect(state('off', '2026-07-01T03:00')).toBe('closed for good');
  });
});

describe('parseHours', () => {
  it.each(['', '  ', '全天开放', 'Mo-Fr', 'Mo 25:00-26:00', 'Mo 08:60-09:00', 'Mo-Xx 08:00-09:00', 'Mo-PH 08:00-09:00', 'Mo 8-9', 'mo 08:00-09:00', 'Mo 08:00-09:00; ?'])('does not guess: %s', (text) => {
    expect(parseHours(text)).toBeUndefined();
  });

  it('reads what is empty as nothing known', () => {
    expect([parseHours(null), parseHours(undefined)]).toEqual([undefined, undefined]);
  });
});
