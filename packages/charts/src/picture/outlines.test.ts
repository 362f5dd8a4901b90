import { describe, expect, it } from 'vitest';
import { ellipsePath, pointsPath, rectPath } from './outlines.js';

describe('outlines', () => {
  it('draws a rectangle with square and with round corners no larger than its half', () => {
    expect(rectPath(1, 2, 3, 4)).toBe('M1,2h3v4h-3Z');
    expect(rectPath(0, 0, 10, 4, 9)).toBe('M2,0h6a2,2,0,0,1,2,2v0a2,2,0,0,1,-2,2h-6a2,2,0,0,1,-2,-2v0a2,2,0,0,1,2,-2Z');
  });

  it('draws an ellipse, a polyline and a polygon', () => {
    expect(ellipsePath(5, 5, 2, 1)).toBe('M3,5a2,1,0,1,1,4,0a2,1,0,1,1,-4,0Z');
    expect(pointsPath(' 0,0 10 20 ', false)).toBe('M0,0L10,20');
    expect(pointsPath('0,0 10,20 5,5', true)).toBe('M0,0L10,20L5,5Z');
    expect(pointsPath('', true)).toBe('');
  });
});
