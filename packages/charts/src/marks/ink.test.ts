import { LAND_USE_2023 } from '@yizhangtu/standards/land-use-2023';
import { THEME_COLORS } from '@yizhangtu/base/tokens';
import { describe, expect, it } from 'vitest';
import { contrastOf, inkOn } from './ink.js';

describe('contrastOf', () => {
  it('is that of WCAG', () => {
    expect(contrastOf('#ffffff', '#000000')).toBeCloseTo(21);
    expect(contrastOf('#fff', 'rgb(255, 255, 255)')).toBeCloseTo(1);
    expect(contrastOf('#767676', '#ffffff')).toBeCloseTo(4.54, 1);
  });
});

describe('inkOn', () => {
  it('is readable on every official colour of land use', () => {
    for (const { color } of LAND_USE_2023.entries) if (color) expect(contrastOf(color, inkOn(color)), color).toBeGreaterThan(4.5);
  });

  it('is readable on the data colours of every theme', () => {
    for (const colors of Object.values(THEME_COLORS)) {
      for (let number = 1; number <= 8; number += 1) {
        const color = colors[`data-${number}` as 'data-1'];
        expect(contrastOf(color, inkOn(color)), color).toBeGreaterThan(4.5);
      }
    }
  });

  it('is dark on what it does not understand', () => {
    expect(inkOn('var(--x)')).toBe('#000000');
  });
});
