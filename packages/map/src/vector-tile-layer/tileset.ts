/** Documents that describe vector tiles: TileJSON, and the tilesets of OGC API – Tiles (OGC 20-057). Pure. */
import { gridOf, type Matrix, type MatrixGrid, type WrittenMatrix } from '../services/matrix-grid.js';
import { sizedGrid, wordsGrid, type TileSet } from '../vector-tiles/tile-set.js';
import type { Bounds } from '../shared/values.js';
import { statsOf } from '../vector-tiles/tile-stats.js';

type Json = Readonly<Record<string, unknown>>;

/** What a document turned out to be. */
export type TileDocument =
  | { readonly kind: 'tile-json'; readonly json: Json }
  /** One tileset of OGC API – Tiles. */
  | { readonly kind: 'tileset'; readonly json: Json }
  /** A list of tilesets. */
  | { readonly kind: 'tilesets'; readonly list: readonly TilesetItem[] }
  /** A page that leads to others: a landing page, a collection. */
  | { readonly kind: 'links'; readonly links: readonly Link[] };

/** A link of a document. */
export interface Link {
  readonly rel: string;
  readonly href: string;
  readonly type: string;
}

/** One tileset in a list. */
export interface TilesetItem {
  readonly matrixSet: string;
  readonly crs: string;
  readonly dataType: string;
  readonly href: string;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Links of a document. */
export function linksOf(json: Json): Link[] {
  return listOf(json['links']).map(({ rel, href, type }) => ({ rel: textOf(rel), href: textOf(href), type: textOf(type) })).filter(({ href }) => href !== '');
}

/** A coordinate system as OGC API writes it: an address, or an object with one. */
function crsWords(value: unknown): string {
  return isObject(value) ? textOf(value['uri']) : textOf(value);
}

/** The last word of an address: `…/WebMercatorQuad`. */
function lastWord(address: string): string {
  return address.replace(/[/?#]+$/, '').replace(/^.*[/#]/, '');
}

function itemOf(json: Json): TilesetItem {
  const self = linksOf(json).find(({ rel, type }) => rel === 'self' && !/html/.test(type)) ?? linksOf(json).find(({ rel }) => /item$|tileset/.test(rel));
  return {
    matrixSet: textOf(json['tileMatrixSetId']) || lastWord(textOf(json['tileMatrixSetURI'])),
    crs: crsWords(json['crs']),
    dataType: textOf(json['dataType']),
    href: self?.href ?? '',
  };
}

/** What a document is; undefined for none of these. */
export function tileDocument(json: unknown): TileDocument | undefined {
  if (!isObject(json)) return undefined;
  if (Array.isArray(json['tiles'])) return { kind: 'tile-json', json };
  if (Array.isArray(json['tilesets'])) return { kind: 'tilesets', list: listOf(json['tilesets']).map(itemOf) };
  const links = linksOf(json);
  if (links.some(({ rel, href }) => rel === 'item' && /\{tileCol\}/i.test(href))) return { kind: 'tileset', json };
  return links.length > 0 ? { kind: 'links', links } : undefined;
}

/** The link that leads on from a landing page or a collection towards vector tiles. */
export function onwardLink(links: readonly Link[]): Link | undefined {
  return ['tilesets-vector', 'tilesets-map', 'tilesets'].map((word) => links.find(({ rel, type }) => rel.endsWith(word) && !/html/.test(type))).find(Boolean);
}

/** The tileset that suits a page best: the one it names, then the map's coordinate system, then the grid everybody has. */
export function bestTileset(list: readonly TilesetItem[], wished: { readonly matrixSet: string; readonly mapCrs: string; readonly codeOf: (crs: string) => string }): TilesetItem | undefined {
  const usable = list.filter(({ href, dataType }) => href !== '' && (dataType === '' || dataType === 'vector'));
  if (wished.matrixSet) return usable.find(({ matrixSet }) => matrixSet === wished.matrixSet);
  return usable.find(({ crs }) => wished.codeOf(crs) === wished.mapCrs) ?? usable.find(({ matrixSet }) => matrixSet === 'WebMercatorQuad') ?? usable[0];
}

function boundsOf(value: unknown): Bounds | undefined {
  const numbers = Array.isArray(value) && value.length === 4 ? value.map(Number) : [];
  const [west = NaN, south = NaN, east = NaN, north = NaN] = numbers;
  return west <= east && south <= north ? [west, south, east, north] : undefined;
}

/** What TileJSON says besides addresses. `size` is the width of a tile in pixels of the map. */
export function tileJsonSet(json: Json, size: number): Omit<TileSet, 'urlOf' | 'kind'> & { readonly templates: readonly string[] } {
  const flipped = textOf(json['scheme']).toLowerCase() === 'tms';
  const templates = (Array.isArray(json['tiles']) ? json['tiles'] : []).map(textOf).filter(Boolean).map((one) => (flipped ? one.replace('{y}', '{-y}') : one));
  const [min, max] = [numberOf(json['minzoom']) ?? 0, numberOf(json['maxzoom']) ?? 22];
  // 天地图 and others add the grid of their degrees in a word of their own.
  const crs = textOf(json['crs']) || 'EPSG:3857';
  const layers = listOf(json['vector_layers']).map(({ id }) => textOf(id)).filter(Boolean);
  return {
    templates,
    grid: wordsGrid(`${crs} ${min}-${Math.max(min, max)}`, size) ?? (wordsGrid('EPSG:3857 0-22', size) as MatrixGrid),
    bounds: boundsOf(json['bounds']),
    attribution: textOf(json['attribution']),
    values: statsOf(json),
    ...(layers.length > 0 && { layers }),
  };
}

/** Grids whose definition need not be fetched. */
const KNOWN: Readonly<Record<string, string>> = { WebMercatorQuad: 'EPSG:3857 0-24', GoogleMapsCompatible: 'EPSG:3857 0-24' };

/** What a tileset says of its tiles. */
export function tilesetWords(json: Json): { readonly matrixSet: string; readonly crs: string; readonly template: string; readonly scheme: string; readonly layers: readonly string[]; readonly bounds: Bounds | undefined; readonly attribution: string; readonly limits: readonly string[] } {
  const links = linksOf(json);
  const items = links.filter(({ rel, href }) => rel === 'item' && /\{tileCol\}/i.test(href));
  const template = (items.find(({ type }) => /mapbox-vector-tile|mvt|protobuf/.test(type)) ?? items[0])?.href ?? '';
  const { lowerLeft, upperRight } = isObject(json['boundingBox']) ? json['boundingBox'] : ({} as Json);
  const { matrixSet, crs } = itemOf(json);
  return {
    matrixSet,
    crs,
    template,
    scheme: links.find(({ rel }) => rel.endsWith('tiling-scheme'))?.href ?? textOf(json['tileMatrixSetURI']),
    layers: listOf(json['layers']).map(({ id }) => textOf(id)).filter(Boolean),
    bounds: Array.isArray(lowerLeft) && Array.isArray(upperRight) ? boundsOf([...(lowerLeft as unknown[]), ...(upperRight as unknown[])]) : undefined,
    attribution: textOf(json['attribution']),
    limits: listOf(json['tileMatrixSetLimits']).map(({ tileMatrix }) => textOf(tileMatrix)).filter(Boolean),
  };
}

/** A grid that everybody knows by its name. @param size Width of a tile in pixels of the map. */
export function namedGrid(matrixSet: string, size: number): MatrixGrid | undefined {
  const words = KNOWN[matrixSet];
  return words === undefined ? undefined : wordsGrid(words, size);
}

/** A grid as a document about it has it (OGC 17-083r4, annex of JSON). */
export function schemeGrid(json: unknown, hints: { readonly codeOf: (crs: string) => string; readonly degrees: (code: string) => boolean; readonly northFirst: (code: string) => boolean; readonly size: number }): MatrixGrid | undefined {
  if (!isObject(json)) return undefined;
  const code = hints.codeOf(crsWords(json['crs']) || crsWords(json['supportedCRS']));
  const written = listOf(json['tileMatrices'] ?? json['tileMatrix']).flatMap((one): WrittenMatrix[] => {
    const corner = (one['pointOfOrigin'] ?? one['topLeftCorner']) as unknown;
    const [denominator, wide, high] = [one['scaleDenominator'], one['tileWidth'], one['tileHeight']].map(numberOf);
    const [a, b] = (Array.isArray(corner) ? corner : []).map(Number);
    if (denominator === undefined || a === undefined || b === undefined) return [];
    return [{ id: textOf(one['id'] ?? one['identifier']), denominator, corner: [a, b], tileSize: [wide ?? 256, high ?? 256], size: [numberOf(one['matrixWidth']) ?? 1, numberOf(one['matrixHeight']) ?? 1] }];
  });
  return code && written.length > 0 ? sizedGrid(gridOf(code, written, { degrees: hints.degrees(code), northFirst: hints.northFirst(code) }), hints.size) : undefined;
}

/** The levels for which a tileset says that there are tiles. */
export function limitedGrid(grid: MatrixGrid, limits: readonly string[]): MatrixGrid {
  const levels = limits.length > 0 ? grid.levels.filter(({ id }: Matrix) => limits.includes(id)) : grid.levels;
  return levels.length > 0 ? { ...grid, levels } : grid;
}
