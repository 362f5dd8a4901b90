import type { ReactiveControllerHost } from 'lit';
import { rowsAreHere, type DatasetLike, type Group, type Query } from '@yizhangtu/data/model';

/** Values offered for choosing; more of them are typed. */
export const MOST_VALUES = 40;

interface Kept {
  readonly dataset: DatasetLike;
  readonly version: number;
  groups?: readonly Group[];
}

/** The values of fields that have few, asked for once each; they may come later. */
export class ValueLists {
  readonly #host: ReactiveControllerHost;
  readonly #kept = new Map<string, Kept>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** The values of a field, most frequent first; undefined while they are not there, and where there are too many. */
  of(dataset: DatasetLike, field: string): readonly Group[] | undefined {
    const kept = this.#kept.get(field);
    if (kept?.dataset !== dataset || kept.version !== dataset.version) void this.#ask(dataset, field);
    return this.#kept.get(field)?.groups;
  }

  async #ask(dataset: DatasetLike, field: string): Promise<void> {
    const kept: Kept = { dataset, version: dataset.version };
    this.#kept.set(field, kept);
    try {
      const query: Query = { groupBy: field, measures: [{ kind: 'count' }], ignore: [...dataset.filters.keys()], limit: MOST_VALUES + 1 };
      const answer = await (rowsAreHere(dataset) ? dataset.ask(query) : dataset.query(query));
      if (answer.groups.length <= MOST_VALUES) kept.groups = answer.groups;
    } catch {
      // Without a list values are typed.
    }
    this.#host.requestUpdate();
  }
}
