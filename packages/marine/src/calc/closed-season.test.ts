import { describe, expect, it } from 'vitest';
import { CLOSED_SEASON, FISHING_GEAR } from '../data/closed-season-rules.js';
import { closedSeasonAt } from './closed-season.js';

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
