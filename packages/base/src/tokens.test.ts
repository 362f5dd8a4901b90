import { describe, expect, it } from 'vitest';
import { FONT_SIZES, SIZE_TOKENS, THEME_COLORS, THEMES, type ColorTokens, type Theme } from './tokens.js';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const channel = (from: number) => {
    const value = parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

type Name = keyof ColorTokens;
const SURFACES: Name[] = ['color-page', 'color-surface', 'color-surface-raised', 'color-surface-sunken'];
const STATES = ['accent', 'success', 'warning', 'danger', 'info'] as const;
const CLASSES: Name[] = ['data-1', 'data-2', 'data-3', 'data-4', 'data-5', 'data-6', 'data-7', 'data-8', 'data-other'];

/** [front, back, least contrast]. */
const PAIRS: readonly (readonly [Name, Name, number])[] = [
  ...SURFACES.flatMap((back) => [['color-text', back, 4.5] as const, ['color-text-muted', back, 4.5] as const]),
  ...STATES.flatMap((state) => [
    [`color-${state}-text`, `color-${state}-soft`, 4.5] as const,
    [`color-${state}-text`, 'color-surface', 4.5] as const,
    [`color-${state}-text`, 'color-surface-raised', 4.5] as const,
    ['color-text', `color-${state}-soft`, 4.5] as const,
    [`color-${state}`, 'color-surface', 3] as const,
    [`color-${state}`, `color-${state}-soft`, 3] as const,
  ]),
  ['color-text-on-accent', 'color-accent', 4.5],
  ['color-text-on-accent', 'color-accent-hover', 4.5],
  ...(['color-surface', 'color-surface-raised'] as const).flatMap((back) => [
    ['color-rise', back, 4.5] as const,
    ['color-fall', back, 4.5] as const,
  ]),
  ...SURFACES.flatMap((back) => [['color-border-strong', back, 3] as const, ['color-focus', back, 3] as const]),
  ...CLASSES.map((mark) => [mark, 'color-surface', 3] as const),
  ['map-label', 'map-land', 4.5],
  ['map-label', 'map-sea', 4.5],
  ['map-label', 'map-water', 4.5],
  ['map-selection', 'map-land', 3],
  ['map-selection', 'map-sea', 3],
];

describe.each(THEMES)('theme %s', (theme: Theme) => {
  const colors = THEME_COLORS[theme];

  it.each(PAIRS)('%s on %s has contrast %s', (front, back, least) => {
    expect(Math.round(contrast(colors[front], colors[back]) * 100) / 100).toBeGreaterThanOrEqual(least);
  });

  it('writes colours as #rrggbb, rgba() or a shadow', () => {
    for (const [name, value] of Object.entries(colors)) {
      expect(value, name).toMatch(name.startsWith('shadow') ? /(?:rgba\(|#)/ : /^(?:#[0-9a-f]{6}|rgba\([\d., ]+\))$/);
    }
  });

  it('shows no data as no class is shown', () => {
    for (const name of CLASSES) expect(colors[name]).not.toBe(colors['data-none']);
    expect(colors['data-none']).not.toBe(colors['color-surface']);
  });

  it('has a colour of its own for every class', () => {
    expect(new Set(CLASSES.map((name) => colors[name])).size).toBe(CLASSES.length);
  });
});

describe('tokens', () => {
  it('have the same names in every theme', () => {
    const names = Object.keys(THEME_COLORS.light).sort();
    for (const theme of THEMES) expect(Object.keys(THEME_COLORS[theme]).sort()).toEqual(names);
  });

  it('give no name twice', () => {
    const names = [...Object.keys(THEME_COLORS.light), ...Object.keys(SIZE_TOKENS), ...Object.keys(FONT_SIZES).map((name) => `font-size-${name}`)];
    expect(new Set(names).size).toBe(names.length);
  });

  it('computes contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});
