import { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import { rowsAreHere, type Dataset, type DatasetLike } from '@yizhangtu/data/model';
import type { Steps } from '@yizhangtu/data/steps';
import { classesWait, farSymbology, plainSymbologyAhead, symbologyOf, type Symbology } from '@yizhangtu/data/symbology';

/** A chart that can be drawn again when colours have come. */
export interface ColoredHost {
  requestUpdate(): void;
}

/** What colours of very many classes take, in steps; undefined for nothing, or for as good as nothing. */
export function colorsAhead(spec: string | undefined, dataset: Dataset): Steps<void> | undefined {
  return spec !== undefined && classesWait(spec, dataset) ? plainSymbologyAhead(spec, dataset) : undefined;
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
    const key = [spec, dataset, dataset.version, dataset.schema];
    if (this.#key.length === 0 || key.some((part, index) => part !== this.#key[index])) {
      this.#model = symbologyOf(spec, dataset);
      this.#key = key;
    }
    return this.#model;
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
