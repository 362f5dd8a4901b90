import { property } from 'lit/decorators.js';
import type { DatasetLike } from '@yizhangtu/data/model';
import { PLAIN_LOOK, type LayerLook } from './layer-look.js';
import { RowsLayerElement } from './rows-layer.js';

export { PLAIN_LOOK, type LayerLook };

/** Base of the layers that draw the rows of a dataset, or of a file of their own. */
export abstract class DataLayerElement extends RowsLayerElement {
  /** The data to draw: the id of a `<yzt-dataset>`, or a `Dataset`. */
  @property() override dataset: string | DatasetLike | undefined;

  /** Address of GeoJSON or CSV that only this layer shows, relative to the page. Counts only without `dataset`. */
  @property() src?: string;

  /** Format of `src`: `geojson` or `csv`; found out if unset. */
  @property() format?: string;

  /** Encoding of `src`: `utf-8`, `gb18030`; found out if unset. */
  @property() encoding?: string;

  protected override get given(): string | DatasetLike | undefined {
    return this.dataset;
  }
}
