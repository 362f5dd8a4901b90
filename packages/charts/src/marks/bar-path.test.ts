import { describe, expect, it } from 'vitest';
import { barPath } from './bar-path.js';

describe('barPath', () => {
  it('rounds the value end and keeps the baseline square', () => {
    expect(barPath({ orientation: 'horizontal', base: 0, length: 100, start: 10, size: 20, radius: 3 })).toBe(
      'M0,10H97Q100,10,100,13V27Q100,30,97,30H0Z',
    );
    expect(barPath({ orientation: 'vertical', base: 200, length: 50, start: 0, size: 10, radius: 2 })).toBe(
      'M0,200V152Q0,150,2,150H8Q10,150,10,152V200Z',
    );
  });

  it('draws negative values on the other side of the baseline', () => {
    expect(barPath({ orientation: 'horizontal', base: 50, length: -20, start: 0, size: 8, radius: 0 })).toBe(
      'M50,0H30Q30,0,30,0V8Q30,8,30,8H50Z',
    );
  });

  it('shrinks the radius of a bar that is shorter than it', () => {
    expect(barPath({ orientation: 'horizontal', base: 0, length: 1, start: 0, size: 10, radius: 4 })).toContain('H0Q1,0,1,1');
  });
});
