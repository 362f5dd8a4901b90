import type { ReactiveControllerHost } from 'lit';
import { QueryController } from '@yizhangtu/data/link';
import { rowsAreHere, type DatasetLike } from '@yizhangtu/data/model';
import { binCounts } from './filter-model.js';
import { rangeBin, rangeScale, scaleOver, type RangeScale } from './range-scale.js';

/** Bars of the histogram. */
const BINS = 40;

/** What a range is about; undefined where there is none. */
export interface RangeNeed {
  readonly dataset: DatasetLike;
  readonly field: string;
  /** With the bars of a histogram. */
  readonly bars: boolean;
  /** Spread by magnitude. */
  readonly log: boolean;
}

/** The scale of a range and the bars over it, asked of a dataset wherever its rows are. */
export class RangeData {
  readonly #need: () => RangeNeed | undefined;
  readonly #extent: QueryController;
  readonly #bars: QueryController;
  #kept?: { readonly dataset: DatasetLike; readonly version: number; readonly field: string; readonly log: boolean; readonly scale: RangeScale | undefined };

  constructor(host: ReactiveControllerHost, need: () => RangeNeed | undefined) {
    this.#need = need;
    this.#extent = new QueryController(host, () => this.#extentQuestion());
    this.#bars = new QueryController(host, () => this.#barsQuestion());
  }

  /** True until the ends of the scale are known. */
  get waiting(): boolean {
    return this.#extent.pending && !this.#extent.answer;
  }

  /** Why nothing, or nothing new, is known. */
  get error(): QueryController['error'] {
    return this.#extent.error ?? this.#bars.error;
  }

  /** The scale is that of all rows, filtered or not, so that it stands still while others filter. */
  get scale(): RangeScale | undefined {
    const need = this.#need();
    if (!need) return undefined;
    const { dataset, field, log } = need;
    if (!rowsAreHere(dataset)) return this.#asked(need);
    const kept = this.#kept;
    if (kept?.dataset === dataset && kept.version === dataset.version && kept.field === field && kept.log === log) return kept.scale;
    const scale = rangeScale(dataset.column(field), log);
    this.#kept = { dataset, version: dataset.version, field, log, scale };
    return scale;
  }

  /** Rows in each bar that pass the other filters. */
  get counts(): ArrayLike<number> {
    const { stops } = this.scale ?? {};
    return binCounts(this.#bars.answer?.groups ?? [], stops ? stops.length - 1 : BINS);
  }

  #asked({ dataset, field, log }: RangeNeed): RangeScale | undefined {
    const column = dataset.column(field);
    const [low = Number.NaN, high = Number.NaN] = this.#extent.answer?.total.values ?? [];
    return column && scaleOver({ low, high, whole: column.whole === true, date: column.kind === 'date' }, log);
  }

  #extentQuestion(): ReturnType<ConstructorParameters<typeof QueryController>[1]> {
    const need = this.#need();
    if (!need || rowsAreHere(need.dataset)) return undefined;
    const { dataset, field } = need;
    const kind = dataset.column(field)?.kind;
    if (kind !== 'number' && kind !== 'date') return undefined;
    return { dataset, query: { measures: [{ kind: 'min', field }, { kind: 'max', field }], ignore: [...dataset.filters.keys()] } };
  }

  #barsQuestion(): ReturnType<ConstructorParameters<typeof QueryController>[1]> {
    const need = this.#need();
    const { scale } = this;
    if (!need?.bars || !scale) return undefined;
    const { dataset, field } = need;
    return { dataset, query: { groupBy: { field, bin: rangeBin(scale, BINS) }, measures: [{ kind: 'count' }], ignore: [field] } };
  }
}
