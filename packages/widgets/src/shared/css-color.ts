/** A colour of a symbology as CSS: `token:data-1` follows the theme, anything else is taken as it is. */
export function cssColor(color: string): string {
  return color.startsWith('token:') ? `var(--yzt-${color.slice(6)})` : color;
}
