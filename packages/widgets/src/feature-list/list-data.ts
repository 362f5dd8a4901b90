import type { Dataset } from '@yizhangtu/data/model';
import { symbologyOf, type Symbology } from '@yizhangtu/data/symbology';
import { sortQuery } from './list-rows.js';
import { soughtRows, type ListRows } from './row-pages.js';

/** What a list keeps of its dataset between two renderings, because it costs more than a frame at a million rows. */
export class ListData {
  #rows?: { readonly key: string; readonly passing: Uint8Array; readonly rows: ListRows };
  #symbology?: {
    readonly key: string;
    readonly dataset: Dataset;
    readonly schema: unknown;
    readonly model: Symbology | undefined;
  };

  /** The rows that pass all filters, in order. */
  rows(dataset: Dataset, sort: string): ListRows {
    const key = `${dataset.version} ${sort}`;
    const passing = dataset.passing();
    if (this.#rows?.key !== key || this.#rows.passing !== passing) {
      const query = sortQuery(dataset, sort);
      const { total } = dataset.rows({ limit: 0 });
      this.#rows = { key, passing, rows: soughtRows(total, (offset, limit) => dataset.rows({ ...query, offset, limit }).rows) };
    }
    return this.#rows.rows;
  }

  /** The symbology a list takes its badges from; undefined without one, or for words that name none. */
  symbology(dataset: Dataset, spec: string | undefined): Symbology | undefined {
    if (!spec || dataset.rowCount === 0) return undefined;
    const key = `${dataset.version} ${spec}`;
    const kept = this.#symbology;
    if (kept?.key === key && kept.dataset === dataset && kept.schema === dataset.schema) return kept.model;
    let model: Symbology | undefined;
    try {
      model = symbologyOf(spec, dataset);
    } catch {
      // The layer or chart of the same symbology says what is wrong with it; a list without badges still is a list.
    }
    this.#symbology = { key, dataset, schema: dataset.schema, model };
    return model;
  }
}
