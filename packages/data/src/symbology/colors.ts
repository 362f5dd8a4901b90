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
