import { property } from 'lit/decorators.js';
import type { RowSource } from '@yizhangtu/data/row-source';
import { FeatureServiceLayer } from '../source-layer/feature-service.js';

/**
 * A layer of an ArcGIS FeatureServer or MapServer, drawn as rows of a dataset: symbology, legend, popup, selection and labels as for any other data.
 * Names of fields, words of coded domains and instants come from the service. Charts and tables name the layer's id as their `dataset`.
 * @tag yzt-arcgis-features-layer
 * @summary Features of ArcGIS Server (FeatureServer, MapServer): the whole layer over pages, or what the view shows.
 * @fires yzt-load - Rows came; `detail` has their number and what was skipped or mended.
 * @fires yzt-error - The service cannot be reached, refuses, or gives what cannot be drawn; `detail` is the `YztError`.
 */
export class YztArcgisFeaturesLayer extends FeatureServiceLayer {
  /** Coordinate system rows are asked in: `EPSG:4490`. Without it the layer's own, brought to degrees in the page, so that the service shifts no datum. */
  @property() crs?: string;

  protected override get isNamed(): boolean {
    return super.isNamed || /\/\d+\/?(?:\?|$)/.test(this.src ?? '');
  }

  protected override get system(): string | undefined {
    return this.crs || undefined;
  }

  protected override async newSource(): Promise<RowSource> {
    const { options } = this;
    const { arcgisRows } = await import('@yizhangtu/data/rest-features');
    return arcgisRows(options);
  }
}
