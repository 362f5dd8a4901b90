import type { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import type { DatasetHost } from '@yizhangtu/data/link';
import type { DatasetLike } from '@yizhangtu/data/model';
import { TimeSource, type TimeAxis, type TimeNeed } from './time-source.js';
import { newestWithin, ownLength, stepCounts, stepEdges, stepLength, valueInstants, windowFilter, type TimeMode, type TimeWindow } from './time-steps.js';

/** The attributes of the slider that say what it works on. */
export interface TimeHost extends DatasetHost {
  readonly dataset: string | DatasetLike | undefined;
  readonly field?: string | undefined;
  readonly also?: string | readonly TimeNeed[] | undefined;
  readonly step?: string | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly followFilters: boolean;
  readonly mode: TimeMode;
}

/** Needs as the attribute has them: `buoys:observedAt radar:time`. */
function needsOf(words: string): TimeNeed[] {
  return words.split(/\s+/).flatMap((word) => {
    const [id = '', name = ''] = word.split(':');
    return id ? [{ dataset: id, field: name }] : [];
  });
}

/** All datasets of the slider on one track. */
export class TimeSources {
  readonly #host: TimeHost;
  readonly #all: TimeSource[] = [];

  constructor(host: TimeHost) {
    this.#host = host;
  }

  /** Follows the datasets that the attributes name. To be called in each update, before anything is asked. */
  follow(): void {
    while (this.#all.length < this.#needs.length) {
      const index = this.#all.length;
      const need = (): TimeNeed | undefined => this.#needs[index];
      // Who moves along is not asked for rows a step: they may be of other years than the track.
      const axis = (): TimeAxis | undefined => (index > 0 && this.#host.followFilters ? undefined : this.axis);
      this.#all.push(new TimeSource(this.#host, need, { axis, follows: () => this.#host.followFilters, newest: () => this.#host.mode === 'cumulative' }));
    }
  }

  /** What the attributes ask for; the first is the main one. */
  get #needs(): readonly TimeNeed[] {
    const { dataset, field, also } = this.#host;
    const others = typeof also === 'object' ? (also ?? []) : needsOf(also ?? '');
    return [...(dataset ? [{ dataset, field: field ?? '' }] : []), ...others];
  }

  get #live(): readonly TimeSource[] {
    return this.#all.slice(0, this.#needs.length);
  }

  /** What the track is made of: everything, or the rows that filters leave of the main dataset, and the others move along. */
  get #tracked(): readonly TimeSource[] {
    return this.#host.followFilters ? this.#live.slice(0, 1) : this.#live;
  }

  get datasets(): readonly (DatasetLike | undefined)[] {
    return this.#live.map(({ dataset }) => dataset);
  }

  /** First and last instant of the track, and the length of a step; undefined while nothing is known. */
  get axis(): TimeAxis | undefined {
    const { min, max, step } = this.#host;
    const ends = this.#tracked.flatMap((source) => (source.ends ? [source.ends] : []));
    const from = valueInstants(min, NaN)?.[0] ?? Math.min(...ends.map(([first]) => first));
    const to = valueInstants(max, NaN)?.[0] ?? Math.max(...ends.map(([, last]) => last));
    if (!Number.isFinite(from) || !Number.isFinite(to) || from > to) return undefined;
    return { domain: [from, to], length: stepLength(step) ?? ownLength(from, to) };
  }

  /** Edges of the steps, one more than there are steps. Empty while unknown. */
  get edges(): readonly number[] {
    for (const { groups } of this.#tracked) {
      const edges = stepEdges(groups);
      if (edges.length > 1) return edges;
    }
    return [];
  }

  /** Rows of each step. */
  get counts(): readonly number[] {
    return stepCounts(
      this.edges,
      this.#tracked.map(({ groups }) => groups),
    );
  }

  /** Newest instant of the rows of some steps, where the host shows everything up to a step; undefined where they have no rows. */
  newest(window: TimeWindow | undefined): number | undefined {
    const { edges } = this;
    return newestWithin(
      edges,
      this.#tracked.map(({ groups }) => groups),
      window ?? { low: 0, high: edges.length - 1 },
    );
  }

  /** Data or answers are under way. */
  get pending(): boolean {
    return this.#live.some(({ link, pending }) => link.loading || pending);
  }

  get error(): YztError | undefined {
    return this.#live.find(({ error }) => error !== undefined)?.error;
  }

  /** The filter of a dataset was taken off or changed by somebody else. */
  get lost(): boolean {
    return this.#all.some(({ lost }) => lost);
  }

  /** Filters all datasets by the chosen steps; by none where nothing is chosen. */
  hold(window: TimeWindow | undefined): void {
    const { edges } = this;
    for (const source of this.#all) source.hold(window && ((field) => windowFilter(field, edges, window)));
  }

  /** Tells the page's author about fields that are not there. */
  sayMissing(): void {
    for (const { missing, dataset } of this.#live) {
      if (missing === undefined || !dataset) continue;
      const tag = this.#host.localName;
      const fields = dataset.columns.map(({ name }) => name).join(', ');
      hint(
        'unknown-field',
        {
          zh: `<${tag}>：数据中没有时间字段「${missing}」。可用字段：${fields}。`,
          en: `<${tag}>: no field of time "${missing}" in the data. Fields: ${fields}.`,
        },
        this.#host,
      );
    }
  }
}
