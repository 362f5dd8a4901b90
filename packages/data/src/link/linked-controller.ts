import type { YztError } from '@yizhangtu/base/errors';
import { LinkController, type LinkKind } from '@yizhangtu/base/link';
import type { ReactiveController } from 'lit';
import { DatasetLoader } from '../loader/loader.js';
import type { Dataset } from '../model/dataset.js';
import { rowsAreHere, type DatasetLike } from '../model/dataset-like.js';
import type { DatasetChange } from '../model/types.js';
import type { ReadFormat } from '../readers/types.js';
import { holdWorker } from '../worker/client.js';
import type { DatasetElement, DatasetHost, DatasetSource } from './types.js';

/** Name of the link between a dataset and whoever uses it. */
export const DATASET_LINK = 'yzt-dataset';

export interface DatasetControllerOptions<D extends DatasetLike = Dataset> {
  /** What the page asked for, for hosts whose property `dataset` reads back the resolved dataset. Default: `host.dataset`. */
  readonly given?: () => string | DatasetLike | DatasetElement | undefined;
  /** Loading of the host's own data (`src`), or of the rows of a dataset elsewhere that it needs, ended: with what went wrong, or undefined. A shared dataset has told the page itself. */
  readonly onOwnEnd?: (error: YztError | undefined) => void;
  /** Changes that render the host again. Default: data and filter. */
  readonly changes?: readonly DatasetChange[];
  /** Called with every coalesced set of changes, whether or not the host asked to be rendered for them. */
  readonly onChange?: (changes: ReadonlySet<DatasetChange>, dataset: D) => void;
  /** Called when loading begins, goes on or ends, instead of rendering the host again. */
  readonly onState?: () => void;
  /** Called when the host works with another dataset, undefined for none. */
  readonly onDataset?: (dataset: D | undefined, previous: D | undefined) => void;
}

const DEFAULT_CHANGES: readonly DatasetChange[] = ['data', 'filter'];

/** True for an upgraded element that has data for others: a dataset, or a layer with rows of its own. Also one of another copy of the library. */
function isDatasetElement(node: unknown): node is DatasetElement {
  return node instanceof Element && node.localName.startsWith('yzt-') && 'onState' in node && 'dataset' in node;
}

/** True for a dataset, also one made by another copy of the library. */
function isDataset(value: unknown): value is DatasetLike {
  return typeof value === 'object' && value !== null && 'setFilter' in value && 'query' in value && !('nodeType' in value);
}

/** A host that may show data of its own. */
interface OwnSource {
  readonly src?: string | undefined;
  readonly format?: string | undefined;
  readonly encoding?: string | undefined;
}

type Given = string | DatasetLike | DatasetElement | undefined;

function linkKind(given: () => Given): LinkKind<DatasetElement> {
  return {
    name: DATASET_LINK,
    given: () => {
      const value = given();
      return isDatasetElement(value) ? value : undefined;
    },
    id: () => {
      const value = given();
      return typeof value === 'string' && value !== '' ? value : undefined;
    },
    enclosing: false,
    is: isDatasetElement,
    missing: 'dataset-not-found',
  };
}

/** What a controller knows of the dataset its host works with. */
export interface DatasetLink<D extends DatasetLike> {
  readonly dataset: D | undefined;
  readonly loading: boolean;
  readonly error: YztError | undefined;
}

/**
 * Keeps a host on the dataset it works with: a dataset or element given as property, else the element whose id its attribute
 * `dataset` names, however late that comes. Renders the host again when the dataset or its loading state changes.
 */
export abstract class LinkedController<D extends DatasetLike> implements ReactiveController, DatasetLink<D> {
  protected readonly host: DatasetHost;
  protected readonly options: DatasetControllerOptions<D>;
  readonly #link: LinkController<DatasetElement>;
  readonly #given: () => Given;
  #dataset?: D | undefined;
  #source?: DatasetSource;
  #stopDataset?: () => void;
  #stopState?: () => void;
  #connected = false;
  #own?: { readonly loader: DatasetLoader; readonly key: string; readonly release: () => void } | undefined;

  constructor(host: DatasetHost, options: DatasetControllerOptions<D> = {}) {
    this.host = host;
    this.options = options;
    this.#given = options.given ?? (() => (host as { dataset?: Given }).dataset);
    this.#link = new LinkController(host, linkKind(this.#given), () => this.#follow());
    host.addController(this);
  }

  /** Loads the host's own data again, past the cache. Does nothing for a shared dataset. */
  reload(): void {
    const own = this.#own;
    if (own) void this.#load(own.loader, true);
  }

  /** The dataset the host works with; undefined while there is none. Empty while its data is under way. */
  get dataset(): D | undefined {
    return this.#dataset;
  }

  /** The element it comes from; undefined for a dataset given as a property. */
  get element(): DatasetElement | undefined {
    return this.#link.target;
  }

  /** True while data is under way. */
  get loading(): boolean {
    return this.#source?.loading ?? false;
  }

  /** Part that has arrived, 0 to 1; undefined while unknown. */
  get progress(): number | undefined {
    return this.#source?.progress;
  }

  /** What went wrong with the data last. The dataset has told the page; the host only shows the sentence. */
  get error(): YztError | undefined {
    const dataset = this.#dataset;
    // Answers that are there stay while an engine is in trouble; whoever asks it hears of that by the question.
    const answered = dataset && !rowsAreHere(dataset) && dataset.columns.length > 0;
    return answered ? undefined : this.#source?.error;
  }

  /** What the host works with, of the dataset it names; undefined as long as that is not there. */
  protected abstract reached(dataset: DatasetLike | undefined): D | undefined;

  hostConnected(): void {
    this.#connected = true;
    this.#follow();
  }

  hostDisconnected(): void {
    this.#connected = false;
    // A move within the page is a removal and an insertion in one task: let go only if it was no move.
    queueMicrotask(() => {
      if (!this.#connected) this.#follow();
    });
  }

  hostUpdate(): void {
    if (this.#connected) this.#follow();
  }

  #follow(): void {
    const value = this.#connected ? this.#given() : undefined;
    const given = isDataset(value) ? value : undefined;
    // An attribute that was taken off leaves null.
    const named = (value ?? '') !== '';
    const own = this.#connected && !named && !!this.#wanted.src;
    const source = given || !this.#connected ? undefined : (this.#link.target ?? (own ? this.#ownLoader() : undefined));
    if (source !== this.#own?.loader) this.#endOwn();
    this.#followSource(source);
    const found = given ?? source?.dataset;
    this.#followDataset(this.reached(found));
  }

  get #wanted(): OwnSource {
    return this.host as OwnSource;
  }

  /** The loader of the host's own data. One loader for all addresses, so that filters stay when the address changes. */
  #ownLoader(): DatasetLoader {
    const { src, format, encoding } = this.#wanted;
    const key = JSON.stringify([src, format, encoding]);
    if (this.#own?.key === key) return this.#own.loader;
    const loader = this.#own?.loader ?? new DatasetLoader(this.host);
    loader.onAgain = () => void this.#load(loader, true);
    this.#own = { loader, key, release: this.#own?.release ?? holdWorker() };
    void this.#load(loader, false);
    return loader;
  }

  async #load(loader: DatasetLoader, fresh: boolean): Promise<void> {
    const { src, format, encoding } = this.#wanted;
    const options = { ...(format && { format: format as ReadFormat }), ...(encoding && { encoding }) };
    const outcome = await loader.load({ src, options, fresh });
    if (outcome !== 'stale') this.options.onOwnEnd?.(loader.error);
  }

  #endOwn(): void {
    this.#own?.loader.cancel();
    this.#own?.release();
    this.#own = undefined;
  }

  #followSource(source: DatasetSource | undefined): void {
    if (source === this.#source) return;
    this.#stopState?.();
    this.#source = source;
    this.#stopState = source?.onState(() => this.stateChanged());
    this.host.requestUpdate();
  }

  /** Loading began, went on or ended. */
  protected stateChanged(): void {
    if (this.options.onState) this.options.onState();
    else this.host.requestUpdate();
  }

  #followDataset(dataset: D | undefined): void {
    if (dataset === this.#dataset) return;
    const previous = this.#dataset;
    this.#stopDataset?.();
    this.#dataset = dataset;
    this.#stopDataset = dataset?.subscribe((changes) => this.#changed(changes, dataset), this.host);
    this.options.onDataset?.(dataset, previous);
    this.host.requestUpdate();
  }

  #changed(changes: ReadonlySet<DatasetChange>, dataset: D): void {
    const wanted = this.options.changes ?? DEFAULT_CHANGES;
    this.options.onChange?.(changes, dataset);
    if (wanted.some((change) => changes.has(change))) this.host.requestUpdate();
  }
}
