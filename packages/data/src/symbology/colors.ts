/** Colours of the theme at an element. */
import { THEME_COLORS } from '@yizhangtu/base/tokens';

/** For an element outside a document, where no token has a value. */
const LIGHT: ReadonlyMap<string, string> = new Map(Object.entries(THEME_COLORS.light));

/** A colour as CSS has it: `token:data-1` becomes the value of that token at the element, anything else stays. Read again after a theme change. */
export function resolveColor(color: string, element: Element): string {
  if (!color.startsWith('token:')) return color;
  const name = color.slice('token:'.length);
  const value = getComputedStyle(element).getPropertyValue(`--yzt-${name}`).trim();
  return value || (LIGHT.get(name) ?? THEME_COLORS.light['data-1']);
}

/** Relative luminance of `#rrggbb`, 0–1 (WCAG 2.2). */
function luminanceOf(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** White has a contrast of 3 on anything darker than this. */
const LIGHT_FROM = 0.3;

/**
 * A colour that can be told apart on a colour of a symbology: what a sign on a symbol is drawn in. Colours of the theme carry the outline of
 * its markers, light or dark with it; other colours carry white while that is plain to see.
 */
export function inkOn(color: string): string {
  if (color === 'token:data-none') return 'token:map-label';
  if (color.startsWith('token:')) return 'token:map-marker-outline';
  return luminanceOf(color) > LIGHT_FROM ? '#17202b' : '#ffffff';
}
