import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { YztError } from '@yizhangtu/base/errors';
import type { DatasetLoader } from '@yizhangtu/data/loader';
import type { Dataset } from '@yizhangtu/data/model';

/** What a layer asks for when it names its data itself. */
export interface PrivateSource {
  readonly src: string | undefined;
  readonly format: string | undefined;
  readonly encoding: string | undefined;
}

/** An element that may load data of its own. */
export interface PrivateDataHost extends Element, ReactiveControllerHost {
  /** What to load; undefined while the element works with a shared dataset. */
  readonly privateSource: PrivateSource | undefined;
}

/**
 * Data that belongs to one layer: the same loader as `<yzt-dataset>`, without an element. The loader's code is fetched only by pages
 * that use it.
 */
export class PrivateData implements ReactiveController {
  readonly #host: PrivateDataHost;
  readonly #ended: (error: YztError | undefined) => void;
  #loader?: DatasetLoader | undefined;
  #wanted = '';
  #connected = false;
  #release?: () => void;

  /** @param ended Called when loading has ended: with what went wrong, or undefined. */
  constructor(host: PrivateDataHost, ended: (error: YztError | undefined) => void) {
    this.#host = host;
    this.#ended = ended;
    host.addController(this);
  }

  /** The rows; undefined without a source, empty while they are under way. */
  get dataset(): Dataset | undefined {
    return this.#loader?.dataset;
  }

  get loading(): boolean {
    return this.#loader?.loading ?? false;
  }

  hostConnected(): void {
    this.#connected = true;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connected = false;
    // A move within the page is a removal and an insertion in one task.
    queueMicrotask(() => {
      if (!this.#connected) this.#follow();
    });
  }

  hostUpdate(): void {
    this.#follow();
  }

  #follow(): void {
    const source = this.#connected ? this.#host.privateSource : undefined;
    const wanted = source ? JSON.stringify(source) : '';
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    if (source) void this.#load(source, wanted);
    else this.#end();
  }

  async #load(source: PrivateSource, wanted: string): Promise<void> {
    const [{ DatasetLoader: Loader }, { holdWorker }] = await Promise.all([import('@yizhangtu/data/loader'), import('@yizhangtu/data/worker')]);
    if (wanted !== this.#wanted) return;
    this.#release ??= holdWorker();
    this.#loader ??= this.#listenTo(new Loader(this.#host));
    const options = { ...(source.format && { format: source.format as 'geojson' | 'csv' }), ...(source.encoding && { encoding: source.encoding }) };
    const outcome = await this.#loader.load({ src: source.src, options });
    if (outcome !== 'stale' && wanted === this.#wanted) this.#ended(this.#loader?.error);
  }

  #listenTo(loader: DatasetLoader): DatasetLoader {
    loader.onState(() => this.#host.requestUpdate());
    return loader;
  }

  #end(): void {
    this.#loader?.cancel();
    this.#loader = undefined;
    this.#release?.();
    this.#release = undefined;
    this.#host.requestUpdate();
  }
}
