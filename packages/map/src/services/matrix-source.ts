/** OpenLayers layers of tiles with a grid of their own. A chunk that comes with the first such layer. */
import TileLayer from 'ol/layer/Tile.js';
import type { Projection } from 'ol/proj.js';
import TileImage from 'ol/source/TileImage.js';
import TileGrid from 'ol/tilegrid/TileGrid.js';
import type { TileLoader } from '../tiles/index.js';
import type { Matrix, MatrixGrid } from './matrix-grid.js';
import type { Renewable } from './picture-sources.js';

/** What the tiles are and where they come from. */
export interface MatrixOptions {
  readonly grid: MatrixGrid;
  readonly projection: Projection;
  /** Address of a tile. Asked each time, so that a layer can change its mind. */
  readonly urlOf: (matrix: Matrix, row: number, column: number) => string;
  readonly loader: Pick<TileLoader, 'load'>;
  /** Milliseconds that a tile takes to appear. */
  readonly transition: number;
}

class MatrixSource extends TileImage implements Renewable {
  constructor({ grid: { levels, extent }, projection, urlOf, loader, transition }: MatrixOptions) {
    const sizes = levels.flatMap(({ size }) => (size ? [[...size]] : []));
    super({
      projection,
      transition,
      wrapX: projection.isGlobal(),
      tileGrid: new TileGrid({
        resolutions: levels.map(({ resolution }) => resolution),
        origins: levels.map(({ origin }) => [...origin]),
        tileSizes: levels.map(({ tileSize }) => [...tileSize]),
        ...(sizes.length === levels.length ? { sizes } : extent && { extent: [...extent] }),
      }),
      tileLoadFunction: loader.load,
      tileUrlFunction: ([level = 0, column = 0, row = 0]) => {
        const matrix = levels[level];
        return matrix && urlOf(matrix, row, column);
      },
    });
  }

  renew(key: string): void {
    this.setKey(key);
  }
}

/** A layer of the tiles of a grid. Beyond the last level tiles are enlarged. */
export function matrixLayer(options: MatrixOptions): TileLayer<MatrixSource> {
  return new TileLayer({ source: new MatrixSource(options) });
}
