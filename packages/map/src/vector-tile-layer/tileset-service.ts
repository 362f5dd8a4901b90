/** Finds the tiles behind the address of a document. A chunk of its own. */
import { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import { ask, jsonOf, withoutSecrets } from '@yizhangtu/data/request';
import { normalCode, projectionOf } from '../crs/index.js';
import { atNamedOrigin, elsewhere } from '../services/service-address.js';
import { tileAddress, type TileSet } from '../vector-tiles/tile-set.js';
import { bestTileset, limitedGrid, namedGrid, onwardLink, schemeGrid, tileDocument, tileJsonSet, tilesetWords, type TilesetItem } from './tileset.js';

/** Who asks. */
export interface TilesetAsk {
  readonly element: Element;
  readonly url: string;
  readonly timeLimit: number;
  /** Name of the tileset's grid, where the page says. */
  readonly matrixSet: string;
  readonly mapCrs: string;
  /** Width of a tile in pixels of the map. */
  readonly size: number;
}

/** Documents on the way from a landing page to a tileset. */
const MOST_STEPS = 4;

/** The tiles behind an address. @throws YztError with the cause; `not-json`, `bad-attribute` for what describes no vector tiles. */
export async function describedTiles(asked: TilesetAsk): Promise<TileSet> {
  let { url } = asked;
  for (let step = 0; step < MOST_STEPS; step++) {
    const json = await jsonAt(url, asked);
    const found = tileDocument(json);
    if (!found) throw noTiles(asked);
    if (found.kind === 'tile-json') return fromTileJson(found.json, url, asked);
    if (found.kind === 'tileset') return await fromTileset(found.json, url, asked);
    url = own(found.kind === 'tilesets' ? chosenFrom(found.list, asked) : (onwardLink(found.links)?.href ?? ''), url, asked);
  }
  throw noTiles(asked);
}

async function jsonAt(url: string, { element, timeLimit }: TilesetAsk): Promise<unknown> {
  return jsonOf(await ask({ url, subject: element, expects: 'json', timeLimit, headers: { Accept: 'application/json' } }));
}

function noTiles({ element, url }: TilesetAsk): YztError {
  const shown = withoutSecrets(url);
  return new YztError('bad-attribute', {
    zh: `<${element.localName}> 的 url="${shown}"：返回的文档没有说明矢量瓦片。请写瓦片地址的模板（/tiles/{z}/{x}/{y}.mvt）、TileJSON，或 OGC API Tiles 的地址（…/tiles）。`,
    en: `<${element.localName}>: url="${shown}": the document describes no vector tiles. Write the template of the tiles (/tiles/{z}/{x}/{y}.mvt), a TileJSON, or an address of OGC API Tiles (…/tiles).`,
  });
}

/** An address of a document at the host that the page named; services behind a gateway call themselves by inner names. */
function own(found: string, at: string, asked: TilesetAsk): string {
  if (found === '') throw noTiles(asked);
  const full = new URL(found, new URL(at, document.baseURI)).href.replace(/%7B/gi, '{').replace(/%7D/gi, '}');
  const other = elsewhere(asked.url, full, document.baseURI);
  if (other !== undefined) {
    const { localName } = asked.element;
    hint(
      'bad-attribute',
      {
        zh: `<${localName}>：描述瓦片的文档指向 ${other}，页面写的是 ${withoutSecrets(asked.url)}；仍按页面的主机请求，不访问其他主机。若服务在网关之后，无需处理。`,
        en: `<${localName}>: the document about the tiles points to ${other}, the page names ${withoutSecrets(asked.url)}; requests go to the page's host and to no other. Behind a gateway nothing needs to be done.`,
      },
      asked.element,
    );
  }
  return atNamedOrigin(asked.url, full, document.baseURI) ?? full;
}

function fromTileJson(json: Readonly<Record<string, unknown>>, url: string, asked: TilesetAsk): TileSet {
  const { templates, ...set } = tileJsonSet(json, asked.size);
  const addresses = templates.map((template) => own(template, url, asked));
  const [first] = addresses;
  if (first === undefined) throw noTiles(asked);
  return { ...set, kind: 'vector', urlOf: (matrix, row, column) => tileAddress(addresses[(row + column) % addresses.length] ?? first, matrix, row, column) };
}

/** The tiles that a source of a style names. @param asked Its `url` is that of the style. @throws as `describedTiles`. */
export async function sourceTiles(source: Readonly<Record<string, unknown>> | undefined, asked: TilesetAsk): Promise<TileSet> {
  if (source && Array.isArray(source['tiles'])) return fromTileJson(source, asked.url, asked);
  if (source && typeof source['url'] === 'string' && /^(?:https?:|[./]|\w[^:]*$)/.test(source['url'])) return describedTiles({ ...asked, url: own(source['url'], asked.url, asked) });
  throw noTiles(asked);
}

function chosenFrom(list: readonly TilesetItem[], asked: TilesetAsk): string {
  const { matrixSet, mapCrs, element } = asked;
  const best = bestTileset(list, { matrixSet, mapCrs, codeOf });
  if (best) return best.href;
  const there = list.map((one) => one.matrixSet).filter(Boolean).slice(0, 12);
  throw new YztError('bad-attribute', {
    zh: `<${element.localName}> 的 matrix-set="${matrixSet}"：服务没有这一瓦片集的矢量瓦片。服务有：${there.join('、') || '（无）'}。`,
    en: `<${element.localName}>: matrix-set="${matrixSet}": the service has no vector tiles of that set, only: ${there.join(', ') || '(none)'}.`,
  });
}

function codeOf(crs: string): string {
  return /CRS84$/i.test(crs) ? 'EPSG:4326' : normalCode(crs);
}

async function fromTileset(json: Readonly<Record<string, unknown>>, url: string, asked: TilesetAsk): Promise<TileSet> {
  const words = tilesetWords(json);
  const template = own(words.template, url, asked);
  const grid = namedGrid(words.matrixSet, asked.size) ?? (words.scheme ? schemeGrid(await jsonAt(own(words.scheme, url, asked), asked), hintsFor(asked.size, words.crs)) : undefined);
  if (!grid) throw noTiles(asked);
  return {
    kind: 'vector',
    grid: limitedGrid(grid, words.limits),
    urlOf: (matrix, row, column) => tileAddress(template, matrix, row, column),
    bounds: words.bounds,
    attribution: words.attribution,
    ...(words.layers.length > 0 && { layers: words.layers }),
  };
}

function hintsFor(size: number, crs: string): Parameters<typeof schemeGrid>[1] {
  return {
    size,
    codeOf: (given) => codeOf(given || crs),
    degrees: (code) => projectionOf(code).getUnits() === 'degrees',
    // Corners are in the order of the system's axes; that of CRS84 is longitude first, and cannot be told from 4326 by its code.
    northFirst: (code) => projectionOf(code).getAxisOrientation().startsWith('ne'),
  };
}
