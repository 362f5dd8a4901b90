import { property } from 'lit/decorators.js';
import type { RowSource } from '@yizhangtu/data/row-source';
import { SourceLayerElement } from '../source-layer/source-layer.js';

/**
 * A GeoParquet on a server, read in parts: its footer says where each row group lies, and only those in view are transferred (HTTP ranges).
 * They are rows of a dataset; charts and tables name the layer's id as their `dataset` and are then about what is in view. A small file is
 * read whole by `<yzt-dataset>`.
 * @tag yzt-geoparquet-layer
 * @summary Features of a large GeoParquet file, as far as the view shows them.
 * @fires yzt-load - Rows came; `detail` has their number and what was skipped or mended.
 * @fires yzt-error - The file cannot be reached or read, or the server knows no ranges; `detail` is the `YztError`.
 */
export class YztGeoparquetLayer extends SourceLayerElement {
  /** Address of the file, relative to the page. */
  @property() src?: string;

  /** Coordinate system of the file, over what it says itself: `EPSG:4528`. */
  @property() crs?: string;

  protected override get windowed(): boolean {
    return true;
  }

  protected override get sourceKey(): string | undefined {
    return this.src ? JSON.stringify([this.src, this.crs, this.timeLimit]) : undefined;
  }

  protected override async newSource(): Promise<RowSource> {
    const { src = '', crs, timeLimit } = this;
    const { GeoParquetRows } = await import('@yizhangtu/data/geoparquet-source');
    return new GeoParquetRows({ url: src, subject: this, timeLimit, ...(crs && { crs }) });
  }
}
