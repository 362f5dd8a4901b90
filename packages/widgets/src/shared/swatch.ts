import { css, html, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { setStyle } from '@yizhangtu/base/set-style';
import type { Geometry } from '@yizhangtu/data/model';
import type { SymbolClass } from '@yizhangtu/data/symbology';
import { cssColor } from './css-color.js';
import { markerSwatch } from './marker-swatch.js';

export { cssColor };

/** How a class is drawn beside its name: as the map draws it. */
export type SwatchShape = 'disc' | 'line' | 'polygon';

/** The shape of the swatch for a geometry: that of its first row that has one. A table without places shows a disc. */
export function swatchShape(geometry: Geometry | undefined): SwatchShape {
  if (geometry?.kind !== 'shape') return 'disc';
  const type = geometry.types.find((value) => value !== 0);
  if (type === 2) return 'line';
  return type === 3 ? 'polygon' : 'disc';
}

/** The swatch of one class. Decoration: the words beside it say what it is. */
export function swatch(shape: SwatchShape, symbol: Pick<SymbolClass, 'color' | 'outline' | 'pattern' | 'marker' | 'glyph' | 'dash'>): TemplateResult {
  if (shape === 'disc' && (symbol.glyph || (symbol.marker ?? 'circle') !== 'circle')) return markerSwatch(symbol);
  if (shape === 'line' && symbol.dash) return dashSwatch(symbol.color, symbol.dash);
  const colors = {
    '--_color': cssColor(symbol.color),
    '--_outline': symbol.outline ? cssColor(symbol.outline) : 'var(--yzt-color-border)',
  };
  return html`<span
    class=${classMap({ swatch: true, [shape]: true, hatch: symbol.pattern === 'hatch' })}
    ${setStyle(colors)}
    aria-hidden="true"
  ></span>`;
}

/** A dashed line, in the lengths of the map. */
function dashSwatch(color: string, dash: readonly number[]): TemplateResult {
  return html`<svg class="swatch dash" viewBox="0 0 22 4" aria-hidden="true" focusable="false" ${setStyle({ '--_color': cssColor(color) })}>
    <path d="M0 2h22" stroke="var(--_color)" stroke-width="3" stroke-dasharray=${dash.join(' ')} />
  </svg>`;
}

/** Styles of {@link swatch}. Colours stay in forced-colors mode, because the colour is the information. */
export const swatchStyles = css`
  .swatch {
    display: inline-block;
    flex: none;
    width: 14px;
    height: 14px;
    border: 1px solid var(--_outline);
    background-color: var(--_color);
    forced-color-adjust: none;
  }
  .swatch.disc {
    border-radius: 50%;
  }
  .swatch.line {
    width: 18px;
    height: 4px;
    border: 0;
    border-radius: 2px;
  }
  .swatch.polygon {
    width: 16px;
    height: 12px;
    border-radius: 2px;
  }
  .swatch.dash {
    width: 22px;
    height: 4px;
    border: 0;
    background: none;
  }
  .swatch.marker {
    width: calc(18px * var(--yzt-text-scale, 1));
    height: calc(18px * var(--yzt-text-scale, 1));
    border: 0;
    background: none;
    overflow: visible;
  }
  .swatch.hatch {
    background-color: transparent;
    background-image: repeating-linear-gradient(45deg, var(--_color) 0 2px, transparent 2px 5px);
    border-color: var(--_color);
  }
`;
