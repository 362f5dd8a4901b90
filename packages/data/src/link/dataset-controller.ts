import { asYztError, YztError } from '@yizhangtu/base/errors';
import type { Dataset } from '../model/dataset.js';
import { rowsAreHere, wholeOf, type DatasetLike } from '../model/dataset-like.js';
import type { RemoteDataset } from '../remote/remote-dataset.js';
import type { FetchedRows } from '../remote-rows/fetched-rows.js';
import type { RowsNeed } from '../remote-rows/needed-rows.js';
import { LinkedController, type DatasetControllerOptions } from './linked-controller.js';
import type { DatasetHost } from './types.js';

/** What a view says that needs the rows themselves, of data whose rows are elsewhere. */
export function needsRows(tag: string): YztError {
  return new YztError('needs-rows', {
    zh: `<${tag}>：需要逐行数据，而这个数据集的行在服务器上。请改用图层、图表等视图，或用 <yzt-dataset> 载入较小的数据。`,
    en: `<${tag}> needs the rows themselves, and those of this dataset stay with its server. Use layers, charts and lists, or load a smaller set with <yzt-dataset>.`,
  });
}

/** What a view that reads rows says of those it needs. */
export interface RowsControllerOptions extends DatasetControllerOptions<Dataset> {
  /** Which rows of a dataset elsewhere must be here. Default: those that pass all filters. */
  readonly need?: (whole: DatasetLike) => RowsNeed;
}

/** For views that read rows: they work with data that is in the page, and with rows of data elsewhere that come here, see `FetchedRows`. */
export class DatasetController extends LinkedController<Dataset> {
  readonly #need: RowsControllerOptions['need'];
  #whole?: DatasetLike | undefined;
  #rows?: FetchedRows | undefined;
  #failed?: YztError | undefined;
  #said?: YztError | undefined;

  constructor(host: DatasetHost, options: RowsControllerOptions = {}) {
    super(host, options);
    this.#need = options.need;
  }

  override get loading(): boolean {
    return super.loading || (this.#rows ? this.#rows.loading : this.#whole !== undefined && !this.#failed);
  }

  override get error(): YztError | undefined {
    return this.#failed ?? this.#rows?.error ?? super.error;
  }

  /** True once rows are here, or it is known that none passes. */
  get ready(): boolean {
    const { dataset } = this;
    if (!dataset) return false;
    return dataset.rowCount > 0 || (this.#rows !== undefined && !this.#rows.loading && !this.#rows.error && wholeOf(dataset).rowCount > 0);
  }

  protected override reached(dataset: DatasetLike | undefined): Dataset | undefined {
    if (!dataset || rowsAreHere(dataset)) {
      this.#leave();
      return dataset;
    }
    if (dataset !== this.#whole) void this.#enter(dataset);
    this.#rows?.want(this.#need?.(dataset) ?? {});
    return this.#rows;
  }

  #leave(): void {
    this.#rows?.end();
    this.#whole = this.#rows = this.#failed = this.#said = undefined;
  }

  #told(): void {
    const { error } = this.#rows ?? {};
    if (error !== this.#said) this.options.onOwnEnd?.(error);
    this.#said = error;
    this.stateChanged();
  }

  async #enter(whole: DatasetLike): Promise<void> {
    this.#leave();
    this.#whole = whole;
    try {
      const { FetchedRows } = await import('../remote-rows/fetched-rows.js');
      if (whole === this.#whole) this.#rows = new FetchedRows(whole as RemoteDataset, this.host, () => this.#told());
    } catch (reason) {
      if (whole === this.#whole) this.#failed = asYztError(reason, 'network', { zh: '读取服务器数据的代码加载失败，请检查网络。', en: 'The code that reads data of a server did not load. Check the network.' });
    }
    this.host.requestUpdate();
  }
}

/** For views that only ask questions: they work with data wherever it is. */
export class DatasetLikeController extends LinkedController<DatasetLike> {
  protected override reached(dataset: DatasetLike | undefined): DatasetLike | undefined {
    return dataset;
  }
}
