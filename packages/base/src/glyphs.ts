/** Signs that stand on map symbols, by name. */
import type { Text } from './locale.js';

/** One part of a sign: SVG path data on a grid of 24 × 24, filled, or stroked with round ends where it has a width. */
export interface GlyphPart {
  readonly d: string;
  /** Width of the stroke in units of the grid; filled when absent. */
  readonly stroke?: number;
}

/** A sign for a map symbol. */
export interface Glyph {
  readonly name: string;
  readonly label: Text;
  readonly parts: readonly GlyphPart[];
}

const known = new Map<string, Glyph>();
const listeners = new Set<() => void>();

/** Makes a sign known that has been checked already; see `registerGlyph` of `@yizhangtu/base/register-glyph`. */
export function addGlyph(glyph: Glyph): void {
  known.set(glyph.name, glyph);
  for (const tell of [...listeners]) tell();
}

/** Makes the signs of a list known that have no namesake of the page's own. */
export function provideGlyphs(glyphs: readonly Glyph[]): void {
  for (const glyph of glyphs) if (!known.has(glyph.name)) known.set(glyph.name, glyph);
}

/** The sign of a name; undefined while nobody has made it known. */
export function glyphOf(name: string): Glyph | undefined {
  return known.get(name);
}

/** Calls back whenever a page makes a sign known. Returns the function that ends it. */
export function onGlyphs(tell: () => void): () => void {
  listeners.add(tell);
  return () => {
    listeners.delete(tell);
  };
}
