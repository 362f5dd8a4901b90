/** The signs of the library and how they become pixels. Fetched by the first layer that shows a sign. */
import { glyphOf, provideGlyphs, type Glyph } from '@yizhangtu/base/glyphs';
import { GLYPHS } from '@yizhangtu/base/glyph-set';
import { glyphDrawing } from '../renderer/glyph-mask.js';
import type { GlyphDrawing } from '../renderer/types.js';

const drawings = new WeakMap<Glyph, GlyphDrawing>();

/** Makes the signs of the library known. */
export function provide(): void {
  provideGlyphs(GLYPHS);
}

/** The sign of a name as pixels; undefined for a name nobody has made known. */
export function drawingOf(name: string): GlyphDrawing | undefined {
  const glyph = glyphOf(name);
  if (!glyph) return undefined;
  let drawing = drawings.get(glyph);
  if (!drawing) {
    drawing = glyphDrawing(glyph);
    drawings.set(glyph, drawing);
  }
  return drawing;
}

/** Names of the signs of the library, for messages. */
export function someNames(): string {
  return GLYPHS.slice(0, 6).map(({ name }) => name).join('、');
}
