import { asYztError, isAbort, type YztError } from '@yizhangtu/base/errors';
import type { DatasetLike } from '@yizhangtu/data/model';
import { sortQuery } from './list-rows.js';

/** Rows of a list in order, as far as they are known. */
export interface ListRows {
  readonly total: number;
  /** Row at a place; undefined while it is on its way. */
  at(index: number): number | undefined;
  /** Place of a row; −1 where it is not known. */
  indexOf(row: number): number;
  /** The rows from one place to another, both within, that are known. */
  between(from: number, to: number): Uint32Array;
  /** False where the rows are elsewhere. */
  readonly whole: boolean;
  /** All rows, in order; undefined where they are elsewhere. Looked for when it is read. */
  readonly all: Uint32Array | undefined;
}

/** Rows that are asked for at once: more than a screen holds. */
const PAGE = 100;

/** One order of one set of rows. */
interface Sequence {
  readonly key: string;
  readonly stop: AbortController;
  readonly pages: Map<number, Uint32Array | undefined>;
  total: number | undefined;
}

/** Pages of rows of a dataset that sends them later: those in sight are asked for, and the last ones stay until the new ones are there. */
export class RowPages {
  readonly #changed: () => void;
  #shown?: Sequence | undefined;
  #now?: Sequence | undefined;
  #dataset?: DatasetLike;
  /** Why rows did not come. */
  error?: YztError | undefined;

  /** @param changed Called when rows have come, or will not come. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** True while another order or other rows than those shown are on their way. */
  get stale(): boolean {
    return this.#shown !== undefined && this.#shown !== this.#now;
  }

  /** The rows, and from `first` to `end` as soon as they have come. */
  rows(dataset: DatasetLike, sort: string, fields: readonly string[], first: number, end: number): ListRows | undefined {
    const key = JSON.stringify([dataset.version, sort, fields, [...dataset.filters]]);
    if (dataset !== this.#dataset) this.forget();
    this.#dataset = dataset;
    if (this.#now?.key !== key) {
      this.#now?.stop.abort();
      this.error = undefined;
      this.#now = { key, stop: new AbortController(), pages: new Map(), total: undefined };
    }
    const now = this.#now;
    for (let page = Math.floor(first / PAGE); page * PAGE < Math.max(1, end); page++) this.#ask(dataset, now, sort, fields, page);
    return this.#shown && listRows(this.#shown);
  }

  /** Ends what is on its way and forgets what came. */
  forget(): void {
    this.#now?.stop.abort();
    this.#now = undefined;
    this.#shown = undefined;
    this.error = undefined;
  }

  #ask(dataset: DatasetLike, sequence: Sequence, sort: string, fields: readonly string[], page: number): void {
    if (sequence.pages.has(page)) return;
    sequence.pages.set(page, undefined);
    const order = sortQuery(dataset, sort);
    Promise.resolve(dataset.rows({ ...order, fields, offset: page * PAGE, limit: PAGE }, sequence.stop.signal)).then(
      ({ rows, total }) => {
        if (sequence !== this.#now) return;
        sequence.pages.set(page, rows);
        sequence.total = total;
        this.#shown = sequence;
        this.error = undefined;
        this.#changed();
      },
      (reason: unknown) => {
        if (sequence !== this.#now || isAbort(reason)) return;
        this.error = asYztError(reason, 'query-failed', { zh: '无法读取列表。', en: 'The list could not be read.' });
        this.#changed();
      },
    );
  }
}

function listRows({ pages, total = 0 }: Sequence): ListRows {
  const at = (index: number): number | undefined => pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  return {
    total,
    whole: false,
    all: undefined,
    at,
    indexOf: (row) => {
      for (const [page, rows] of pages) {
        const place = rows?.indexOf(row) ?? -1;
        if (place >= 0) return page * PAGE + place;
      }
      return -1;
    },
    between: (from, to) => {
      const known: number[] = [];
      for (let index = from; index <= to; index++) {
        const row = at(index);
        if (row !== undefined) known.push(row);
      }
      return Uint32Array.from(known);
    },
  };
}

/** The rows of a dataset that has them all, in an order that is known. */
export function knownRows(rows: Uint32Array): ListRows {
  return { total: rows.length, whole: true, all: rows, at: (index) => rows[index], indexOf: (row) => rows.indexOf(row), between: (from, to) => rows.subarray(from, to + 1) };
}

/**
 * The rows of a dataset that has them all, looked for where somebody asks: of a million rows thirty are seen.
 * @param part So many rows from a place on.
 */
export function soughtRows(total: number, part: (offset: number, limit: number) => Uint32Array): ListRows {
  const pages = new Map<number, Uint32Array>();
  let all: ListRows | undefined;
  const whole = (): ListRows => (all ??= knownRows(part(0, total)));
  const paged = (index: number): number | undefined => {
    const number = Math.floor(index / PAGE);
    let page = pages.get(number);
    if (!page) pages.set(number, (page = part(number * PAGE, PAGE)));
    return page[index % PAGE];
  };
  return {
    total,
    whole: true,
    get all() {
      return whole().all;
    },
    at: (index) => (all ? all.at(index) : paged(index)),
    indexOf: (row) => whole().indexOf(row),
    between: (from, to) => (all ? all.between(from, to) : part(from, Math.max(0, to + 1 - from))),
  };
}

/** The rows of the first screen, as far as they are known. */
export function firstRows(rows: ListRows | undefined): number[] {
  return rows ? [...rows.between(0, Math.min(rows.total, 80) - 1)] : [];
}
