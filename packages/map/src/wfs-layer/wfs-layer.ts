import { property } from 'lit/decorators.js';
import type { FeatureServiceOptions } from '@yizhangtu/data/remote-features';
import type { RowSource } from '@yizhangtu/data/row-source';
import { OgcServiceLayer, type FeatureCode } from '../source-layer/ogc-service.js';

/**
 * A feature type of a WFS (2.0.0 or 1.1.0, with GeoJSON), drawn as rows of a dataset: symbology, legend, popup, selection and labels as for any
 * other data. Charts and tables name the layer's id as their `dataset`.
 * @tag yzt-wfs-layer
 * @summary Features of a WFS: the whole table over pages, or what the view shows.
 * @fires yzt-load - Rows came; `detail` has their number and what was skipped or mended.
 * @fires yzt-error - The service cannot be reached, refuses, or gives what cannot be drawn; `detail` is the `YztError`.
 */
export class YztWfsLayer extends OgcServiceLayer {
  /**
   * Coordinate system rows are asked in, one the service offers: `EPSG:4528`. Without it degrees, else the system of the table. Rows are brought to
   * degrees in the page; a system the map does not know is an error.
   */
  @property() crs?: string;

  protected override get system(): string | undefined {
    return this.crs || undefined;
  }

  protected override rowsBy({ wfsRows }: FeatureCode, options: FeatureServiceOptions): RowSource {
    return wfsRows(options);
  }
}
