import { describe, expect, it } from 'vitest';
import { dayRange } from './date-view.js';

const at = (text: string): number => Date.parse(`${text}+08:00`);

describe('dayRange', () => {
  it('holds both days, whichever was given first', () => {
    const both = { kind: 'range', field: 't', min: at('2026-03-01T00:00:00'), max: at('2026-03-04T00:00:00') - 1 };
    expect(dayRange('t', '2026-03-01', '2026-03-03')).toEqual(both);
    expect(dayRange('t', '2026-03-03', '2026-03-01')).toEqual(both);
  });
  it('is open where no day is given', () => {
    expect(dayRange('t', '2026-03-01', '')).toEqual({ kind: 'range', field: 't', min: at('2026-03-01T00:00:00') });
    expect(dayRange('t', '', '')).toBeUndefined();
  });
});
