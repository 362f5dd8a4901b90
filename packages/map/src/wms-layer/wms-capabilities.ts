/** What a Web Map Service says of itself, of either version. Pure. */
import { elementsOf, textOf, type XmlElement } from '@yizhangtu/data/request';
import type { Bounds } from '../shared/values.js';
import { timeList } from '../services/time-list.js';
import type { WmsVersion } from './wms-request.js';

/** A layer that can be asked for by name. What its parents say holds for it too. */
export interface WmsLayerInfo {
  readonly name: string;
  readonly title: string;
  /** Whether GetFeatureInfo can be asked of it. */
  readonly queryable: boolean;
  /** Codes of coordinate systems, as the service writes them. */
  readonly crs: readonly string[];
  readonly bounds?: Bounds;
  readonly times: readonly string[];
  /** Intervals of times that are not listed one by one. */
  readonly intervals: readonly string[];
  /** The time that is drawn where none is asked for. */
  readonly defaultTime?: string;
  readonly styles: readonly string[];
}

/** A service. */
export interface WmsInfo {
  readonly version: WmsVersion;
  readonly title: string;
  readonly formats: readonly string[];
  readonly infoFormats: readonly string[];
  readonly layers: readonly WmsLayerInfo[];
  /** Addresses at which the service says its requests are answered. Never followed to another host. */
  readonly addresses: readonly string[];
}

function own(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

function word(element: XmlElement, name: string): string {
  return own(element, name)[0]?.text.trim() ?? '';
}

function numberAt(element: XmlElement, name: string): number {
  return Number(element.attributes.get(name) ?? textOf(element, name) ?? NaN);
}

function boundsOf(layer: XmlElement): Bounds | undefined {
  const [now] = own(layer, 'EX_GeographicBoundingBox');
  const [old] = own(layer, 'LatLonBoundingBox');
  const names = now ? ['westBoundLongitude', 'southBoundLatitude', 'eastBoundLongitude', 'northBoundLatitude'] : ['minx', 'miny', 'maxx', 'maxy'];
  const box = now ?? old;
  const [west = NaN, south = NaN, east = NaN, north = NaN] = box ? names.map((name) => numberAt(box, name)) : [];
  return west <= east && south <= north ? [west, south, east, north] : undefined;
}

/** Times of a layer: `<Dimension name="time">` holds them in 1.3.0, `<Extent name="time">` in 1.1.1. */
function timesOf(layer: XmlElement): Pick<WmsLayerInfo, 'times' | 'intervals' | 'defaultTime'> | undefined {
  const all = [...own(layer, 'Extent'), ...own(layer, 'Dimension')];
  const time = all.find((one) => one.attributes.get('name')?.toLowerCase() === 'time' && one.text.trim() !== '');
  if (!time) return undefined;
  const { values, left } = timeList(time.text);
  const given = time.attributes.get('default')?.trim();
  return { times: values, intervals: left, ...(given && { defaultTime: given }) };
}

type Inherited = Pick<WmsLayerInfo, 'crs' | 'bounds' | 'times' | 'intervals' | 'defaultTime' | 'styles'>;

function collect(layer: XmlElement, inherited: Inherited, into: WmsLayerInfo[]): void {
  const codes = [...own(layer, 'CRS'), ...own(layer, 'SRS')].flatMap(({ text }) => text.trim().split(/\s+/)).filter(Boolean);
  const bounds = boundsOf(layer) ?? inherited.bounds;
  const { bounds: _above, ...rest } = inherited;
  const mine: Inherited = {
    ...rest,
    ...timesOf(layer),
    ...(bounds && { bounds }),
    crs: [...new Set([...inherited.crs, ...codes])],
    styles: [...inherited.styles, ...own(layer, 'Style').map((style) => word(style, 'Name'))],
  };
  const name = word(layer, 'Name');
  if (name !== '') into.push({ ...mine, name, title: word(layer, 'Title') || name, queryable: /^(?:1|true)$/.test(layer.attributes.get('queryable') ?? '') });
  for (const child of own(layer, 'Layer')) collect(child, mine, into);
}

function formatsOf(root: XmlElement, request: string): string[] {
  const [element] = elementsOf(root, request);
  return element ? own(element, 'Format').map(({ text }) => text.trim()) : [];
}

/** A service from its capabilities document; undefined where it is none of a Web Map Service. */
export function wmsInfo(root: XmlElement): WmsInfo | undefined {
  if (!/^(?:WMS|WMT_MS)_Capabilities$/.test(root.name)) return undefined;
  const layers: WmsLayerInfo[] = [];
  const [capability] = own(root, 'Capability');
  for (const layer of capability ? own(capability, 'Layer') : []) collect(layer, { crs: [], times: [], intervals: [], styles: [] }, layers);
  const [requests] = elementsOf(root, 'Request');
  const addresses = requests ? elementsOf(requests, 'OnlineResource').map(({ attributes }) => attributes.get('href') ?? '') : [];
  const [service] = own(root, 'Service');
  return {
    version: root.attributes.get('version')?.startsWith('1.3') ? '1.3.0' : '1.1.1',
    title: service ? word(service, 'Title') : '',
    formats: formatsOf(root, 'GetMap'),
    infoFormats: formatsOf(root, 'GetFeatureInfo'),
    layers,
    addresses: [...new Set(addresses.filter(Boolean))],
  };
}

/** Formats of an answer about a place, in the order they are wished for: data, then words, then pages. */
const WISHED = [/json/i, /^text\/plain/i, /(?:gml|xml)/i, /^text\/html/i];

/** The format to ask for; `application/json` where the service lists none that is known. */
export function infoFormatOf(formats: readonly string[]): string {
  for (const wish of WISHED) {
    const found = formats.find((format) => wish.test(format));
    if (found) return found;
  }
  return 'application/json';
}
