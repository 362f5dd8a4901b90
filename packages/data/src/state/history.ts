/** Steps of filtering, back and forth. */
import type { DatasetLike } from '../model/dataset-like.js';
import type { Filter } from '../model/query-types.js';

type Filters = ReadonlyMap<string, Filter>;

/** How steps are told apart. */
export interface HistoryOptions {
  /** Changes of one filter that follow each other within so many ms are one step: a drag, a word being typed. Default 500. */
  readonly pauseMs?: number;
  /** Steps that are remembered. Default 100. */
  readonly most?: number;
  /** The clock, in ms. */
  readonly now?: () => number;
}

/** Remembers the filters of a dataset, so that people can go back a step. Ends with `end()`. */
export class FilterHistory {
  readonly #dataset: DatasetLike;
  readonly #pauseMs: number;
  readonly #most: number;
  readonly #now: () => number;
  readonly #stop: () => void;
  readonly #listeners = new Set<() => void>();
  #past: Filters[] = [];
  #future: Filters[] = [];
  #current: Filters;
  /** The one filter the last step changed, and when. */
  #last: { readonly key: string; readonly at: number } | undefined;
  #held = 0;
  /** Where the step began that is held. */
  #before: Filters | undefined;

  constructor(dataset: DatasetLike, options: HistoryOptions = {}) {
    this.#dataset = dataset;
    this.#pauseMs = options.pauseMs ?? 500;
    this.#most = options.most ?? 100;
    this.#now = options.now ?? (() => performance.now());
    this.#current = dataset.filters;
    this.#stop = dataset.subscribe((changes) => {
      if (changes.has('filter')) this.#record();
    });
  }

  /** True if there is a step to go back. */
  get canUndo(): boolean {
    this.#record();
    return this.#past.length > 0 || this.#before !== undefined;
  }

  /** True if a step was undone and nothing was changed since. */
  get canRedo(): boolean {
    this.#record();
    return this.#future.length > 0;
  }

  /** Goes back a step. False if there is none. */
  undo(): boolean {
    this.#record();
    this.#closeStep();
    return this.#travel(this.#past, this.#future);
  }

  /** Goes forth a step that was undone. False if there is none. */
  redo(): boolean {
    this.#record();
    return this.#travel(this.#future, this.#past);
  }

  /** Makes everything one step until the function it returns is called: from the beginning of a drag to its end. */
  hold(): () => void {
    this.#record();
    this.#held++;
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      this.#record();
      if (--this.#held === 0) this.#closeStep();
    };
  }

  /** Forgets all steps. The filters stay. */
  clear(): void {
    this.#record();
    [this.#past, this.#future, this.#before, this.#last] = [[], [], undefined, undefined];
    this.#tell();
  }

  /** Calls `listener` when there are other steps. Returns the function that ends it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Lets go of the dataset. */
  end(): void {
    this.#stop();
    this.#listeners.clear();
  }

  #record(): void {
    const { filters } = this.#dataset;
    const before = this.#current;
    if (filters === before) return;
    this.#current = filters;
    const keys = changedKeys(before, filters);
    if (keys.length === 0) return;
    this.#future = [];
    if (this.#held > 0) {
      this.#before ??= before;
      this.#tell();
      return;
    }
    const key = keys.length === 1 ? keys[0] : undefined;
    const at = this.#now();
    const goesOn = key !== undefined && this.#last?.key === key && at - this.#last.at <= this.#pauseMs;
    this.#last = key === undefined ? undefined : { key, at };
    if (!goesOn) this.#push(before);
    this.#tell();
  }

  #push(filters: Filters): void {
    this.#past.push(filters);
    if (this.#past.length > this.#most) this.#past.shift();
  }

  #closeStep(): void {
    const before = this.#before;
    this.#before = undefined;
    this.#last = undefined;
    // A drag that ends where it began is no step.
    if (before && changedKeys(before, this.#current).length > 0) this.#push(before);
    if (before) this.#tell();
  }

  #travel(from: Filters[], to: Filters[]): boolean {
    const target = from.pop();
    if (!target) return false;
    to.push(this.#current);
    for (const key of changedKeys(this.#current, target)) this.#dataset.setFilter(key, target.get(key));
    this.#current = this.#dataset.filters;
    this.#last = undefined;
    this.#tell();
    return true;
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Keys whose filters differ. */
function changedKeys(a: Filters, b: Filters): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((key) => JSON.stringify(a.get(key)) !== JSON.stringify(b.get(key)));
}
