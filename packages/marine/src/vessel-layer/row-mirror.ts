/** Selection and hover of two datasets that show the same things in different rows, kept alike. */
import type { Dataset } from '@yizhangtu/data/model';

/** Which row of one is which of the other; −1 for none. */
export interface RowPairs {
  /** Row of the copy for a row of the source. */
  toCopy(row: number): number;
  /** Row of the source for a row of the copy. */
  toSource(row: number): number;
}

const NONE: RowPairs = { toCopy: () => -1, toSource: () => -1 };

function mapped(rows: Iterable<number>, map: (row: number) => number): number[] {
  return [...rows].map(map).filter((row) => row >= 0);
}

/** Keeps a copy of some rows of a dataset selected and hovered as the dataset is, and the other way round. */
export class RowMirror {
  readonly #copy: Dataset;
  #source?: Dataset | undefined;
  #pairs = NONE;
  /** What one of them was given by the other: no news. */
  #seen?: ReadonlySet<number>;
  #told?: ReadonlySet<number>;

  constructor(copy: Dataset) {
    this.#copy = copy;
  }

  /** The copy has other rows now. */
  renew(source: Dataset, pairs: RowPairs): void {
    [this.#source, this.#pairs] = [source, pairs];
    this.#selectCopy(source);
  }

  /** The selection or hover of the source changed. */
  sourceChanged(source: Dataset): void {
    if (source !== this.#source) return;
    if (source.selection !== this.#told) this.#selectCopy(source);
    if (source.hover !== -1 || this.#copy.hover !== -1) this.#copy.setHover(this.#pairs.toCopy(source.hover));
  }

  /** The selection or hover of the copy changed. */
  copyChanged(): void {
    const [copy, source] = [this.#copy, this.#source];
    if (!source) return;
    if (copy.selection !== this.#seen) {
      this.#seen = copy.selection;
      source.select(mapped(copy.selection, this.#pairs.toSource));
      this.#told = source.selection;
    }
    // A row of the source that is no row of the copy may be the hovered one: leave it then.
    if (this.#pairs.toCopy(source.hover) !== copy.hover) source.setHover(this.#pairs.toSource(copy.hover));
  }

  #selectCopy(source: Dataset): void {
    this.#copy.select(mapped(source.selection, this.#pairs.toCopy));
    this.#seen = this.#copy.selection;
  }
}
