/** Styles of tiles as documents say them. A chunk of its own, which comes with the first `style-url`. */
import { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import { ask, jsonOf, withoutSecrets } from '@yizhangtu/data/request';
import type { TileStyle } from '../vector-tiles/tile-set.js';
import { readStyle, type ReadStyle } from './document.js';
import { styleSymbology } from './legend.js';
import { styleLook } from './look.js';

/** Gaps that are named one by one. */
const NAMED = 8;

/** The style behind an address. @throws YztError with the cause; `not-json`, `bad-attribute` for what is no style, or for one of which nothing can be drawn. */
export async function styleAt(element: Element, url: string, timeLimit: number): Promise<ReadStyle> {
  const style = readStyle(jsonOf(await ask({ url, subject: element, expects: 'json', timeLimit, headers: { Accept: 'application/json' } })));
  const [tag, shown] = [element.localName, withoutSecrets(url)];
  if (!style) throw new YztError('bad-attribute', { zh: `<${tag}> 的 style-url="${shown}"：返回的不是 Mapbox 样式（version 8，含 layers）。请检查地址。`, en: `<${tag}>: style-url="${shown}" gives no Mapbox style (version 8, with layers). Check the address.` });
  const { rules, gaps } = style;
  const names = [...new Set(gaps.map(({ layer, part }) => `${layer} (${part})`))];
  const list = `${names.slice(0, NAMED).join('; ')}${names.length > NAMED ? ` … +${names.length - NAMED}` : ''}`;
  if (rules.length === 0) throw new YztError('bad-attribute', { zh: `<${tag}> 的 style-url="${shown}"：样式里没有能画的图层。画不了的：${list || '（没有图层）'}。`, en: `<${tag}>: style-url="${shown}": the style has no layer that can be drawn. Not drawn: ${list || '(no layers)'}.` });
  if (names.length > 0) {
    hint(
      'bad-attribute',
      { zh: `<${tag} style-url="${shown}">：样式中有 ${names.length} 处没有照画（图标、填充图案和不认识的写法）：${list}。其余照常显示。`, en: `<${tag} style-url="${shown}">: ${names.length} parts of the style are not drawn (icons, patterns, and what is not understood): ${list}. The rest is.` },
      element,
    );
  }
  return style;
}

/**
 * How tiles are drawn by a style.
 * @param labels Words of the legend by the ids of layers of the style.
 * @param sourceLayers Layers of the tiles that are drawn; all that the style draws if empty.
 */
export function tileStyleOf({ rules: all }: ReadStyle, labels: ReadonlyMap<string, string>, sourceLayers: readonly string[]): TileStyle {
  const rules = sourceLayers.length === 0 ? all : all.filter(({ sourceLayer }) => sourceLayers.includes(sourceLayer));
  return { sourceLayers: [...new Set(rules.map(({ sourceLayer }) => sourceLayer))], model: styleSymbology(rules, labels), look: (options) => styleLook(rules, options) };
}
