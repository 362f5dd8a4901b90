/** What a Web Map Tile Service is asked besides tiles, and what comes of its answer. A chunk of its own. */
import { transform, type Projection } from 'ol/proj.js';
import { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import { ask, xmlOf } from '@yizhangtu/data/request';
import { normalCode, projectionOf } from '../crs/index.js';
import { gridOf, hasWrongScale, type MatrixGrid } from '../services/matrix-grid.js';
import { atNamedOrigin, elsewhere } from '../services/service-address.js';
import { wmtsInfo, type WmtsInfo, type WmtsLayerInfo, type WmtsSet } from './wmts-capabilities.js';
import { capabilitiesUrl, isDocument, type WmtsView } from './wmts-request.js';

export { matrixLayer } from '../services/matrix-source.js';
export { projectionOf } from '../crs/index.js';

/** Coordinate systems that tiles are taken in where the map's is not there. */
const LIKED = ['EPSG:4490', 'EPSG:4326', 'EPSG:3857', 'EPSG:900913'];

/** Reads the capabilities. @throws YztError with the cause, `bad-xml` for a document of something else. */
export async function capabilitiesOf(view: Pick<WmtsView, 'url' | 'params'>, element: Element, timeLimit: number): Promise<WmtsInfo> {
  const info = wmtsInfo(xmlOf(await ask({ url: capabilitiesUrl(view), subject: element, expects: 'xml', timeLimit })));
  if (info) {
    sayElsewhere(view.url, info, element);
    return info;
  }
  throw new YztError('bad-xml', {
    zh: `<${element.localName}>：${shown(view.url)} 返回的不是 WMTS 的能力文档。请检查地址，或用 grid 写明格网，例如 grid="EPSG:4490 1-18"。`,
    en: `<${element.localName}>: ${shown(view.url)} did not answer with capabilities of a WMTS. Check the address, or name the grid, such as grid="EPSG:4490 1-18".`,
  });
}

function shown(url: string): string {
  return url.replace(/\?.*$/s, '');
}

function sayElsewhere(url: string, { addresses }: WmtsInfo, element: Element): void {
  const other = addresses.map((address) => elsewhere(url, address, document.baseURI)).find(Boolean);
  if (other === undefined) return;
  hint(
    'bad-attribute',
    {
      zh: `<${element.localName}>：服务的能力文档指向 ${other}，页面写的是 ${shown(url)}；仍按页面的主机请求，不访问其他主机。若服务在网关之后，无需处理。`,
      en: `<${element.localName}>: the capabilities point to ${other}, the page names ${shown(url)}; requests go to the page's host and to no other. Behind a gateway nothing needs to be done.`,
    },
    element,
  );
}

/** What a page asks of a service. */
export interface Choice {
  readonly view: WmtsView;
  /** Coordinate system of the map. */
  readonly mapCrs: string;
  readonly order: 'auto' | 'xy' | 'yx';
  readonly element: Element;
}

/** What will be drawn. */
export interface Chosen {
  readonly layer: WmtsLayerInfo;
  readonly set: WmtsSet;
  readonly grid: MatrixGrid;
  readonly projection: Projection;
  /** Template of the tiles' addresses, where the service is asked by one. */
  readonly template?: string;
}

function unusable(element: Element, name: string, value: string, there: readonly string[]): YztError {
  const list = there.slice(0, 12).join('、');
  return new YztError('bad-attribute', {
    zh: `<${element.localName}> 的 ${name}="${value}"：服务没有这一项。服务有：${list || '（无）'}。`,
    en: `<${element.localName}>: ${name}="${value}" is not in the service, which has: ${there.slice(0, 12).join(', ') || '(none)'}.`,
  });
}

function setOf(info: WmtsInfo, layer: WmtsLayerInfo, { view, mapCrs, element }: Choice): WmtsSet {
  const linked = info.sets.filter(({ name, matrices }) => layer.sets.includes(name) && matrices.length > 0);
  if (view.matrixSet) {
    const named = linked.find(({ name }) => name === view.matrixSet);
    if (!named) throw unusable(element, 'matrix-set', view.matrixSet, linked.map(({ name }) => name));
    return named;
  }
  const wished = [normalCode(mapCrs), ...LIKED];
  const best = wished.map((code) => linked.find(({ crs }) => normalCode(crs) === code)).find(Boolean) ?? linked[0];
  if (!best) throw unusable(element, 'layer', layer.name, info.layers.filter(({ sets }) => sets.length > 0).map(({ name }) => name));
  return best;
}

function insideOf({ bounds }: WmtsLayerInfo, projection: Projection): readonly [number, number] | undefined {
  if (!bounds) return undefined;
  const [x = NaN, y = NaN] = transform([(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2], 'EPSG:4326', projection);
  return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : undefined;
}

/** Layer, matrices and addresses by what the page asks and the service has. @throws YztError `bad-attribute` with what there is; `unknown-crs`. */
export function chosen(info: WmtsInfo, choice: Choice): Chosen {
  const { view, element, order } = choice;
  const layer = info.layers.find(({ name }) => name === view.layer);
  if (!layer) throw unusable(element, 'layer', view.layer, info.layers.map(({ name }) => name));
  const set = setOf(info, layer, choice);
  const projection = projectionOf(set.crs);
  const degrees = projection.getUnits() === 'degrees';
  const northFirst = !/^EPSG:/i.test(set.crs) && projection.getAxisOrientation().startsWith('ne');
  const hints = { degrees, northFirst, inside: insideOf(layer, projection), extent: projection.getExtent() ?? undefined, order };
  if (hasWrongScale(set.matrices, hints)) sayScale(set, element);
  const template = templateOf(info, layer, choice);
  return { layer, set, projection, grid: gridOf(projection.getCode(), set.matrices, hints), ...(template !== undefined && { template }) };
}

function templateOf(info: WmtsInfo, layer: WmtsLayerInfo, { view }: Choice): string | undefined {
  if (info.kvp && !isDocument(view.url)) return undefined;
  const found = layer.templates.find(({ format }) => format === view.format) ?? layer.templates[0];
  return found && atNamedOrigin(view.url, found.template, document.baseURI);
}

function sayScale({ name }: WmtsSet, element: Element): void {
  hint(
    'bad-attribute',
    {
      zh: `<${element.localName}>：矩阵集 ${name} 的比例尺分母按 96 dpi 写成，已换算为标准值（天地图的能力文档也是如此）。`,
      en: `<${element.localName}>: the scale denominators of the matrix set ${name} are those of 96 dpi, as in the capabilities of 天地图; they have been converted.`,
    },
    element,
  );
}

/** Names of matrices that a page asks for and a service does not have; undefined where there are none. */
export function wrongMatrices(info: WmtsInfo, { view, element }: Pick<Choice, 'view' | 'element'>, grid: MatrixGrid): YztError | undefined {
  const set = info.sets.find(({ name }) => name === view.matrixSet);
  if (!set) return unusable(element, 'matrix-set', view.matrixSet, info.sets.map(({ name }) => name));
  const there = set.matrices.map(({ id }) => id);
  const wrong = grid.levels.map(({ id }) => id).filter((id) => !there.includes(id));
  if (wrong.length === 0) return undefined;
  const range = (ids: readonly string[]): string => (ids.length > 2 ? `${ids[0]} … ${ids[ids.length - 1]}` : ids.join(', '));
  return new YztError('bad-attribute', {
    zh: `<${element.localName}>：服务的矩阵集 ${set.name} 里没有 TileMatrix ${range(wrong)}，有的是 ${range(there)}。请改 grid 的级别，或写 matrix-ids，例如 matrix-ids="${set.name}:{z}"。`,
    en: `<${element.localName}>: the matrix set ${set.name} has no TileMatrix ${range(wrong)}; it has ${range(there)}. Change the levels of grid, or write matrix-ids, such as matrix-ids="${set.name}:{z}".`,
  });
}
