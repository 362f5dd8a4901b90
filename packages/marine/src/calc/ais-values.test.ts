import { describe, expect, it } from 'vitest';
import { bowOf, courseOf, headingOf, isPlace, sizeOf, speedOf, statusOf } from './ais-values.js';

describe('values of AIS', () => {
  it('takes the numbers that mean «not available» for nothing', () => {
    expect([headingOf(511), courseOf(360), speedOf(102.3), sizeOf(0), statusOf(15)]).toEqual([NaN, NaN, NaN, NaN, '']);
    expect([isPlace(181, 36), isPlace(120, 91), isPlace(NaN, 36), isPlace(180, -90)]).toEqual([false, false, false, true]);
  });

  it('keeps every value that means something', () => {
    expect([headingOf(0), headingOf(359), courseOf(359.9), speedOf(0), speedOf(102.2), sizeOf(8.9), statusOf(0), statusOf(7)]).toEqual([0, 359, 359.9, 0, 102.2, 8.9, '0', '7']);
    expect([headingOf(-1), headingOf(360), speedOf(-0.1), statusOf(1.5), statusOf(NaN)]).toEqual([NaN, NaN, NaN, '', '']);
  });

  it('turns a vessel by its heading, else by its course, and not by the course of one that lies still', () => {
    expect([bowOf(113, 171.7, 0), bowOf(511, 171.7, 8), bowOf(511, 171.7, 102.3), bowOf(511, 171.7, 0.1), bowOf(511, 360, 8)]).toEqual([113, 171.7, 171.7, NaN, NaN]);
  });
});
