/** Requests to a Web Map Service: OGC 01-068r3 (1.1.1) and 06-042 (1.3.0). Pure. */
import { paramsFrom, serviceAddress, withParams, type Params } from '../services/service-address.js';

export type WmsVersion = '1.1.1' | '1.3.0';

/** `auto` follows the version and the coordinate system; the others are for services that do not. */
export type AxisOrder = 'auto' | 'xy' | 'yx';

/** West, south, east, north in units of the coordinate system. */
export type Extent = readonly [number, number, number, number];

/** A coordinate system as a service is told of it. */
export interface RequestCrs {
  readonly code: string;
  /** The registry lists north, or latitude, first. */
  readonly northFirst: boolean;
}

/** What of a service is asked for. */
export interface WmsView {
  /** As the page named it. */
  readonly url: string;
  readonly version: WmsVersion;
  /** Names, parted by commas. */
  readonly layers: string;
  readonly styles: string;
  /** Media type. */
  readonly format: string;
  readonly opaque: boolean;
  readonly axisOrder: AxisOrder;
  readonly time?: string | undefined;
  readonly cqlFilter?: string | undefined;
  /** Parameters of the service's own: `env=size:3&map=a`. */
  readonly params: string;
}

/** Words of formats that are written without their family. */
export function formatOf(word: string): string {
  const name = word.trim();
  if (name.includes('/')) return name;
  return name === 'jpg' ? 'image/jpeg' : `image/${name || 'png'}`;
}

/** Degrees are short, metres long: fifteen digits hold both to less than a thousandth of a millimetre. */
function written(value: number): string {
  return Math.abs(value) < 1e-9 ? '0' : String(Number(value.toPrecision(15)));
}

/**
 * BBOX. WMS 1.1.1 always has x first. WMS 1.3.0 has the order of the registry: latitude first in EPSG:4326 and EPSG:4490, north first in the
 * CGCS2000 zones.
 */
export function bboxOf([west, south, east, north]: Extent, { version, axisOrder }: Pick<WmsView, 'version' | 'axisOrder'>, { northFirst }: RequestCrs): string {
  const flipped = axisOrder === 'auto' ? version === '1.3.0' && northFirst : axisOrder === 'yx';
  return (flipped ? [south, west, north, east] : [west, south, east, north]).map(written).join(',');
}

function common({ version, time, cqlFilter, params }: WmsView, request: string): Params {
  return {
    ...paramsFrom(params),
    SERVICE: 'WMS',
    VERSION: version,
    REQUEST: request,
    ...(time && { TIME: time }),
    ...(cqlFilter && { CQL_FILTER: cqlFilter }),
  };
}

function picture(view: WmsView, crs: RequestCrs, extent: Extent, [width, height]: readonly [number, number]): Params {
  return {
    LAYERS: view.layers,
    STYLES: view.styles,
    FORMAT: view.format,
    TRANSPARENT: view.opaque ? 'FALSE' : 'TRUE',
    [view.version === '1.3.0' ? 'CRS' : 'SRS']: crs.code,
    WIDTH: width,
    HEIGHT: height,
    BBOX: bboxOf(extent, view, crs),
  };
}

/** GetMap. @param extra Parameters that only this picture has. */
export function mapUrl(view: WmsView, crs: RequestCrs, extent: Extent, size: readonly [number, number], extra: Params = {}): string {
  return withParams(serviceAddress(view.url), { ...common(view, 'GetMap'), ...picture(view, crs, extent, size), ...extra });
}

/** Width and height of the picture that GetFeatureInfo is asked in; the place is its middle pixel. */
const INFO_SIZE = 101;

export interface InfoRequest {
  readonly place: readonly [number, number];
  /** Units of the coordinate system per pixel. */
  readonly resolution: number;
  /** Layers that can be asked, parted by commas. */
  readonly layers: string;
  readonly format: string;
  /** Features of each layer at most. */
  readonly count: number;
}

/** GetFeatureInfo of one place. */
export function infoUrl(view: WmsView, crs: RequestCrs, { place: [x, y], resolution, layers, format, count }: InfoRequest): string {
  const reach = (resolution * INFO_SIZE) / 2;
  const middle = (INFO_SIZE - 1) / 2;
  return withParams(serviceAddress(view.url), {
    ...common(view, 'GetFeatureInfo'),
    ...picture(view, crs, [x - reach, y - reach, x + reach, y + reach], [INFO_SIZE, INFO_SIZE]),
    QUERY_LAYERS: layers,
    INFO_FORMAT: format,
    FEATURE_COUNT: count,
    [view.version === '1.3.0' ? 'I' : 'X']: middle,
    [view.version === '1.3.0' ? 'J' : 'Y']: middle,
  });
}

/** GetLegendGraphic of one layer (OGC 05-078r4). */
export function legendUrl(view: WmsView, layer: string, style: string): string {
  return withParams(serviceAddress(view.url), { ...common(view, 'GetLegendGraphic'), LAYER: layer, STYLE: style, FORMAT: 'image/png', SLD_VERSION: '1.1.0' });
}

/** GetCapabilities. */
export function capabilitiesUrl({ url, params, version }: Pick<WmsView, 'url' | 'params' | 'version'>): string {
  return withParams(serviceAddress(url), { ...paramsFrom(params), SERVICE: 'WMS', VERSION: version, REQUEST: 'GetCapabilities' });
}

/** What asks a server to draw symbols and words larger, in step with a fine screen. */
export function dpiParams(server: string, pixelRatio: number): Params {
  if (pixelRatio === 1) return {};
  const dpi = Math.round(90 * pixelRatio);
  if (server === 'geoserver') return { FORMAT_OPTIONS: `dpi:${dpi}` };
  if (server === 'mapserver') return { MAP_RESOLUTION: dpi };
  return server === 'qgis' ? { DPI: dpi } : {};
}
