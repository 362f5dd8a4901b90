import { BinLayerElement } from '../surface/bin-layer.js';
import type { Bin, BinFact } from '../surface/bin-types.js';

export type { Bin, BinFact };

/**
 * Rows counted in square cells: 格网统计. A cell of 1 km is 1 km on the ground, wherever it lies, and all cells have the same area.
 * @tag yzt-grid-layer
 * @summary Square cells with count, sum, mean, least or largest of the rows in them.
 * @fires yzt-error - `breaks` cannot be read, or the data of the layer's own `src`.
 */
export class YztGridLayer extends BinLayerElement {
  protected override readonly lattice = 'square';
}
