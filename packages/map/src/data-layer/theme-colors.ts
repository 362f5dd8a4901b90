import { inkOn, resolveColor, type SymbolClass } from '@yizhangtu/data/symbology';
import { token, tokens } from '@yizhangtu/base/theme';
import type { RenderClass, ThemeColors } from '../renderer/types.js';

/** What the theme decides about a picture. */
export interface LayerTheme {
  readonly colors: ThemeColors;
  readonly fontFamily: string;
  readonly textScale: number;
}

/** Whether the tokens of the page hold at an element: not for one that is slotted into what has not been rendered. */
export function hasTokens(element: Element): boolean {
  return token(element, 'color-surface') !== '';
}

/** The theme at an element. Read once per theme change, never per frame. */
export function layerTheme(element: Element): LayerTheme {
  const read = tokens(element, [
    'map-marker-outline',
    'map-selection',
    'color-surface',
    'map-label',
    'map-halo',
    'font-family',
    'text-scale',
  ]);
  return {
    colors: {
      outline: read['map-marker-outline'] || '#ffffff',
      selection: read['map-selection'] || '#17202b',
      surface: read['color-surface'] || '#ffffff',
      label: read['map-label'] || '#17202b',
      halo: read['map-halo'] || '#ffffff',
    },
    fontFamily: read['font-family'] || 'sans-serif',
    textScale: Number(read['text-scale']) || 1,
  };
}

/** A class of a symbology as a renderer wants it. 其他 and 无数据 lie below the rest. */
export function renderClass(one: SymbolClass, element: Element): RenderClass {
  const isRest = one.color === 'token:data-other' || one.color === 'token:data-none' || one.key === null;
  return {
    color: resolveColor(one.color, element),
    ...(one.outline !== undefined && { outline: resolveColor(one.outline, element) }),
    // A tint alone could be taken for a class.
    hatch: one.pattern === 'hatch' || one.key === null,
    below: isRest,
    ...(one.glyph && { ink: resolveColor(inkOn(one.color), element) }),
  };
}
