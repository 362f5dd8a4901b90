/** What a map service of ArcGIS is asked besides pictures. A chunk of its own: most visits of a page look, and ask nothing. */
import type View from 'ol/View.js';
import { transform } from 'ol/proj.js';
import { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import { ask, jsonOf } from '@yizhangtu/data/request';
import { projectionOf } from '../crs/index.js';
import type { Identified, LegendImage } from '../layer/identified.js';
import type { AskedWords } from '../services/asked-service.js';
import { aliasesFrom } from '../services/info-rows.js';
import { resolutionAt } from '../services/resolution-at.js';
import type { Bounds, LonLat } from '../shared/values.js';
import { identifiedIn, layersById, legendIn } from './arcgis-found.js';
import { arcgisInfo, type ArcgisInfo } from './arcgis-info.js';
import { describeUrl, identifyUrl, layersUrl, legendUrl, wkidOf, type ArcgisView } from './arcgis-request.js';

export { matrixLayer } from '../services/matrix-source.js';
export { projectionOf } from '../crs/index.js';
export { layersById } from './arcgis-found.js';

/** Who asks, and how long an answer may take. */
export interface Asker {
  readonly element: Element;
  /** Seconds. */
  readonly timeLimit: number;
  readonly signal?: AbortSignal | undefined;
}

async function json(url: string, { element, timeLimit, signal }: Asker): Promise<unknown> {
  return jsonOf(await ask({ url, subject: element, expects: 'json', timeLimit, signal }));
}

/** Reads what the service says of itself. @throws YztError with the cause; `bad-attribute` for an address of something else. */
export async function serviceOf(view: ArcgisView, asker: Asker): Promise<ArcgisInfo> {
  const info = arcgisInfo(await json(describeUrl(view), asker));
  if (!info) throw noMap(view.url, asker.element);
  sayMissing(view, info, asker.element);
  return info;
}

function noMap(url: string, { localName }: Element): YztError {
  const shown = url.replace(/\?.*$/s, '');
  const [zh, en] = /FeatureServer/i.test(url)
    ? ['要素服务请用 <yzt-arcgis-features-layer>', 'a feature service is for <yzt-arcgis-features-layer>']
    : ['地址应写到 MapServer 为止，例如 /arcgis/rest/services/qd/MapServer，图层编号写在 layers 里', 'the address ends with MapServer, such as /arcgis/rest/services/qd/MapServer; numbers of layers go into layers'];
  return new YztError('bad-attribute', { zh: `<${localName}>：${shown} 不是 ArcGIS 的地图服务。${zh}。`, en: `<${localName}>: ${shown} is no map service of ArcGIS: ${en}.` });
}

function sayMissing({ layers }: ArcgisView, info: ArcgisInfo, element: Element): void {
  const missing = layers.filter((id) => !info.layers.some((layer) => String(layer.id) === id));
  if (missing.length === 0) return;
  const there = info.layers.slice(0, 8).map(({ id, name }) => `${id} ${name}`);
  hint(
    'bad-attribute',
    {
      zh: `<${element.localName}> 的 layers="${layers.join(',')}"：服务没有图层 ${missing.join('、')}。请写编号，服务有：${there.join('、')}。`,
      en: `<${element.localName}>: layers="${layers.join(',')}": the service has no layer ${missing.join(', ')}. Write numbers; it has: ${there.join(', ')}.`,
    },
    element,
  );
}

/** A system that ArcGIS has no number for cannot be asked in. @throws YztError `unknown-crs`. */
export function checkCrs(code: string, { localName }: Element): void {
  if (wkidOf(code) !== '') return;
  throw new YztError('unknown-crs', {
    zh: `<${localName}>：ArcGIS 不能用坐标系 ${code} 出图。请写 crs="EPSG:…"，例如 crs="EPSG:4490"，图片会转换到地图的坐标系。`,
    en: `<${localName}>: ArcGIS cannot draw in ${code}. Write crs="EPSG:…", such as crs="EPSG:4490"; pictures are then brought to the map's system.`,
  });
}

/** The box of the service in degrees; undefined where its system is not known here. */
export function boundsOf({ crs, extent }: ArcgisInfo): Bounds | undefined {
  if (crs === undefined || !extent) return undefined;
  try {
    const projection = projectionOf(crs);
    const corners = [[0, 1], [0, 3], [2, 1], [2, 3]].map(([x = 0, y = 0]) => transform([extent[x] as number, extent[y] as number], projection, 'EPSG:4326'));
    const [xs, ys] = [0, 1].map((axis) => corners.map((corner) => corner[axis] as number)) as [number[], number[]];
    const box: Bounds = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    return box.every(Number.isFinite) ? box : undefined;
  } catch {
    return undefined;
  }
}

/** Layers with their fields. Servers before 10 do not have the document: then names are told as they come. */
export async function fieldsOf(view: ArcgisView, asker: Asker): Promise<ReturnType<typeof layersById>> {
  return layersById(await json(layersUrl(view), asker).catch(() => undefined));
}

/** A question about a place. */
export interface Question extends Asker {
  readonly place: LonLat;
  /** Coordinate system as the page names it; empty for the map's. */
  readonly crs: string;
  readonly view: View;
  readonly layers: ReturnType<typeof layersById>;
  readonly count: number;
  readonly words: AskedWords;
}

/** Asks what is at a place. */
export async function identify(view: ArcgisView, question: Question): Promise<readonly Identified[]> {
  const { place, crs, layers, count, words } = question;
  const own = question.view.getProjection();
  const projection = crs ? projectionOf(crs) : wkidOf(own.getCode()) === '' ? projectionOf('EPSG:4490') : own;
  const at = { place: transform([...place], 'EPSG:4326', projection) as [number, number], resolution: resolutionAt(question.view, projection, place) };
  const found = await json(identifyUrl(view, projection.getCode(), at), question);
  return identifiedIn(found, layers, { ...words, aliases: aliasesFrom(words.aliases) }, count);
}

/** Legends of the layers that are shown, by what the page asks and the service shows by itself. */
export async function legendsOf(view: ArcgisView, info: ArcgisInfo, asker: Asker): Promise<LegendImage[]> {
  const asked = view.layers.map(Number);
  const own = info.layers.filter(({ shown }) => shown).map(({ id }) => id);
  return legendIn(await json(legendUrl(view), asker), asked.length > 0 ? asked : own);
}
