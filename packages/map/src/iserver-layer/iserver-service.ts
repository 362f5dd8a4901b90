/** What a map of SuperMap iServer is asked besides pictures. A chunk of its own: most visits of a page look, and ask nothing. */
import type View from 'ol/View.js';
import { transform, type Projection } from 'ol/proj.js';
import { YztError } from '@yizhangtu/base/errors';
import { ask, jsonOf } from '@yizhangtu/data/request';
import { projectionOf } from '../crs/index.js';
import type { Identified } from '../layer/identified.js';
import type { AskedWords } from '../services/asked-service.js';
import { aliasesFrom } from '../services/info-rows.js';
import { resolutionAt } from '../services/resolution-at.js';
import type { LonLat } from '../shared/values.js';
import { datasetNames, identifiedIn, iserverInfo, type IserverInfo } from './iserver-info.js';
import { describeUrl, distanceQuery, layersUrl, queryUrl, type IserverView } from './iserver-request.js';

export { matrixLayer } from '../services/matrix-source.js';
export { projectionOf } from '../crs/index.js';
export { gridOf } from './iserver-info.js';

/** Pixels around a click. */
const TOLERANCE = 5;

/** Who asks, and how long an answer may take. */
export interface Asker {
  readonly element: Element;
  /** Seconds. */
  readonly timeLimit: number;
  readonly signal?: AbortSignal | undefined;
}

async function json(url: string, { element, timeLimit, signal }: Asker, body?: string): Promise<unknown> {
  return jsonOf(await ask({ url, subject: element, expects: 'json', timeLimit, signal, ...(body !== undefined && { method: 'POST' as const, body }) }));
}

/** Reads what the map says of itself. @throws YztError with the cause; `bad-attribute` for an address of something else. */
export async function mapOf(view: IserverView, asker: Asker): Promise<IserverInfo> {
  const info = iserverInfo(await json(describeUrl(view), asker));
  if (info) return info;
  const { localName } = asker.element;
  const shown = view.url.replace(/\?.*$/s, '');
  const [zh, en] = /\/rest\/data(?:\/|$)/.test(shown)
    ? ['数据服务请用 <yzt-iserver-features-layer>', 'a data service is for <yzt-iserver-features-layer>']
    : ['地址应写到地图名为止，例如 /iserver/services/map-qd/rest/maps/用地现状', 'the address ends with the name of the map, such as /iserver/services/map-qd/rest/maps/LandUse'];
  throw new YztError('bad-attribute', { zh: `<${localName}>：${shown} 不是 iServer 的地图。${zh}。`, en: `<${localName}>: ${shown} is no map of iServer: ${en}.` });
}

/** The projection of a map. @throws YztError `unknown-crs` where it names none that is known here. */
export function ownProjection({ crs }: IserverInfo, { localName }: Element): Projection {
  if (crs !== undefined) return projectionOf(crs);
  throw new YztError('unknown-crs', {
    zh: `<${localName}>：这张地图的坐标系没有编号（epsgCode），不能确定位置。请在 iServer 里为地图设置带编号的坐标系，或去掉 tiled 由服务投影。`,
    en: `<${localName}>: the coordinate system of the map has no number (epsgCode), so that places cannot be told. Give the map one with a number in iServer, or leave out tiled and let the service project.`,
  });
}

/** Names of the datasets that can be asked. */
export async function namesOf(view: IserverView, asker: Asker): Promise<readonly string[]> {
  return datasetNames(await json(layersUrl(view), asker));
}

/** A question about a place. */
export interface Question extends Asker {
  readonly place: LonLat;
  readonly view: View;
  readonly info: IserverInfo;
  readonly names: readonly string[];
  readonly count: number;
  readonly words: AskedWords;
}

/** Asks what is at a place. No dataset that can be asked is no answer. */
export async function identify(view: IserverView, question: Question): Promise<readonly Identified[]> {
  const { place, info, names, count, words, element } = question;
  if (names.length === 0) return [];
  const projection = ownProjection(info, element);
  const at = transform([...place], 'EPSG:4326', projection) as [number, number];
  const body = distanceQuery(at, TOLERANCE * resolutionAt(question.view, projection, place), names, count);
  return identifiedIn(await json(queryUrl(view), question, body), { ...words, aliases: aliasesFrom(words.aliases) }, count);
}
