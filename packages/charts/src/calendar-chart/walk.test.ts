import { describe, expect, it } from 'vitest';
import { nextDay } from './walk.js';

describe('nextDay', () => {
  it('goes a day down and a week sideways where weeks are columns', () => {
    expect(nextDay('ArrowDown', 10, 365, 'columns')).toBe(11);
    expect(nextDay('ArrowRight', 10, 365, 'columns')).toBe(17);
    expect(nextDay('ArrowLeft', 10, 365, 'columns')).toBe(3);
  });

  it('goes a day sideways and a week down where weeks are rows', () => {
    expect(nextDay('ArrowRight', 10, 365, 'rows')).toBe(11);
    expect(nextDay('ArrowDown', 10, 365, 'rows')).toBe(17);
  });

  it('stays where the calendar ends', () => {
    expect(nextDay('ArrowLeft', 3, 365, 'columns')).toBe(3);
    expect(nextDay('PageDown', 350, 365, 'rows')).toBe(350);
    expect([nextDay('Home', 9, 365, 'rows'), nextDay('End', 9, 365, 'rows'), nextDay('a', 9, 365, 'rows'), nextDay('Home', 0, 0, 'rows')]).toEqual([0, 364, undefined, undefined]);
  });
});
