import { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import { rowsAreHere, type DatasetLike } from '@yizhangtu/data/model';
import { symbologyOf, type Symbology } from '@yizhangtu/data/symbology';

/** Keeps the symbology of a dataset until the spec, the data or the schema changes: working it out passes over all rows. */
export class SymbologyMemo {
  #key: readonly unknown[] = [];
  #model?: Symbology;

  /** The symbology of a spec; undefined without one, and where the rows are elsewhere. */
  of(spec: string | undefined, dataset: DatasetLike): Symbology | undefined {
    if (spec === undefined || !rowsAreHere(dataset)) return undefined;
    const key = [spec, dataset, dataset.version, dataset.schema];
    if (this.#key.length === 0 || key.some((part, index) => part !== this.#key[index])) {
      this.#model = symbologyOf(spec, dataset);
      this.#key = key;
    }
    return this.#model;
  }

  /** The same for a chart that is right without colours too: what is wrong with the spec is a hint to the author of the page. */
  hinted(spec: string | undefined, dataset: DatasetLike | undefined, chart: Element): Symbology | undefined {
    try {
      return dataset && this.of(spec, dataset);
    } catch (error) {
      if (!(error instanceof YztError)) throw error;
      hint(error.code, error.text, chart);
      return undefined;
    }
  }
}
