import type { YztError } from '@yizhangtu/base/errors';
import { DatasetLikeController, QueryController, type DatasetHost } from '@yizhangtu/data/link';
import type { DatasetLike, Filter, Group } from '@yizhangtu/data/model';
import type { StepLength } from './time-steps.js';

/** A dataset that the slider filters, and its field of time. */
export interface TimeNeed {
  readonly dataset: string | DatasetLike;
  /** Empty: the first date of the dataset. */
  readonly field: string;
}

/** What all sources are asked alike. */
export interface TimeAxis {
  /** First and last instant of the track. */
  readonly domain: readonly [min: number, max: number];
  readonly length: StepLength;
}

/** How a source is asked. */
export interface TimeChoice {
  /** What all sources are asked alike; undefined while unknown. */
  axis(): TimeAxis | undefined;
  /** The track has the ends of the rows that other filters leave. */
  follows(): boolean;
  /** The newest instant of each step is asked for too. */
  newest(): boolean;
}

/** One dataset of the slider: follows it, asks for its first and last time and its rows a step, and holds the filter on it. */
export class TimeSource {
  readonly #need: () => TimeNeed | undefined;
  readonly #link: DatasetLikeController;
  readonly #ends: QueryController;
  readonly #steps: QueryController;
  #held: { readonly dataset: DatasetLike; readonly field: string; readonly filter: Filter } | undefined;

  constructor(host: DatasetHost, need: () => TimeNeed | undefined, choice: TimeChoice) {
    this.#need = need;
    this.#link = new DatasetLikeController(host, { given: () => need()?.dataset });
    this.#ends = new QueryController(host, () => {
      const { dataset, field } = this;
      if (!dataset || !field) return undefined;
      const measures = [{ kind: 'min', field } as const, { kind: 'max', field } as const];
      // Unless it is to follow them, the track stands still while others filter.
      return { dataset, query: { measures, ignore: choice.follows() ? [field] : [...dataset.filters.keys()] } };
    });
    this.#steps = new QueryController(host, () => {
      const { dataset, field } = this;
      const asked = choice.axis();
      if (!dataset || !field || !asked) return undefined;
      const { domain, length } = asked;
      const bin = { kind: 'time', unit: length.unit, step: length.count, domain } as const;
      const newest = choice.newest() ? [{ kind: 'max', field } as const] : [];
      return { dataset, query: { groupBy: { field, bin }, measures: [{ kind: 'count' }, ...newest], ignore: [field] } };
    });
  }

  get link(): DatasetLikeController {
    return this.#link;
  }

  get dataset(): DatasetLike | undefined {
    return this.#link.dataset;
  }

  /** The field of time: the one named, else the first date. Undefined where there is none. */
  get field(): string | undefined {
    const { dataset } = this;
    const named = this.#need()?.field;
    if (!dataset) return undefined;
    if (named) return dataset.column(named)?.kind === 'date' ? named : undefined;
    return dataset.columns.find(({ kind }) => kind === 'date')?.name;
  }

  /** A field that the page names and the data does not have. */
  get missing(): string | undefined {
    const named = this.#need()?.field;
    return named && this.dataset && this.dataset.columns.length > 0 && !this.field ? named : undefined;
  }

  /** First and last instant of all rows; undefined while unknown. */
  get ends(): readonly [number, number] | undefined {
    const [min = NaN, max = NaN] = this.#ends.answer?.total.values ?? [];
    return min <= max ? [min, max] : undefined;
  }

  /** Rows a step. */
  get groups(): readonly Group[] {
    return this.#steps.answer?.groups ?? [];
  }

  /** An answer is under way. */
  get pending(): boolean {
    return this.#ends.pending || this.#steps.pending;
  }

  /** What went wrong with the data or with a question about it. */
  get error(): YztError | undefined {
    return this.#link.error ?? this.#ends.error ?? this.#steps.error;
  }

  /** Somebody else took the filter off, or put another in its place. The slider lets go of it then. */
  get lost(): boolean {
    const held = this.#held;
    return held !== undefined && held.dataset === this.dataset && held.dataset.filters.get(held.field) !== held.filter;
  }

  /** Sets the filter, or takes it off. What it lay on before is let go of; what somebody else set in its place stays. */
  hold(filterOf: ((field: string) => Filter) | undefined): void {
    const { dataset, field } = this;
    const filter = dataset && field && filterOf?.(field);
    const held = this.#held;
    if (held && held.dataset === dataset && held.field === field && JSON.stringify(held.filter) === JSON.stringify(filter))
      return;
    if (held && (held.dataset !== dataset || held.field !== field || !filter)) {
      if (held.dataset.filters.get(held.field) === held.filter) held.dataset.setFilter(held.field, undefined);
    }
    this.#held = undefined;
    if (!dataset || !field || !filter) return;
    dataset.setFilter(field, filter);
    // A dataset keeps the filter it has when an equal one is set.
    this.#held = { dataset, field, filter: dataset.filters.get(field) ?? filter };
  }
}
