/** What a Web Map Tile Service says of itself (OGC 07-057r7). Pure. */
import { elementsOf, type XmlElement } from '@yizhangtu/data/request';
import { timeList } from '../services/time-list.js';
import type { Bounds } from '../shared/values.js';
import type { WrittenMatrix } from '../services/matrix-grid.js';

export interface WmtsLayerInfo {
  readonly name: string;
  readonly title: string;
  readonly bounds?: Bounds;
  readonly styles: readonly string[];
  readonly defaultStyle: string;
  readonly formats: readonly string[];
  /** Names of the sets of matrices that it has tiles for. */
  readonly sets: readonly string[];
  /** Addresses of tiles with `{TileMatrix}`, `{TileRow}`, `{TileCol}`; as the service writes them. */
  readonly templates: readonly { readonly format: string; readonly template: string }[];
  readonly times: readonly string[];
  readonly intervals: readonly string[];
  readonly defaultTime?: string;
  /** The service's own name of its time dimension. */
  readonly timeName?: string;
}

export interface WmtsSet {
  readonly name: string;
  /** As the service writes it. */
  readonly crs: string;
  readonly matrices: readonly WrittenMatrix[];
}

export interface WmtsInfo {
  readonly layers: readonly WmtsLayerInfo[];
  readonly sets: readonly WmtsSet[];
  /** Whether tiles can be asked for by parameters. */
  readonly kvp: boolean;
  /** Addresses at which the service says its tiles are. Never followed to another host. */
  readonly addresses: readonly string[];
}

function own(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

function word(element: XmlElement, name: string): string {
  return own(element, name)[0]?.text.trim() ?? '';
}

function pair(text: string): readonly [number, number] {
  const [a = NaN, b = NaN] = text.trim().split(/[\s,]+/).map(Number);
  return [a, b];
}

function boundsOf(layer: XmlElement): Bounds | undefined {
  const [box] = own(layer, 'WGS84BoundingBox');
  if (!box) return undefined;
  const [west, south] = pair(word(box, 'LowerCorner'));
  const [east, north] = pair(word(box, 'UpperCorner'));
  return west <= east && south <= north ? [west, south, east, north] : undefined;
}

function timesOf(layer: XmlElement): Pick<WmtsLayerInfo, 'times' | 'intervals' | 'defaultTime' | 'timeName'> {
  const time = own(layer, 'Dimension').find((one) => /^time$/i.test(word(one, 'Identifier')));
  if (!time) return { times: [], intervals: [] };
  const { values, left } = timeList(own(time, 'Value').map(({ text }) => text).join(','));
  const given = word(time, 'Default');
  return { times: values, intervals: left, timeName: word(time, 'Identifier'), ...(given && { defaultTime: given }) };
}

function layerOf(layer: XmlElement): WmtsLayerInfo {
  const styles = own(layer, 'Style');
  const chosen = styles.find((style) => style.attributes.get('isDefault') === 'true') ?? styles[0];
  const bounds = boundsOf(layer);
  return {
    ...timesOf(layer),
    ...(bounds && { bounds }),
    name: word(layer, 'Identifier'),
    title: word(layer, 'Title') || word(layer, 'Identifier'),
    styles: styles.map((style) => word(style, 'Identifier')),
    defaultStyle: chosen ? word(chosen, 'Identifier') : 'default',
    formats: own(layer, 'Format').map(({ text }) => text.trim()),
    sets: own(layer, 'TileMatrixSetLink').map((link) => word(link, 'TileMatrixSet')),
    templates: own(layer, 'ResourceURL')
      .filter(({ attributes }) => attributes.get('resourceType') === 'tile')
      .map(({ attributes }) => ({ format: attributes.get('format') ?? '', template: attributes.get('template') ?? '' })),
  };
}

function setOf(set: XmlElement): WmtsSet {
  const matrices = own(set, 'TileMatrix').map((matrix): WrittenMatrix => {
    const number = (name: string): number => Number(word(matrix, name));
    return {
      id: word(matrix, 'Identifier'),
      denominator: number('ScaleDenominator'),
      corner: pair(word(matrix, 'TopLeftCorner')),
      tileSize: [number('TileWidth'), number('TileHeight')],
      size: [number('MatrixWidth'), number('MatrixHeight')],
    };
  });
  return { name: word(set, 'Identifier'), crs: word(set, 'SupportedCRS'), matrices: matrices.filter(({ denominator, corner }) => denominator > 0 && corner.every(Number.isFinite)) };
}

/** A service from its capabilities document; undefined where it is none of a Web Map Tile Service. */
export function wmtsInfo(root: XmlElement): WmtsInfo | undefined {
  const [contents] = own(root, 'Contents');
  if (root.name !== 'Capabilities' || !contents) return undefined;
  const tiles = elementsOf(root, 'Operation').find(({ attributes }) => attributes.get('name') === 'GetTile');
  const gets = tiles ? elementsOf(tiles, 'Get') : [];
  const layers = own(contents, 'Layer').map(layerOf);
  const kvp = gets.some((get) => elementsOf(get, 'Value').some(({ text }) => text.trim() === 'KVP'));
  return {
    layers,
    sets: own(contents, 'TileMatrixSet').map(setOf),
    // A service that offers addresses and says nothing of parameters is asked by addresses.
    kvp: kvp || layers.every(({ templates }) => templates.length === 0),
    addresses: [...new Set([...gets.map(({ attributes }) => attributes.get('href') ?? ''), ...layers.flatMap(({ templates }) => templates.map(({ template }) => template))].filter(Boolean))],
  };
}
