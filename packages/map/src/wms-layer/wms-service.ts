/** What a Web Map Service is asked besides pictures. A chunk of its own: most visits of a page look, and ask nothing. */
import type View from 'ol/View.js';
import { transform, type Projection } from 'ol/proj.js';
import { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import { ask, jsonOf, textOfAnswer, xmlOf } from '@yizhangtu/data/request';
import { normalCode, projectionOf } from '../crs/index.js';
import type { Identified } from '../layer/identified.js';
import type { AskedWords } from '../services/asked-service.js';
import { aliasesFrom, identifiedOf } from '../services/info-rows.js';
import { resolutionAt } from '../services/resolution-at.js';
import { elsewhere } from '../services/service-address.js';
import type { LonLat } from '../shared/values.js';
import { fromGeoJson, fromText, fromXml, type InfoAnswer } from './feature-info.js';
import { infoFormatOf, wmsInfo, type WmsInfo } from './wms-capabilities.js';
import { capabilitiesUrl, infoUrl, type RequestCrs, type WmsView } from './wms-request.js';

export { projectionOf } from '../crs/index.js';

/** How a service is told of a projection: by the name the page gave it, or its own. */
export function requestCrs(projection: Projection, named: string): RequestCrs {
  return { code: normalCode(named || projection.getCode()), northFirst: projection.getAxisOrientation().startsWith('ne') };
}

/** Reads the capabilities. @throws YztError with the cause, `bad-xml` for a document of something else. */
export async function capabilitiesOf(view: WmsView, element: Element, timeLimit: number): Promise<WmsInfo> {
  const info = wmsInfo(xmlOf(await ask({ url: capabilitiesUrl(view), subject: element, expects: 'xml', timeLimit })));
  if (!info) {
    throw new YztError('bad-xml', {
      zh: `<${element.localName}>：${shown(view.url)} 返回的不是 WMS 的能力文档。请检查地址，写到服务本身为止，例如 /geoserver/wms。`,
      en: `<${element.localName}>: ${shown(view.url)} did not answer with capabilities of a WMS. Check the address; it ends with the service, such as /geoserver/wms.`,
    });
  }
  sayElsewhere(view.url, info, element);
  sayMissing(view, info, element);
  return info;
}

function shown(url: string): string {
  return url.replace(/\?.*$/s, '');
}

/** Services behind a gateway call themselves by inner names. Those are never asked. */
function sayElsewhere(url: string, { addresses }: WmsInfo, element: Element): void {
  const other = addresses.map((address) => elsewhere(url, address, document.baseURI)).find(Boolean);
  if (other === undefined) return;
  hint(
    'bad-attribute',
    {
      zh: `<${element.localName}>：服务的能力文档指向 ${other}，页面写的是 ${shown(url)}；仍按页面的地址请求，不访问其他主机。若服务在网关之后，无需处理。`,
      en: `<${element.localName}>: the capabilities point to ${other}, the page names ${shown(url)}; requests go to the page's address, and to no other host. Behind a gateway nothing needs to be done.`,
    },
    element,
  );
}

function sayMissing({ layers }: WmsView, info: WmsInfo, element: Element): void {
  const missing = layers.split(',').filter((name) => !info.layers.some((layer) => layer.name === name));
  if (missing.length === 0) return;
  const there = info.layers.slice(0, 8).map(({ name }) => name).join(', ');
  hint(
    'bad-attribute',
    {
      zh: `<${element.localName}> 的 layers="${layers}"：服务没有图层 ${missing.join('、')}。请写成服务有的名称，例如 ${there}。`,
      en: `<${element.localName}>: layers="${layers}": the service has no layer ${missing.join(', ')}. Write names that it has, such as ${there}.`,
    },
    element,
  );
}

/** A question about a place. */
export interface Question {
  readonly element: Element;
  readonly place: LonLat;
  readonly info: WmsInfo | undefined;
  /** Coordinate system as the page names it; empty for the map's. */
  readonly crs: string;
  readonly view: View;
  /** Empty for the best there is. */
  readonly format: string;
  readonly count: number;
  readonly timeLimit: number;
  readonly signal: AbortSignal;
  readonly words: AskedWords;
}

/** Asks what is at a place. No layer that can be asked is no answer. */
export async function identify(view: WmsView, question: Question): Promise<readonly Identified[]> {
  const { element, info, place, count, signal, timeLimit } = question;
  const names = view.layers.split(',');
  const known = info?.layers.filter(({ name }) => names.includes(name)) ?? [];
  const layers = known.length > 0 ? names.filter((name) => known.some((layer) => layer.name === name && layer.queryable)) : names;
  if (layers.length === 0) return [];
  const projection = question.crs ? projectionOf(question.crs) : question.view.getProjection();
  const format = question.format || infoFormatOf(info?.infoFormats ?? []);
  const request = {
    place: transform([...place], 'EPSG:4326', projection) as [number, number],
    resolution: resolutionAt(question.view, projection, place),
    layers: layers.join(','),
    format,
    count,
  };
  const url = infoUrl(view, requestCrs(projection, question.crs), request);
  const expects = /json/i.test(format) ? 'json' : /^text\/(?:plain|html)/i.test(format) ? 'text' : 'xml';
  const answer = await ask({ url, subject: element, expects, signal, timeLimit });
  if (/^text\/html/i.test(format)) return pageOf(textOfAnswer(answer));
  const read: InfoAnswer = expects === 'json' ? fromGeoJson(jsonOf(answer)) : expects === 'text' ? fromText(textOfAnswer(answer)) : fromXml(xmlOf(answer));
  return told(read, question.words);
}

function told({ features, words }: InfoAnswer, { aliases, ...rest }: Question['words']): Identified[] {
  const found = identifiedOf(features, { ...rest, aliases: aliasesFrom(aliases) });
  return words === undefined ? found : [{ rows: [{ label: rest.locale === 'zh-CN' ? '服务的回答' : 'Answer of the service', value: words }] }];
}

/** A page without words says that nothing is there. */
function pageOf(page: string): Identified[] {
  const words = new DOMParser().parseFromString(page, 'text/html').body.textContent ?? '';
  return words.trim() === '' ? [] : [{ rows: [], html: page }];
}
