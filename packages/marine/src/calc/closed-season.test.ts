import { describe, expect, it } from 'vitest';
import { CLOSED_SEASON, FISHING_GEAR } from '../data/closed-season-rules.js';
import { closedSeasonAt, nextSeasonChange, seasonsOfYear } from './closed-season.js';

const at = (text: string): number => Date.parse(`${text}+08:00`);

describe('closedSeasonAt', () => {
  it('is closed off 青岛 on 15 June for all gear but hook and line', () => {
    const closed = FISHING_GEAR.filter((gear) => closedSeasonAt(36, gear, at('2024-06-15T08:00')));
    expect(closed).toEqual(FISHING_GEAR.filter((gear) => gear !== 'rod'));
    expect(closedSeasonAt(36, 'other', at('2024-06-15T08:00'))).toMatchObject({ from: at('2024-05-01T12:00'), to: at('2024-09-01T12:00') });
  });

  it('begins and ends at noon in China', () => {
    const open = (time: string): boolean => closedSeasonAt(36, 'gillnet', at(time)) === undefined;
    expect(['2024-05-01T11:59', '2024-05-01T12:00', '2024-09-01T11:59', '2024-09-01T12:00'].map(open)).toEqual([true, false, false, true]);
  });

  it('has other dates south of 35° N, earlier for four kinds of gear', () => {
    const time = at('2024-08-10T08:00');
    expect([closedSeasonAt(34.9, 'gillnet', time), closedSeasonAt(34.9, 'other', time) !== undefined, closedSeasonAt(35, 'gillnet', time) !== undefined]).toEqual([undefined, true, true]);
    expect(closedSeasonAt(34.9, 'other', at('2024-09-10T08:00'))).toBeDefined();
    expect(closedSeasonAt(35, 'other', at('2024-09-10T08:00'))).toBeUndefined();
  });

  it('says nothing of waters and years the rule does not cover, and takes another rule', () => {
    expect([closedSeasonAt(20, 'other', at('2024-06-15T08:00')), closedSeasonAt(36, 'other', at('2015-06-15T08:00')), closedSeasonAt(Number.NaN, 'other', at('2024-06-15T08:00'))]).toEqual([undefined, undefined, undefined]);
    const [north] = CLOSED_SEASON.seasons;
    const rule = { ...CLOSED_SEASON, since: 2030, seasons: north ? [{ ...north, to: [10, 1] as const }] : [] };
    expect(closedSeasonAt(36, 'other', at('2030-09-20T08:00'), rule)).toBeDefined();
  });
});

describe('nextSeasonChange', () => {
  it('goes from the closing to the opening of the year, and on to the closing of the next', () => {
    const next = (time: string) => nextSeasonChange(36, at(time));
    expect(next('2024-03-01T08:00')).toMatchObject({ time: at('2024-05-01T12:00'), closes: true });
    expect(next('2024-05-01T12:00')).toMatchObject({ time: at('2024-09-01T12:00'), closes: false });
    expect(next('2024-10-01T08:00')).toMatchObject({ time: at('2025-05-01T12:00'), closes: true });
  });

  it('takes together what changes at the same time, and apart what does not', () => {
    expect(nextSeasonChange(30, at('2024-03-01T08:00'))?.gear.length).toBe(5);
    expect(nextSeasonChange(30, at('2024-06-01T08:00'))).toEqual({ time: at('2024-08-01T12:00'), closes: false, gear: ['beam-trawl-shrimp', 'pot', 'gillnet', 'light-purse'] });
    expect(nextSeasonChange(30, at('2024-08-02T08:00'))?.gear).toEqual(['other']);
  });

  it('knows nothing of waters and years the rule does not cover', () => {
    expect([nextSeasonChange(20, at('2024-03-01T08:00')), nextSeasonChange(36, at('2019-08-10T20:00')), nextSeasonChange(36, Number.NaN)]).toEqual([undefined, undefined, undefined]);
  });
});

describe('seasonsOfYear', () => {
  it('says of each season of the waters whether it comes, holds or is over', () => {
    const states = (time: string) => seasonsOfYear(30, at(time)).map(({ state }) => state);
    expect([states('2024-04-01T00:00'), states('2024-06-01T00:00'), states('2024-08-10T00:00'), states('2024-12-01T00:00')]).toEqual([['before', 'before'], ['closed', 'closed'], ['closed', 'after'], ['after', 'after']]);
    expect(seasonsOfYear(undefined, at('2024-06-01T00:00')).length).toBe(CLOSED_SEASON.seasons.length);
  });
});
