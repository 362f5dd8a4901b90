/** Requests to a map service of ArcGIS (ArcGIS REST API: export, identify, legend, tile of a map service). Pure. */
import { below, paramsFrom, type Params } from '../services/service-address.js';

/** West, south, east, north in units of the coordinate system. */
type Extent = readonly [number, number, number, number];

/** What of a service is asked for. */
export interface ArcgisView {
  /** As the page named it. */
  readonly url: string;
  /** Numbers of the layers that are shown; empty for those that the service shows by itself. */
  readonly layers: readonly string[];
  /** Conditions by number of a layer, as JSON; empty for none. */
  readonly layerDefs: string;
  readonly format: string;
  readonly opaque: boolean;
  readonly time: string;
  /** Parameters of the service's own. */
  readonly params: string;
}

/** Pixels of the page in an inch, as ArcGIS counts them. */
const DPI = 96;
/** Width and height of the picture that identify is asked in; the place is its middle. */
const INFO_SIZE = 101;
/** Pixels around a click. */
const TOLERANCE = 5;

/** `EPSG:4549` as ArcGIS counts: the numbers are the same, but for Web Mercator, which old servers know as 102100 only. Empty for what has no number. */
export function wkidOf(code: string): string {
  const number = /^EPSG:(\d+)$/i.exec(code.trim())?.[1] ?? '';
  return number === '3857' || number === '900913' ? '102100' : number;
}

function written(value: number): string {
  return Math.abs(value) < 1e-9 ? '0' : String(Number(value.toPrecision(15)));
}

/** What the service says of itself. */
export function describeUrl({ url, params }: Pick<ArcgisView, 'url' | 'params'>): string {
  return below(url, '', { ...paramsFrom(params), f: 'json' });
}

/** All layers of the service with their fields. */
export function layersUrl({ url, params }: Pick<ArcgisView, 'url' | 'params'>): string {
  return below(url, '/layers', { ...paramsFrom(params), f: 'json' });
}

/** Legends of all layers. */
export function legendUrl({ url, params }: Pick<ArcgisView, 'url' | 'params'>): string {
  return below(url, '/legend', { ...paramsFrom(params), f: 'json' });
}

/** One tile of the cache. */
export function tileUrl({ url, params }: Pick<ArcgisView, 'url' | 'params'>, { level, row, column }: { readonly level: string; readonly row: number; readonly column: number }): string {
  return below(url, `/tile/${level}/${row}/${column}`, paramsFrom(params));
}

function common({ params, layerDefs, time }: ArcgisView): Params {
  const span = timeSpan(time);
  return { ...paramsFrom(params), ...(layerDefs && { layerDefs }), ...(span && { time: span }) };
}

/** A picture of a box, x first whatever the system. */
export function exportUrl(view: ArcgisView, code: string, extent: Extent, [width, height]: readonly [number, number], pixelRatio: number): string {
  const wkid = wkidOf(code);
  return below(view.url, '/export', {
    ...common(view),
    bbox: extent.map(written).join(','),
    bboxSR: wkid,
    imageSR: wkid,
    size: `${width},${height}`,
    dpi: Math.round(DPI * pixelRatio),
    format: view.format,
    transparent: view.opaque ? 'false' : 'true',
    ...(view.layers.length > 0 && { layers: `show:${view.layers.join(',')}` }),
    f: 'image',
  });
}

/** What is at a place. Names of fields are asked for; servers before 10.5 give names for people all the same. */
export function identifyUrl(view: ArcgisView, code: string, { place: [x, y], resolution }: { readonly place: readonly [number, number]; readonly resolution: number }): string {
  const reach = (resolution * INFO_SIZE) / 2;
  return below(view.url, '/identify', {
    ...common(view),
    geometry: `${written(x)},${written(y)}`,
    geometryType: 'esriGeometryPoint',
    sr: wkidOf(code),
    tolerance: TOLERANCE,
    mapExtent: [x - reach, y - reach, x + reach, y + reach].map(written).join(','),
    imageDisplay: `${INFO_SIZE},${INFO_SIZE},${DPI}`,
    layers: view.layers.length > 0 ? `visible:${view.layers.join(',')}` : 'visible',
    returnGeometry: 'false',
    returnFieldName: 'true',
    f: 'json',
  });
}

/** The instant after the last one of a time as it is written: of a day the next day, of a year the next year. */
function endOf(text: string): number {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return day > 0 ? Date.UTC(year, month - 1, day + 1) : month > 0 ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1);
}

/** First and last millisecond of a time: `2024-07`, `2024-07-01T06:00:00Z`, `2024-01/2024-06`; undefined for none. */
function span(text: string): readonly [number, number] | undefined {
  const first = Date.parse(text);
  if (Number.isNaN(first)) return undefined;
  return [first, /^\d{4}(?:-\d\d){0,2}$/.test(text) ? endOf(text) - 1 : first];
}

/** A time in milliseconds, as ArcGIS wants it. Milliseconds that a page wrote stay. */
export function timeSpan(time: string): string {
  const text = time.trim();
  if (text === '' || /^[\d,\s]+$/.test(text) && text.length > 8) return text;
  const [from, to] = text.split('/').map((part) => span(part.trim()));
  const end = to ?? from;
  if (!from || !end) return '';
  return from[0] === end[1] ? String(from[0]) : `${from[0]},${end[1]}`;
}
