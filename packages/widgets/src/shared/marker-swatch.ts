/** Point symbols beside their names: the forms and signs of the map. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { glyphOf, type GlyphPart } from '@yizhangtu/base/glyphs';
import { setStyle } from '@yizhangtu/base/set-style';
import { inkOn, type MarkerShape, type SymbolClass } from '@yizhangtu/data/symbology';
import { cssColor } from './css-color.js';

/** Forms around 0,0 with a radius of 11, in the proportions of the map. */
const FORMS: Readonly<Record<Exclude<MarkerShape, 'none'>, string>> = {
  circle: 'M-11 0a11 11 0 1 0 22 0a11 11 0 1 0-22 0z',
  square: 'M-9.75-9.75h19.5v19.5h-19.5z',
  diamond: 'M0-13.2L13.2 0 0 13.2-13.2 0z',
  triangle: 'M0-13.64L11.81 6.82h-23.62z',
};

/** How large a sign of 24 × 24 stands in a form of 22. */
const ROOM: Readonly<Record<MarkerShape, number>> = { circle: 0.82, square: 0.84, diamond: 0.62, triangle: 0.5, none: 1.15 };

function part({ d, stroke }: GlyphPart): TemplateResult<2> {
  return stroke === undefined
    ? svg`<path d=${d} fill="var(--_ink)" />`
    : svg`<path d=${d} fill="none" stroke="var(--_ink)" stroke-width=${stroke} stroke-linecap="round" stroke-linejoin="round" />`;
}

/** The symbol of a class of points with a form or sign of its own. */
export function markerSwatch({
  color,
  outline,
  marker = 'circle',
  glyph: name,
}: Pick<SymbolClass, 'color' | 'outline' | 'marker' | 'glyph'>): TemplateResult {
  const glyph = name ? glyphOf(name) : undefined;
  const alone = marker === 'none' && glyph !== undefined;
  const form = FORMS[marker === 'none' ? 'circle' : marker];
  const colors = {
    '--_color': cssColor(color),
    '--_outline': outline ? cssColor(outline) : 'var(--yzt-color-border)',
    '--_ink': cssColor(alone ? color : inkOn(color)),
  };
  const scale = (ROOM[marker] * 22) / 24;
  return html`<svg class="swatch marker" viewBox="-14 -14 28 28" aria-hidden="true" focusable="false" ${setStyle(colors)}>
    ${alone ? nothing : svg`<path d=${form} fill="var(--_color)" stroke="var(--_outline)" />`}
    ${glyph ? svg`<g transform="scale(${scale}) translate(-12 -12)">${glyph.parts.map(part)}</g>` : nothing}
  </svg>`;
}
