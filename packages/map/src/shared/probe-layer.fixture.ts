/** A layer for tests: one OpenLayers layer without a source, and hits a test decides. */
import Layer from 'ol/layer/Layer.js';
import { define } from '@yizhangtu/base/define';
import type { Dataset } from '@yizhangtu/data/model';
import { LayerElement } from '../layer/layer.js';
import type { Hit } from '../map/map-types.js';

export class ProbeLayer extends LayerElement {
  /** Layers made so far. */
  made = 0;
  disposed = 0;
  themes = 0;
  hits: Hit[] = [];
  rows: number[] = [];
  noSelect = false;
  noHover = false;
  data?: Dataset;

  override get layerDataset(): Dataset | undefined {
    return this.data;
  }

  override hitsAt(): Hit[] {
    return this.hits;
  }

  override rowsIn(): Iterable<number> {
    return this.rows;
  }

  protected override themeChanged(): void {
    this.themes++;
  }

  protected override createOlLayer(): Layer {
    this.made++;
    const canvas = document.createElement('canvas');
    return new Layer({ render: () => canvas });
  }

  protected override disposeOlLayer(layer: Layer): void {
    this.disposed++;
    super.disposeOlLayer(layer);
  }
}

define('yzt-probe-layer', ProbeLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-probe-layer': ProbeLayer;
  }
}
