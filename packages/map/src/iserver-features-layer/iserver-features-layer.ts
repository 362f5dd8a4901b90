import { property } from 'lit/decorators.js';
import type { RowSource } from '@yizhangtu/data/row-source';
import { FeatureServiceLayer } from '../source-layer/feature-service.js';

/**
 * A dataset of a SuperMap iServer data service, drawn as rows of a dataset: symbology, legend, popup, selection and labels as for any other data.
 * `src` ends with `/rest/data`, `table` is `datasource:dataset`. Charts and tables name the layer's id as their `dataset`.
 * @tag yzt-iserver-features-layer
 * @summary Features of SuperMap iServer (rest/data): the whole dataset over pages, or what the view shows.
 * @fires yzt-load - Rows came; `detail` has their number and what was skipped or mended.
 * @fires yzt-error - The service cannot be reached, refuses, or gives what cannot be drawn; `detail` is the `YztError`.
 */
export class YztIserverFeaturesLayer extends FeatureServiceLayer {
  /** Coordinate system of the dataset, over what the service says: `EPSG:4549`. For datasets whose system has no number. */
  @property() crs?: string;

  protected override get system(): string | undefined {
    return this.crs || undefined;
  }

  protected override async newSource(): Promise<RowSource> {
    const { options } = this;
    const { iserverRows } = await import('@yizhangtu/data/rest-features');
    return iserverRows(options);
  }
}
