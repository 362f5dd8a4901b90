/** The line and its places on a map: two plain layers, put there and taken away together. */
import type { Text } from '@yizhangtu/base/locale';
import { Dataset } from '@yizhangtu/data/model';
import type { LayerElement } from '@yizhangtu/map/layer';
import type { YztMap } from '@yizhangtu/map/map';
import '@yizhangtu/map/line-layer';
import '@yizhangtu/map/point-layer';
import { lineTable, type Corner } from '../shared/drawn-corners.js';

const LINE: Text = { zh: '剖面线', en: 'Line of the profile' };
const PLACES: Text = { zh: '剖面测点', en: 'Points of the profile' };

/** Marks on one map. The places are those of the given rows, so that what is hovered in a chart of them is marked here, and the other way round. */
export class ProfileMarks {
  readonly #line = new Dataset();
  readonly #samples: Dataset;
  #layers: readonly LayerElement[] = [];
  #map?: YztMap | undefined;

  constructor(samples: Dataset) {
    this.#samples = samples;
  }

  /** Shows a line on a map; none where it has fewer than two corners. */
  show(map: YztMap | undefined, corners: readonly Corner[], say: (text: Text) => string): void {
    const wanted = corners.length > 1 ? map : undefined;
    if (this.#layers.length === 0) this.#layers = this.#made();
    const [line, places] = this.#layers;
    line?.setAttribute('label', say(LINE));
    places?.setAttribute('label', say(PLACES));
    if (this.#map !== wanted) {
      this.clear();
      wanted?.append(...this.#layers);
      this.#map = wanted;
    }
    this.#line.setTable(lineTable(corners));
  }

  /** Takes the marks away. */
  clear(): void {
    for (const layer of this.#layers) layer.remove();
    this.#map = undefined;
  }

  #made(): readonly LayerElement[] {
    const line = document.createElement('yzt-line-layer');
    const places = document.createElement('yzt-point-layer');
    Object.assign(line, { dataset: this.#line, symbology: 'fixed:map-selection', width: 3, noLegend: true, noHover: true, noSelect: true });
    Object.assign(places, { dataset: this.#samples, symbology: 'fixed:map-selection', size: 4, noLegend: true, noSelect: true });
    return [line, places];
  }
}
