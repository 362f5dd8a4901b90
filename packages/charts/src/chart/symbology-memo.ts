import { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import { rowsAreHere, type Dataset, type DatasetLike } from '@yizhangtu/data/model';
import { SLICED_FROM, type Steps } from '@yizhangtu/data/steps';
import { farSymbology, plainSymbologySteps, symbologyOf, type Symbology } from '@yizhangtu/data/symbology';

/** A chart that can be drawn again when colours have come. */
export interface ColoredHost {
  requestUpdate(): void;
}

/** Keeps the symbology of a dataset until the spec, the data or the schema changes: working it out passes over all rows. */
export class SymbologyMemo {
  #key: readonly unknown[] = [];
  #model?: Symbology;
  #told?: () => void;

  /** The symbology of a spec; undefined without one. Where the rows are elsewhere it comes later, and only that by categories. */
  of(spec: string | undefined, dataset: DatasetLike, chart: ColoredHost): Symbology | undefined {
    if (spec === undefined) return undefined;
    if (!rowsAreHere(dataset)) return farSymbology(spec, dataset, this.#tell(chart));
    const key = keyOf(spec, dataset);
    if (!this.#has(key)) {
      this.#model = symbologyOf(spec, dataset);
      this.#key = key;
    }
    return this.#model;
  }

  /** Makes a symbology by category of very many rows in steps; undefined where it is there, or as good as no work. */
  ahead(spec: string | undefined, dataset: Dataset): Steps<void> | undefined {
    return spec?.startsWith('class:') && dataset.rowCount >= SLICED_FROM && !this.#has(keyOf(spec, dataset)) ? this.#steps(spec, dataset) : undefined;
  }

  *#steps(spec: string, dataset: Dataset): Steps<void> {
    const key = keyOf(spec, dataset);
    try {
      this.#model = yield* plainSymbologySteps(spec, dataset);
      this.#key = key;
    } catch (reason) {
      // Whoever asks for the colours is told what is wrong.
      if (!(reason instanceof YztError)) throw reason;
    }
  }

  #has(key: readonly unknown[]): boolean {
    return this.#key.length > 0 && key.every((part, index) => part === this.#key[index]);
  }

  /** The same for a chart that is right without colours too: what is wrong with the spec is a hint to the author of the page. */
  hinted(spec: string | undefined, dataset: DatasetLike | undefined, chart: Element & ColoredHost): Symbology | undefined {
    try {
      return dataset && this.of(spec, dataset, chart);
    } catch (error) {
      if (!(error instanceof YztError)) throw error;
      hint(error.code, error.text, chart);
      return undefined;
    }
  }
  /** The same function each time, so that a chart that asks in every update is told once. */
  #tell(chart: ColoredHost): () => void {
    return (this.#told ??= () => chart.requestUpdate());
  }
}

function keyOf(spec: string, dataset: Dataset): readonly unknown[] {
  return [spec, dataset, dataset.version, dataset.schema];
}
