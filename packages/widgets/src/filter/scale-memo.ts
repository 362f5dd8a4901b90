import type { Dataset } from '@yizhangtu/data/model';
import { rangeScale, type RangeScale } from './filter-model.js';

/** The scale of a field over all rows, filtered or not, so that it stands still while others filter. Worked out once. */
export class ScaleMemo {
  #kept?: { readonly dataset: Dataset; readonly version: number; readonly field: string; readonly scale: RangeScale | undefined };

  of(dataset: Dataset, field: string): RangeScale | undefined {
    const kept = this.#kept;
    if (!kept || kept.dataset !== dataset || kept.version !== dataset.version || kept.field !== field) {
      this.#kept = { dataset, version: dataset.version, field, scale: rangeScale(dataset.column(field)) };
    }
    return this.#kept?.scale;
  }
}
