/** OpenLayers layers of vector tiles, and how their bytes become features. A chunk of its own. */
import type { FeatureLike } from 'ol/Feature.js';
import MVT from 'ol/format/MVT.js';
import VectorTileLayer from 'ol/layer/VectorTile.js';
import type { Projection } from 'ol/proj.js';
import type RenderFeature from 'ol/render/Feature.js';
import VectorTileSource from 'ol/source/VectorTile.js';
import type Tile from 'ol/Tile.js';
import TileGrid from 'ol/tilegrid/TileGrid.js';
import type VectorTile from 'ol/VectorTile.js';
import { requestError } from '@yizhangtu/data/request';
import type { Matrix, MatrixGrid } from '../services/matrix-grid.js';
import type { Renewable } from '../services/picture-sources.js';
import { tileCheck } from './tile-check.js';

/** Under this name a feature says which layer of its tile it is from. */
export const LAYER_FIELD = 'mvt:layer';

/** What a tile came as. */
export interface TileBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Address, for the sentence about what is wrong with it. */
  readonly url: string;
}

/** What the tiles are and where they come from. */
export interface VectorTilesOptions {
  readonly grid: MatrixGrid;
  readonly projection: Projection;
  readonly urlOf: (matrix: Matrix, row: number, column: number) => string;
  readonly load: (tile: Tile, src: string) => void;
  /** Milliseconds that a tile takes to appear. */
  readonly transition: number;
  /** Metres of a unit of the projection that the map draws in. */
  readonly viewMetres: number;
}

/** Levels as OpenLayers has them. */
export function olGrid({ levels }: MatrixGrid): TileGrid {
  const sizes = levels.flatMap(({ size }) => (size ? [[...size]] : []));
  return new TileGrid({
    resolutions: levels.map(({ resolution }) => resolution),
    origins: levels.map(({ origin }) => [...origin]),
    tileSizes: levels.map(({ tileSize }) => [...tileSize]),
    ...(sizes.length === levels.length && { sizes }),
  });
}

class VectorSource extends VectorTileSource<RenderFeature> implements Renewable {
  readonly #options: VectorTilesOptions;
  #turn = 0;

  constructor(options: VectorTilesOptions) {
    const { grid, projection, load, transition } = options;
    super({ projection, transition, wrapX: projection.isGlobal(), tileGrid: olGrid(grid), tileLoadFunction: load, format: new MVT() });
    this.#options = options;
    this.setTileUrlFunction(this.#urlOf);
  }

  /** Another address for each tile: those that failed would be kept under their old one. */
  renew(key: string): void {
    this.#turn++;
    this.setTileUrlFunction(this.#urlOf, key);
  }

  readonly #urlOf = ([level = 0, column = 0, row = 0]: number[]): string | undefined => {
    const { grid, urlOf } = this.#options;
    const matrix = grid.levels[level];
    return matrix && `${urlOf(matrix, row, column)}${this.#turn > 0 ? `#${this.#turn}` : ''}`;
  };
}

/** Doublings above the first level at which tiles are still asked for. Far above it would be thousands. */
const ABOVE = 4;

/** The coarsest resolution of the map at which the tiles of a grid are drawn; undefined where they begin with the whole world. */
export function coarsestOf({ levels: [first] }: MatrixGrid, projection: Projection, viewMetres: number): number | undefined {
  return first && Number(first.id) > 1 ? (ABOVE * first.resolution * (projection.getMetersPerUnit() ?? 1)) / viewMetres : undefined;
}

/** A layer of vector tiles. Beyond the last level tiles are enlarged. */
export function vectorLayer(options: VectorTilesOptions): VectorTileLayer<VectorSource, RenderFeature> {
  const coarsest = coarsestOf(options.grid, options.projection, options.viewMetres);
  return new VectorTileLayer<VectorSource, RenderFeature>({ source: new VectorSource(options), declutter: true, renderBuffer: 64, ...(coarsest !== undefined && { maxResolution: coarsest }) });
}

/** Reads tiles. */
export class TileReader {
  readonly #format: MVT<RenderFeature>;
  readonly #subject: Element;

  /** @param layers Layers of the tiles that are read; all if empty. */
  constructor(subject: Element, layers: readonly string[]) {
    this.#subject = subject;
    this.#format = new MVT<RenderFeature>({ layerName: LAYER_FIELD, ...(layers.length > 0 && { layers: [...layers] }) });
  }

  /** Puts the features of a tile into it. Returns what layers it has. @throws YztError `not-a-tile` for what is none. */
  use(tile: VectorTile<RenderFeature>, { bytes, url }: TileBytes): { readonly layers: readonly string[]; readonly features: readonly FeatureLike[] } {
    const found = tileCheck(bytes);
    if ('fault' in found) throw requestError('not-a-tile', { subject: this.#subject, url }, FAULTS[found.fault]);
    let features: RenderFeature[];
    try {
      // The reader takes any bytes; its type names one kind.
      features = this.#format.readFeatures(bytes as unknown as ArrayBuffer, { extent: tile.extent ?? [], ...(tile.projection && { featureProjection: tile.projection }) });
    } catch (cause) {
      throw requestError('not-a-tile', { subject: this.#subject, url }, FAULTS.protobuf, cause);
    }
    tile.setFeatures(features);
    return { layers: found.layers, features };
  }
}

const FAULTS = {
  protobuf: { zh: '返回的不是矢量瓦片（MVT），或在传输中被截断。请检查地址和服务的输出格式', en: 'is no vector tile (MVT), or was cut off on its way. Check the address and the format of the service' },
  geometry: { zh: '是矢量瓦片，但其中的图形数据有误（个数与内容不符），未绘制。请重新生成瓦片', en: 'is a vector tile whose geometry is damaged (counts do not fit), and is not drawn. Make the tiles again' },
  gzip: { zh: '的瓦片压缩了两次（gzip），无法绘制。请只压缩一次', en: 'is compressed twice with gzip and cannot be drawn. Compress it once' },
} as const;
