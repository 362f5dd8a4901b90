import { describe, expect, it } from 'vitest';
import { logScale, placeOn, rangeBin, scaleOver, sliderOf } from './range-scale.js';

const of = (low: number, high: number, whole = false) => logScale({ low, high, whole, date: false });

describe('logScale', () => {
  it('has round stops around all values, rising, six a decade', () => {
    expect(of(12, 480)?.stops).toEqual([10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500]);
    expect(of(0.2, 3)?.stops).toEqual([0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3]);
  });

  it('keeps whole numbers whole, and what is not above zero in the first step', () => {
    expect(of(0, 12, true)?.stops).toEqual([0, 1, 2, 3, 5, 7, 10, 15]);
    expect(of(-3, 2, true)?.stops).toEqual([-3, 1, 2]);
  });

  it('gives five magnitudes stops of their own', () => {
    const { stops = [] } = of(0, 1e9) ?? {};
    expect([stops[0], stops[1], stops[stops.length - 1], stops.length]).toEqual([0, 1e4, 1e9, 32]);
  });

  it('is none without values above zero, for one value and for dates', () => {
    expect([of(-5, 0), of(3, 3), logScale({ low: 1, high: 9, whole: true, date: true })]).toEqual([undefined, undefined, undefined]);
    expect(scaleOver({ low: -5, high: 0, whole: true, date: false }, true)).toMatchObject({ min: -5, max: 0, step: 1 });
  });

  it('is the bins of the bars as well', () => {
    expect(rangeBin(of(1, 3) ?? { min: 0, max: 0, step: 1 }, 40)).toEqual({ kind: 'number', breaks: [1, 1.5, 2, 3] });
  });
});

describe('places', () => {
  const scale = of(10, 100) ?? { min: 0, max: 0, step: 0 };

  it('are even between stops, and kept on the track', () => {
    expect([5, 10, 15, 25, 100, 400].map((value) => placeOn(scale, value))).toEqual([0, 0, 1 / 6, 2.5 / 6, 1, 1]);
    expect(placeOn({ min: 0, max: 50, step: 1 }, 20)).toBe(0.4);
  });

  it('of thumbs are stops, and back', () => {
    const slider = sliderOf(scale);
    expect([slider.min, slider.max, slider.step]).toEqual([0, 6, 1]);
    expect(scale.stops?.map((stop) => slider.value(slider.thumb(stop)))).toEqual(scale.stops);
    expect(slider.thumb(22)).toBe(2);
  });
});
