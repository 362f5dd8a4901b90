/** Rows that are drawn paler than others: their classes stand once more behind all classes, in the same order. Pure. */
import type { RenderClass } from '../renderer/types.js';

/** Class numbers are bytes, and 255 means none. */
const NONE = 255;
/** Part of the surface in a pale colour. */
const SURFACE = 0.6;

/** Numbers of classes with those of pale rows behind; as they are where there are too many. @param pale 1 for each pale row. */
export function paleClasses(classOf: Uint8Array, pale: Uint8Array, count: number): Uint8Array {
  if (2 * count > NONE) return classOf;
  return classOf.map((one, row) => (one !== NONE && pale[row] === 1 ? one + count : one));
}

function channels(color: string): number[] | undefined {
  const found = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color);
  return found?.slice(1).map((hex) => parseInt(hex, 16));
}

function mixed(color: string, surface: string): string {
  const [from, to] = [channels(color), channels(surface)];
  if (!from || !to) return color;
  return `#${from.map((value, i) => Math.round(value * (1 - SURFACE) + (to[i] as number) * SURFACE).toString(16).padStart(2, '0')).join('')}`;
}

/** A class nearer to the colour of the surface, below the others. */
export function paled(one: RenderClass, surface: string): RenderClass {
  const { outline, ink } = one;
  return { ...one, color: mixed(one.color, surface), below: true, ...(outline !== undefined && { outline: mixed(outline, surface) }), ...(ink !== undefined && { ink: mixed(ink, surface) }) };
}
