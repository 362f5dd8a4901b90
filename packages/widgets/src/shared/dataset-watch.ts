import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { rowsAreHere, type DatasetChange, type DatasetLike } from '@yizhangtu/data/model';

/**
 * Renders its host again when any of several datasets changes. For widgets that read the datasets of all layers of a map;
 * a widget with one dataset of its own uses `DatasetController`. While a filter that takes longer is being looked for, a host that counts
 * what passes has the attribute `stale`.
 */
export class DatasetWatch implements ReactiveController {
  readonly #changes: ReadonlySet<DatasetChange>;
  readonly #host: ReactiveControllerHost;
  readonly #tell: (dataset: DatasetLike) => void;
  readonly #watched = new Map<DatasetLike, () => void>();
  #wanted: readonly DatasetLike[] = [];
  #connected = false;
  #marked = false;

  /**
   * @param changes The kinds of change that matter to the host.
   * @param onChange What to do then. Default: the host renders again.
   */
  constructor(
    host: ReactiveControllerHost,
    changes: readonly DatasetChange[],
    onChange: (dataset: DatasetLike) => void = () => host.requestUpdate(),
  ) {
    this.#changes = new Set(changes);
    this.#host = host;
    this.#tell = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    this.#sync();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#sync();
  }

  /** Watches exactly these datasets from now on. */
  watch(datasets: Iterable<DatasetLike | undefined>): void {
    const wanted = new Set<DatasetLike>();
    for (const dataset of datasets) if (dataset) wanted.add(dataset);
    this.#wanted = [...wanted];
    this.#sync();
  }

  /** A filter of one of them is being looked for: what is counted is by the one before it. */
  get filtering(): boolean {
    return this.#changes.has('filter') && this.#wanted.some((dataset) => rowsAreHere(dataset) && dataset.filtering !== undefined);
  }

  hostUpdated(): void {
    const stale = this.filtering;
    if (stale === this.#marked || !(this.#host instanceof Element)) return;
    this.#marked = stale;
    this.#host.toggleAttribute('stale', stale);
  }

  #sync(): void {
    const wanted = new Set(this.#connected ? this.#wanted : []);
    this.#watched.forEach((stop, dataset) => {
      if (wanted.has(dataset)) return;
      stop();
      this.#watched.delete(dataset);
    });
    for (const dataset of wanted) {
      if (!this.#watched.has(dataset))
        this.#watched.set(
          dataset,
          dataset.subscribe((changes) => this.#onChange(dataset, changes), this.#host),
        );
    }
  }

  #onChange(dataset: DatasetLike, changes: ReadonlySet<DatasetChange>): void {
    for (const change of changes) {
      if (!this.#changes.has(change)) continue;
      this.#tell(dataset);
      return;
    }
  }
}
