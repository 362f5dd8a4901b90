/** Addresses of tiles of a Web Map Tile Service: parameters, or a template. Pure. */
import { paramsFrom, serviceAddress, withParams } from '../services/service-address.js';

/** What of a service is asked for. */
export interface WmtsView {
  readonly url: string;
  readonly layer: string;
  readonly style: string;
  readonly matrixSet: string;
  readonly format: string;
  /** Name of the dimension, and time as the service writes it. */
  readonly time?: readonly [name: string, value: string] | undefined;
  readonly params: string;
}

export interface TileName {
  readonly matrix: string;
  readonly row: number;
  readonly column: number;
}

/** Whether an address is a template of tiles, not that of a service. */
export function isTemplate(url: string): boolean {
  return /\{TileMatrix\}/i.test(url);
}

/** Whether an address is that of a document, not that of a service which is asked by parameters. */
export function isDocument(url: string): boolean {
  return /\.xml$/i.test(url.replace(/[?#].*$/s, ''));
}

/** GetCapabilities; a document is asked for as it is. */
export function capabilitiesUrl({ url, params }: Pick<WmtsView, 'url' | 'params'>): string {
  const words = paramsFrom(params);
  if (isDocument(url)) return Object.keys(words).length > 0 ? withParams(url, words) : url;
  return withParams(serviceAddress(url), { ...words, SERVICE: 'WMTS', VERSION: '1.0.0', REQUEST: 'GetCapabilities' });
}

function filled(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([^}]+)\}/g, (whole, name: string) => {
    const value = values[name.toLowerCase()];
    return value === undefined ? whole : encodeURIComponent(value).replace(/%3A/g, ':');
  });
}

/** The address of one tile. A template of the page's own wins over parameters. */
export function tileUrl(view: WmtsView, { matrix, row, column }: TileName, template = isTemplate(view.url) ? view.url : undefined): string {
  const { layer, style, matrixSet, format, time } = view;
  const own = paramsFrom(view.params);
  if (template !== undefined) {
    const values = { layer, style, tilematrixset: matrixSet, tilematrix: matrix, tilerow: row, tilecol: column, ...(time && { [time[0].toLowerCase()]: time[1], time: time[1] }) };
    const address = filled(template, values);
    return Object.keys(own).length > 0 ? withParams(address, own) : address;
  }
  return withParams(serviceAddress(view.url), {
    ...own,
    SERVICE: 'WMTS',
    REQUEST: 'GetTile',
    VERSION: '1.0.0',
    LAYER: layer,
    STYLE: style,
    TILEMATRIXSET: matrixSet,
    FORMAT: format,
    TILEMATRIX: matrix,
    TILEROW: row,
    TILECOL: column,
    ...(time && { [time[0].toUpperCase()]: time[1] }),
  });
}
