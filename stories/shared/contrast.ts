/** Contrast of two opaque colours by WCAG 2.2, from 1 to 21. */

function channels(color: string): readonly number[] | undefined {
  const hit = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color);
  return hit?.slice(1).map((part) => Number.parseInt(part, 16) / 255);
}

function luminance(rgb: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The ratio of the lighter to the darker; undefined for colours that let something through. */
export function contrast(a: string, b: string): number | undefined {
  const [first, second] = [channels(a), channels(b)];
  if (!first || !second) return undefined;
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}
