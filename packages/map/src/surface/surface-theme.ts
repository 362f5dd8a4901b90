/** What the theme decides about surfaces, and the colours of a ramp on it. */
import { tokens } from '@yizhangtu/base/theme';
import { ramp, RAMPS, type RampName } from '@yizhangtu/standards/ramps';
import { luminance, parseColor } from '../renderer/color.js';

/** Colours at an element, read once per change of theme. */
export interface SurfaceTheme {
  readonly selection: string;
  readonly outline: string;
  readonly surface: string;
  readonly none: string;
  /** The map under the layer is dark. */
  readonly dark: boolean;
}

/** The theme at an element. */
export function surfaceTheme(element: Element): SurfaceTheme {
  const read = tokens(element, ['map-land', 'map-selection', 'map-marker-outline', 'color-surface', 'data-none']);
  return {
    selection: read['map-selection'] || '#17202b',
    outline: read['map-marker-outline'] || '#ffffff',
    surface: read['color-surface'] || '#ffffff',
    none: read['data-none'] || '#c3c9d1',
    dark: luminance(parseColor(read['map-land'] || '#f3f2ec')) < 0.18,
  };
}

/** Colours of many steps are read between so many published ones. */
const PUBLISHED = 9;

/**
 * Colours of a ramp, low to high, so that low is near the colour of the ground and high stands out: light to dark on a light map, dark
 * to light on a dark one. A diverging ramp stays as it is; `-reversed` turns what comes out.
 */
export function surfaceColors(name: RampName, count: number, dark: boolean): string[] {
  const turned = name.endsWith('-reversed');
  const base = (turned ? name.slice(0, -'-reversed'.length) : name) as RampName;
  const diverging = RAMPS.some((facts) => facts.name === base && facts.kind === 'diverging');
  if (diverging) return ramp(name, count);
  // The colour next to the ground could not be told from it.
  const colors = ramp(base, count + 1);
  const [first, last] = [colors[0] ?? '#000', colors[colors.length - 1] ?? '#000'].map((color) => luminance(parseColor(color))) as [number, number];
  const rising = last > first;
  const outward = rising === dark ? colors : colors.reverse();
  return turned ? outward.slice(1).reverse() : outward.slice(1);
}

/** Part of the scale over which a heat surface fades in, so that it has no edge. */
const FADE = 0.3;
const STEPS = 256;

/** Alpha of a part of the scale, 0–1. */
export function heatAlpha(part: number): number {
  const t = Math.min(1, Math.max(0, part / FADE));
  return t * t * (3 - 2 * t);
}

/** Colours of a heat surface: 256 steps as little-endian RGBA numbers. */
export function heatColors(name: RampName, dark: boolean): Uint32Array {
  const colors = surfaceColors(name, PUBLISHED - 1, dark).map(parseColor);
  const out = new Uint32Array(STEPS);
  for (let i = 0; i < STEPS; i++) {
    const place = (i / (STEPS - 1)) * (colors.length - 1);
    const below = Math.min(colors.length - 2, Math.floor(place));
    const [from, to] = [colors[below], colors[below + 1]] as const;
    const channel = (k: 0 | 1 | 2) => Math.round((from?.[k] ?? 0) + ((to?.[k] ?? 0) - (from?.[k] ?? 0)) * (place - below));
    const alpha = Math.round(255 * heatAlpha(i / (STEPS - 1)));
    out[i] = ((alpha << 24) | (channel(2) << 16) | (channel(1) << 8) | channel(0)) >>> 0;
  }
  return out;
}

/** A colour of `heatColors` for CSS. */
export function cssOf(color: number): string {
  return `rgba(${color & 255},${(color >>> 8) & 255},${(color >>> 16) & 255},${Number(((color >>> 24) / 255).toFixed(3))})`;
}
