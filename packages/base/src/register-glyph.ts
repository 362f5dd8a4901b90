/** Signs of a page's own. */
import { YztError } from './errors.js';
import { addGlyph, type GlyphPart } from './glyphs.js';
import type { Text } from './locale.js';
import { pathRings } from './svg-path.js';

const WIDEST = 12;

/**
 * Makes a sign of the page's own known by name, for `glyph` of `<yzt-point-layer>`. It is read as numbers and never becomes markup. A
 * sign of the library with the same name gives way.
 * @param name Small letters, digits and hyphens: `water-meter`.
 * @param shape SVG path data on a grid of 24 × 24 that is filled (non-zero), or parts that may be stroked too.
 * @param label What the sign shows, for people; the name where it is left out.
 * @throws YztError `bad-argument` for a name, path data or stroke that cannot be used.
 */
export function registerGlyph(name: string, shape: string | readonly GlyphPart[], label: Text = { zh: name, en: name }): void {
  if (!/^[a-z][a-z\d-]*$/.test(name) || name === 'class') {
    throw new YztError('bad-argument', {
      zh: `字形名称「${name}」不能用：应以小写字母开头，只含小写字母、数字和连字符，且不是 class。`,
      en: `Glyph name "${name}" cannot be used: begin with a small letter, use small letters, digits and hyphens, and not "class".`,
    });
  }
  const parts = typeof shape === 'string' ? [{ d: shape }] : shape.map((part) => ({ ...part }));
  for (const { d, stroke } of parts) {
    pathRings(d);
    if (stroke === undefined || (stroke > 0 && stroke <= WIDEST)) continue;
    throw new YztError('bad-argument', {
      zh: `字形「${name}」的线宽 ${stroke} 应大于 0 且不超过 ${WIDEST}（24 格中的格数）。`,
      en: `Stroke ${stroke} of glyph "${name}": use more than 0 and at most ${WIDEST} units of the grid of 24.`,
    });
  }
  addGlyph({ name, label, parts });
}
