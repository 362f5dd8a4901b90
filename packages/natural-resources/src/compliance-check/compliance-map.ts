/** The map of a report: the red line in its surroundings, with what a printed map must say. Loaded when somebody prints. */
import { formatDate } from '@yizhangtu/base/dates';
import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';
import type { Bounds } from '@yizhangtu/data/model';
import type { YztMap } from '@yizhangtu/map/map';
import { approvalOf, sourcesOf } from '@yizhangtu/widgets/shared';

/** Size on paper: the width between the margins of A4, in CSS px, and two pixels for each. */
const [WIDTH, HEIGHT, PIXEL_RATIO] = [688, 400, 2];
/** Part of the red line's size that is shown around it on each side. */
const AROUND = 0.4;
/** Least size of what is shown, in degrees, about 100 m: a single plot still has neighbours. */
const LEAST = 0.001;

/** The map as it goes on paper. */
export interface ReportMap {
  /** Undefined where the images of a layer may not be read. */
  readonly canvas?: HTMLCanvasElement | undefined;
  /** 审图号, date, sources; or why there is no picture. */
  readonly lines: readonly string[];
}

/** A box with its surroundings. */
export function surroundings([west, south, east, north]: Bounds): Bounds {
  const [x, y] = [Math.max(LEAST, east - west) * AROUND, Math.max(LEAST, north - south) * AROUND];
  return [west - x, south - y, east + x, north + y];
}

/** What stands under the map. */
export function mapLines(map: Pick<YztMap, 'layers' | 'querySelector' | 'closest'>, day: string, say: (text: Text) => string): readonly string[] {
  const number = approvalOf(map);
  const { names, example } = sourcesOf(map.layers.filter((layer) => layer.isShown));
  return [
    number === '' ? say({ zh: '审图号：—（本图没有审图号，为示意图）', en: 'Map approval — (this map has no number; a sketch)' }) : say({ zh: `审图号：${number}`, en: `Map approval ${number}` }),
    say({ zh: `制图日期：${day}`, en: `Made on ${day}` }),
    ...(names.length > 0 ? [say({ zh: `来源：${names.join('；')}${example ? '（含示例数据）' : ''}`, en: `Sources: ${names.join('; ')}${example ? ' (with example data)' : ''}` })] : []),
  ];
}

/** Draws the map around a red line. @throws DOMException where the map is being drawn already, or `signal` ends it. */
export async function reportMap(map: YztMap, redLine: Bounds, locale: Locale, signal?: AbortSignal): Promise<ReportMap> {
  const say = (text: Text): string => inWords(text, locale);
  // By `import()`: pages with one file for everything have it beside that file.
  const { mapPicture } = await import('@yizhangtu/map/picture');
  const { canvas, tainted } = await mapPicture(map, { width: WIDTH, height: HEIGHT, pixelRatio: PIXEL_RATIO, bounds: surroundings(redLine), theme: 'light', timeLimit: 10, ...(signal && { signal }) });
  if (canvas) return { canvas, lines: mapLines(map, formatDate(Date.now(), { style: 'date' }, locale), say) };
  const names = tainted.map(({ label, localName }) => label || localName);
  return { lines: [say({ zh: `没有地图：图层“${names.join('”“')}”的图片不允许读取。`, en: `No map: the images of ${names.join(', ')} may not be read.` })] };
}
