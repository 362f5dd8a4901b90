import type { RangedOptions, RowSource } from '@yizhangtu/data/row-source';
import { RangedLayerElement } from '../source-layer/ranged-layer.js';

/**
 * A FlatGeobuf on a server, read in parts: its spatial index leads to the features in view, and only those are transferred (HTTP ranges). They are
 * rows of a dataset; charts and tables name the layer's id as their `dataset` and are then about what is in view. A file without an index, or a
 * small one, is read whole by `<yzt-dataset>`.
 * @tag yzt-flatgeobuf-layer
 * @summary Features of a large FlatGeobuf file, as far as the view shows them.
 * @fires yzt-load - Rows came; `detail` has their number and what was skipped or mended.
 * @fires yzt-error - The file cannot be reached or read, or the server knows no ranges; `detail` is the `YztError`.
 */
export class YztFlatgeobufLayer extends RangedLayerElement {
  protected override async fileRows(options: RangedOptions): Promise<RowSource> {
    const { FlatGeobufRows } = await import('@yizhangtu/data/flatgeobuf-source');
    return new FlatGeobufRows(options);
  }
}
