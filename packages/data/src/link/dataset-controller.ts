import type { YztError } from '@yizhangtu/base/errors';
import { LinkController, type LinkKind } from '@yizhangtu/base/link';
import type { ReactiveController } from 'lit';
import { Dataset } from '../model/dataset.js';
import type { DatasetChange } from '../model/types.js';
import type { DatasetElement, DatasetHost, DatasetSource } from './types.js';

/** Name of the link between a dataset and whoever uses it. */
export const DATASET_LINK = 'yzt-dataset';

export interface DatasetControllerOptions {
  /** What the page asked for, for hosts whose property `dataset` reads back the resolved dataset. Default: `host.dataset`. */
  readonly given?: () => string | Dataset | DatasetElement | undefined;
  /** Changes that render the host again. Default: data and filter. */
  readonly changes?: readonly DatasetChange[];
  /** Called with every coalesced set of changes, whether or not the host asked to be rendered for them. */
  readonly onChange?: (changes: ReadonlySet<DatasetChange>, dataset: Dataset) => void;
  /** Called when the host works with another dataset, undefined for none. */
  readonly onDataset?: (dataset: Dataset | undefined, previous: Dataset | undefined) => void;
}

const DEFAULT_CHANGES: readonly DatasetChange[] = ['data', 'filter'];

/** True for an upgraded `<yzt-dataset>`, also one of another copy of the library. */
function isDatasetElement(node: unknown): node is DatasetElement {
  return node instanceof Element && node.localName === 'yzt-dataset' && 'onState' in node;
}

/** True for a dataset, also one made by another copy of the library. */
function isDataset(value: unknown): value is Dataset {
  return value instanceof Dataset || (typeof value === 'object' && value !== null && 'setFilter' in value && 'passing' in value && !('nodeType' in value));
}

type Given = string | Dataset | DatasetElement | undefined;

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

/**
 * Keeps a host on the dataset it works with: a `Dataset` or element given as property, else the `<yzt-dataset>` whose id its
 * attribute `dataset` names, however late that comes. Renders the host again when the dataset or its loading state changes.
 */
export class DatasetController implements ReactiveController {
  readonly #host: DatasetHost;
  readonly #options: DatasetControllerOptions;
  readonly #link: LinkController<DatasetElement>;
  readonly #given: () => Given;
  #dataset?: Dataset;
  #source?: DatasetSource;
  #stopDataset?: () => void;
  #stopState?: () => void;
  #connected = false;

  constructor(host: DatasetHost, options: DatasetControllerOptions = {}) {
    this.#host = host;
    this.#options = options;
    this.#given = options.given ?? (() => (host as { dataset?: Given }).dataset);
    this.#link = new LinkController(host, linkKind(this.#given), () => this.#follow());
    host.addController(this);
  }

  /** The dataset the host works with; undefined while there is none. Empty while its data is under way. */
  get dataset(): Dataset | undefined {
    return this.#dataset;
  }

  /** The `<yzt-dataset>` it comes from; undefined for a dataset given as a property. */
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
    return this.#source?.error;
  }

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
    const source = this.#connected ? this.#link.target : undefined;
    const value = this.#connected ? this.#given() : undefined;
    const given = isDataset(value) ? value : undefined;
    this.#followSource(given ? undefined : source);
    this.#followDataset(given ?? source?.dataset);
  }

  #followSource(source: DatasetSource | undefined): void {
    if (source === this.#source) return;
    this.#stopState?.();
    this.#source = source;
    this.#stopState = source?.onState(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }

  #followDataset(dataset: Dataset | undefined): void {
    if (dataset === this.#dataset) return;
    const previous = this.#dataset;
    this.#stopDataset?.();
    this.#dataset = dataset;
    this.#stopDataset = dataset?.subscribe((changes) => this.#changed(changes, dataset));
    this.#options.onDataset?.(dataset, previous);
    this.#host.requestUpdate();
  }

  #changed(changes: ReadonlySet<DatasetChange>, dataset: Dataset): void {
    const wanted = this.#options.changes ?? DEFAULT_CHANGES;
    this.#options.onChange?.(changes, dataset);
    if (wanted.some((change) => changes.has(change))) this.#host.requestUpdate();
  }
}
