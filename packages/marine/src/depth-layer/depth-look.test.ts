import { describe, expect, it } from 'vitest';
import { areContours, depthLook, lightOf } from './depth-look.js';

const contours = { shallow: 5, safety: 10, deep: 30 };

describe('the look of depths', () => {
  it('has the four depth areas of a chart between three contours, the safety contour thick', () => {
    const look = depthLook(contours, 'day');
    expect(look.limits).toEqual([5, 10, 30]);
    expect(look.words.map(({ zh }) => zh)).toEqual(['极浅水域', '较浅水域', '较深水域', '深水']);
    expect(look.colors).toEqual(['#73b6ef', '#98c5f2', '#bad5e1', '#d4eaee']);
    expect(look.strong).toEqual({ limit: 10, color: '#525a5c' });
    expect(look.notes?.[0]?.zh).toContain('非航海用图');
  });

  it('is dim at dusk and nearly black at night, where the list has no colour of the contour', () => {
    expect([depthLook(contours, 'dusk').colors, depthLook(contours, 'night').colors]).toEqual([
      ['#16232f', '#151b21', '#0c0e0f', '#070707'],
      ['#030413', '#030413', '#070707', '#070707'],
    ]);
    expect(depthLook(contours, 'night').strong).toEqual({ limit: 10 });
  });

  it('goes by the map: day on a light one, shades of day in the sea of a dark one, where deep water is that sea', () => {
    expect([lightOf(false), lightOf(true)]).toEqual(['day', 'dim']);
    expect(depthLook(contours, 'dim', '#0b151f').colors).toEqual(['#41698b', '#3e546b', '#2e3b46', '#0b151f']);
    expect(depthLook(contours, 'dim').colors[3]).toBe('#151c25');
  });

  it('wants contours one below the other', () => {
    expect([contours, { ...contours, safety: 5 }, { ...contours, deep: Number.NaN }, { ...contours, shallow: 0 }].map(areContours)).toEqual([true, false, false, false]);
  });
});
