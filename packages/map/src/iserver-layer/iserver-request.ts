/** Requests to a map of SuperMap iServer (iServer REST API: map, image, tileImage, layers, queryResults). Pure. */
import { METRES_PER_DEGREE } from '../services/matrix-grid.js';
import { below, paramsFrom, type Params } from '../services/service-address.js';

/** West, south, east, north in units of the coordinate system. */
type Extent = readonly [number, number, number, number];

/** What of a map is asked for. */
export interface IserverView {
  /** As the page named it: `…/rest/maps/NAME`. */
  readonly url: string;
  /** Which layers are drawn, in the words of the service: `[0:1,2]`, or the id of a temporary layer set; empty for all. */
  readonly layersId: string;
  readonly format: string;
  readonly opaque: boolean;
  /** Parameters of the service's own. */
  readonly params: string;
}

/** Metres of an inch. */
const INCH = 0.0254;

function written(value: number): number {
  return Math.abs(value) < 1e-9 ? 0 : Number(value.toPrecision(15));
}

/** The map, whatever form of its description the page named. */
function mapUrl(url: string): string {
  return url.replace(/\.r?json(?=\?|#|$)/, '');
}

/** What the map says of itself. */
export function describeUrl({ url, params }: Pick<IserverView, 'url' | 'params'>): string {
  return below(mapUrl(url), '.json', paramsFrom(params));
}

/** The layers of the map. */
export function layersUrl({ url, params }: Pick<IserverView, 'url' | 'params'>): string {
  return below(mapUrl(url), '/layers.json', paramsFrom(params));
}

/** Where a question about a place is posted. */
export function queryUrl({ url, params }: Pick<IserverView, 'url' | 'params'>): string {
  return below(mapUrl(url), '/queryResults.json', { ...paramsFrom(params), returnContent: 'true' });
}

function picture({ layersId, opaque, params }: IserverView): Params {
  return { ...paramsFrom(params), redirect: 'false', transparent: opaque ? 'false' : 'true', ...(layersId && { layersID: layersId }) };
}

/** The system of a picture by its number; nothing where it has none and the map's own is meant. */
function systemOf(code: string): Params {
  const epsg = /^EPSG:(\d+)$/i.exec(code)?.[1];
  return epsg === undefined ? {} : { prjCoordSys: `{"epsgCode":${epsg === '900913' ? '3857' : epsg}}` };
}

/** A picture of a box. x first, whatever the system. */
export function imageUrl(view: IserverView, code: string, [west, south, east, north]: Extent, [width, height]: readonly [number, number]): string {
  const viewBounds = JSON.stringify({ leftBottom: { x: written(west), y: written(south) }, rightTop: { x: written(east), y: written(north) } });
  return below(mapUrl(view.url), `/image.${view.format}`, { ...picture(view), ...systemOf(code), viewBounds, width, height });
}

/** Scale of a resolution, as a fraction: iServer counts by the pixels of an inch that the map names. */
export function scaleOf(resolution: number, degrees: boolean, dpi: number): number {
  return INCH / (resolution * dpi * (degrees ? METRES_PER_DEGREE : 1));
}

/** Resolution of a scale. */
export function resolutionOfScale(scale: number, degrees: boolean, dpi: number): number {
  return INCH / (scale * dpi * (degrees ? METRES_PER_DEGREE : 1));
}

/** A tile: column and row from a corner, at a scale. Its cache answers where there is one of that corner and scale. */
export function tileUrl(view: IserverView, { scale, origin: [x, y], column, row, size: [width, height] }: { readonly scale: number; readonly origin: readonly [number, number]; readonly column: number; readonly row: number; readonly size: readonly [number, number] }): string {
  return below(mapUrl(view.url), `/tileImage.${view.format}`, { ...picture(view), cacheEnabled: 'true', origin: JSON.stringify({ x: written(x), y: written(y) }), scale, x: column, y: row, width, height });
}

/** A question about what lies around a place, of datasets by name (`Countries@World`). @param distance In units of the map. */
export function distanceQuery([x, y]: readonly [number, number], distance: number, names: readonly string[], count: number): string {
  return JSON.stringify({
    queryMode: 'DistanceQuery',
    queryParameters: { startRecord: 0, expectCount: count, networkType: 'LINE', queryOption: 'ATTRIBUTE', queryParams: names.map((name) => ({ name, attributeFilter: '' })) },
    geometry: { type: 'POINT', parts: [1], points: [{ x, y }] },
    distance,
  });
}
