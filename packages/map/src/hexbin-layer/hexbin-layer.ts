import { BinLayerElement } from '../surface/bin-layer.js';
import type { Bin, BinFact } from '../surface/bin-types.js';

export type { Bin, BinFact };

/**
 * Rows counted in hexagons: a cell of 500 m is 500 m on the ground, from side to side, wherever it lies. Hexagons have no rows and
 * columns for the eye to follow, so they show form; for official statistics by grid use `yzt-grid-layer`.
 * @tag yzt-hexbin-layer
 * @summary Hexagonal cells with count, sum, mean, least or largest of the rows in them.
 * @fires yzt-error - `breaks` cannot be read, or the data of the layer's own `src`.
 */
export class YztHexbinLayer extends BinLayerElement {
  protected override readonly lattice = 'hexagon';
}
