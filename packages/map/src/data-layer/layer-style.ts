import { hint } from '@yizhangtu/base/hints';
import type { Locale, Text } from '@yizhangtu/base/locale';
import { formatCompact } from '@yizhangtu/base/number-format';
import type { GlFallback, RenderClass, RenderStyle, RenderWay } from '../renderer/types.js';
import { lineBreakerNow, whenLineBreaker } from './label-door.js';
import type { LayerLook } from './layer-look.js';
import type { LayerTheme } from './theme-colors.js';

/** Everything a style is put together from. */
export interface StyleParts {
  readonly theme: LayerTheme;
  readonly look: LayerLook;
  readonly way: RenderWay;
  readonly classes: readonly RenderClass[];
  readonly redraw: () => void;
  /** Makes the style anew and draws with it. */
  readonly renew: () => void;
}

const WHY: Readonly<Record<GlFallback, Text>> = {
  missing: { zh: '此浏览器没有可用的 WebGL 2，或符号超出显卡的限制', en: 'this browser has no WebGL 2 that can be used, or the symbols are too large for the graphics card' },
  software: { zh: '此浏览器的 WebGL 没有显卡加速', en: 'WebGL of this browser is not accelerated' },
  lost: { zh: '显卡的上下文已丢失', en: 'the context of the graphics card was lost' },
  shapes: { zh: '线、面图层不用 WebGL', en: 'lines and polygons are not drawn by WebGL' },
  clusters: { zh: '聚合的点不用 WebGL', en: 'clustered points are not drawn by WebGL' },
};

function sayFallback(element: Element, why: GlFallback): void {
  const { zh, en } = WHY[why];
  hint(
    'render-failed',
    {
      zh: `<${element.localName} renderer="webgl">：${zh}，已改用像素绘制，画面相同。可写 renderer="auto"。`,
      en: `<${element.localName} renderer="webgl">: ${en}; pixels draw the same picture. Write renderer="auto".`,
    },
    element,
  );
}

/** What breaks labels into lines, once the code for it is there; then the layer is drawn anew. Where it does not come, labels have one line. */
function lines(width: number, renew: () => void): RenderStyle['lines'] {
  if (!lineBreakerNow()) void whenLineBreaker().then(renew, () => undefined);
  return lineBreakerNow()?.(width);
}

/** How a layer looks. */
export function layerStyle(element: Element & { readonly locale: Locale; readonly labelWidth?: number | undefined }, { theme, look, way, classes, redraw, renew }: StyleParts): RenderStyle {
  const { locale, labelWidth } = element;
  return {
    ...theme,
    ...look,
    // Clusters grow with the text, and stay as far apart.
    clusterDistance: look.clusterDistance * Math.min(1.5, theme.textScale),
    way,
    classes,
    countText: (count) => formatCompact(count, { maxDigits: 1 }, locale).text,
    onFallback: (why) => sayFallback(element, why),
    redraw,
    ...(labelWidth && { lines: lines(labelWidth, renew) }),
  };
}
