import type { FeatureServiceOptions } from '@yizhangtu/data/remote-features';
import type { RowSource } from '@yizhangtu/data/row-source';
import { OgcServiceLayer, type FeatureCode } from '../source-layer/ogc-service.js';

/**
 * A collection of an OGC API – Features, drawn as rows of a dataset: symbology, legend, popup, selection and labels as for any other data. `src` is
 * the landing page of the service. Charts and tables name the layer's id as their `dataset`.
 * @tag yzt-ogc-features-layer
 * @summary Features of an OGC API: the whole collection over pages, or what the view shows.
 * @fires yzt-load - Rows came; `detail` has their number and what was skipped or mended.
 * @fires yzt-error - The service cannot be reached, refuses, or gives what cannot be drawn; `detail` is the `YztError`.
 */
export class YztOgcFeaturesLayer extends OgcServiceLayer {
  protected override rowsBy({ ogcApiRows }: FeatureCode, options: FeatureServiceOptions): RowSource {
    return ogcApiRows(options);
  }
}
