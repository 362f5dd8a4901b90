/** The filters of a dataset: those that were set, and those that are in force already. */
import { drive } from '../steps/drive.js';
import type { Engine } from './engine.js';
import type { Filter } from './query-types.js';

type Filters = ReadonlyMap<string, Filter>;

/** Milliseconds of work between two pauses. */
const SLICE_MS = 8;

interface Work {
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

/**
 * Filters by key. One that takes longer than a frame over very many rows is in force when its rows are found; until then the filter before it
 * stays, none over new rows, so that no view is empty meanwhile.
 */
export class FiltersInForce {
  #set: Filters = new Map();
  #engine: Engine | undefined;
  readonly #work = new Map<string, Work>();
  readonly #changed: () => void;

  /** @param changed Called when a filter comes into force later. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** All filters that were set, in force or not. A new map after each change. */
  get all(): Filters {
    return this.#set;
  }

  /** Resolves when all filters are in force; undefined if they are. */
  get pending(): Promise<void> | undefined {
    if (this.#work.size === 0) return undefined;
    return Promise.all([...this.#work.values()].map(({ done }) => done)).then(() => this.pending);
  }

  /** Sets, replaces or (undefined) removes a filter. False if it is the one there is. */
  set(key: string, filter: Filter | undefined): boolean {
    const previous = this.#set.get(key);
    if (previous === filter || (previous && filter && JSON.stringify(previous) === JSON.stringify(filter))) return false;
    const filters = new Map(this.#set);
    if (filter) filters.set(key, filter);
    else filters.delete(key);
    this.#set = filters;
    this.#apply(key, filter);
    return true;
  }

  /**
   * Puts the filters in force over another table.
   * @param kept True if its rows begin with those there were: then a filter that takes longer leaves these rows as before until it is done.
   */
  over(engine: Engine, kept: boolean): Engine {
    const before = this.#engine;
    this.#engine = engine;
    for (const [key, filter] of this.#set) {
      const mask = kept && engine.isSlow(filter) ? before?.maskOf(key) : undefined;
      if (mask) engine.setFilter(key, filter, extended(mask, engine.table.rowCount));
      this.#apply(key, filter);
    }
    return engine;
  }

  #apply(key: string, filter: Filter | undefined): void {
    const engine = this.#engine;
    this.#work.get(key)?.stop.abort();
    this.#work.delete(key);
    if (!filter || !engine?.isSlow(filter)) {
      engine?.setFilter(key, filter);
      return;
    }
    const stop = new AbortController();
    const find = (): Promise<Uint8Array> => drive(engine.maskSteps(filter), { signal: stop.signal, sliceMs: SLICE_MS });
    const found = engine.prepareFilter(filter)?.then(find) ?? find();
    const inForce = (mask?: Uint8Array): void => {
      if (stop.signal.aborted) return;
      this.#work.delete(key);
      engine.setFilter(key, filter, mask);
      this.#changed();
    };
    // What is wrong with a filter is said to whoever asks for the rows it leaves.
    this.#work.set(key, { stop, done: found.then(inForce, () => inForce()) });
  }
}

/** A mask over more rows; those that are new do not pass yet. */
function extended(mask: Uint8Array, rowCount: number): Uint8Array {
  if (mask.length === rowCount) return mask;
  const longer = new Uint8Array(rowCount);
  longer.set(mask.subarray(0, rowCount));
  return longer;
}
