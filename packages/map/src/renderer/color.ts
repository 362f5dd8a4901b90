/** Colours as numbers. Pure, except for reading names and functions, which asks a canvas. */

/** Red, green, blue 0–255 and alpha 0–1. */
export type Rgba = readonly [number, number, number, number];

const BLACK: Rgba = [0, 0, 0, 1];
let reader: CanvasRenderingContext2D | null | undefined;

function fromHex(hex: string): Rgba | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(hex);
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})?$/i.exec(hex);
  const parts = short ? short.slice(1).map((digit) => digit + digit) : long?.slice(1, 4);
  if (!parts) return undefined;
  const [r, g, b] = parts.map((pair) => parseInt(pair, 16)) as [number, number, number];
  return [r, g, b, long?.[4] ? parseInt(long[4], 16) / 255 : 1];
}

function fromFunction(text: string): Rgba | undefined {
  const match = /^rgba?\(\s*([\d.]+)[,\s]+([\d.]+)[,\s]+([\d.]+)(?:[,/\s]+([\d.]+)(%?))?\s*\)$/.exec(text);
  if (!match) return undefined;
  const alpha = match[4] === undefined ? 1 : Number(match[4]) / (match[5] ? 100 : 1);
  return [Number(match[1]), Number(match[2]), Number(match[3]), alpha];
}

/** Any CSS colour. Names and functions other than `rgb()` are read by the browser; what nobody can read is black. */
export function parseColor(css: string): Rgba {
  const text = css.trim();
  const known = fromHex(text) ?? fromFunction(text);
  if (known || typeof document === 'undefined') return known ?? BLACK;
  reader ??= document.createElement('canvas').getContext('2d');
  if (!reader) return BLACK;
  reader.fillStyle = '#000';
  reader.fillStyle = text;
  const normal = reader.fillStyle;
  return fromHex(normal) ?? fromFunction(normal) ?? BLACK;
}

/** Written for CSS. */
export function cssColor([r, g, b, alpha]: Rgba): string {
  return `rgba(${Math.round(r)},${Math.round(g)},${Math.round(b)},${alpha})`;
}

/** A colour between two: `part` 0 is the first, 1 the second. */
export function mixColors(first: Rgba, second: Rgba, part: number): Rgba {
  const at = (index: 0 | 1 | 2 | 3) => first[index] + (second[index] - first[index]) * part;
  return [at(0), at(1), at(2), at(3)];
}

/** Relative luminance, 0–1 (WCAG 2.2). */
export function luminance([r, g, b]: Rgba): number {
  const linear = (value: number) => {
    const part = value / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Black or white, whichever is easier to read on a colour. */
export function readableOn(ground: Rgba): string {
  return luminance(ground) > 0.179 ? '#000000' : '#ffffff';
}
