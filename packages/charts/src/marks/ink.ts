/** Type on a colour that no theme decides: colours of standards, of classes. On any colour one of the two has a contrast of 4.5. */
const INKS = { dark: '#000000', light: '#ffffff' } as const;

/** Red, green and blue, 0–1, of `#rgb`, `#rrggbb` or `rgb(…)`; undefined for other colours. */
function channels(color: string): readonly [number, number, number] | undefined {
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color);
  if (long) return [1, 2, 3].map((part) => Number.parseInt(long[part] ?? '0', 16) / 255) as [number, number, number];
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(color);
  if (short) return [1, 2, 3].map((part) => Number.parseInt(short[part] ?? '0', 16) / 15) as [number, number, number];
  const numbers = /^rgba?\(\s*([\d.]+)[,\s]+([\d.]+)[,\s]+([\d.]+)/i.exec(color);
  return numbers ? ([1, 2, 3].map((part) => Number(numbers[part]) / 255) as [number, number, number]) : undefined;
}

/** Relative luminance of WCAG 2.2, 0–1. */
function luminance(color: string): number | undefined {
  const rgb = channels(color);
  if (!rgb) return undefined;
  const [r, g, b] = rgb.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two opaque colours by WCAG 2.2, 1–21; 1 where one is not understood. */
export function contrastOf(a: string, b: string): number {
  const [first, second] = [luminance(a), luminance(b)];
  if (first === undefined || second === undefined) return 1;
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** The colour of text that reads best on an opaque colour. */
export function inkOn(color: string): string {
  return contrastOf(color, INKS.dark) >= contrastOf(color, INKS.light) ? INKS.dark : INKS.light;
}
