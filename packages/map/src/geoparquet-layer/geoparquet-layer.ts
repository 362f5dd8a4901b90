import type { RangedOptions, RowSource } from '@yizhangtu/data/row-source';
import { RangedLayerElement } from '../source-layer/ranged-layer.js';

/**
 * A GeoParquet on a server, read in parts: its footer says where each row group lies, and only those in view are transferred (HTTP ranges).
 * They are rows of a dataset; charts and tables name the layer's id as their `dataset` and are then about what is in view. A small file is
 * read whole by `<yzt-dataset>`.
 * @tag yzt-geoparquet-layer
 * @summary Features of a large GeoParquet file, as far as the view shows them.
 * @fires yzt-load - Rows came; `detail` has their number and what was skipped or mended.
 * @fires yzt-error - The file cannot be reached or read, or the server knows no ranges; `detail` is the `YztError`.
 */
export class YztGeoparquetLayer extends RangedLayerElement {
  protected override async fileRows(options: RangedOptions): Promise<RowSource> {
    const { GeoParquetRows } = await import('@yizhangtu/data/geoparquet-source');
    return new GeoParquetRows(options);
  }
}
