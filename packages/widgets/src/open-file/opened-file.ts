/** One source that a person has opened: where its rows go, how it is read, and what came of it. */
import type { YztError } from '@yizhangtu/base/errors';
import type { YztDataset } from '@yizhangtu/data/dataset';
import { DatasetLoader } from '@yizhangtu/data/loader';
import type { Dataset } from '@yizhangtu/data/model';
import type { LayerElement } from '@yizhangtu/map/layer';
import type { ReadChoices } from './read-words.js';

/** Where the rows of a file go. */
export interface FileTarget {
  readonly dataset: Dataset;
  readonly loading: boolean;
  readonly progress: number | undefined;
  readonly error: YztError | undefined;
  /** Loads; true when the rows are there. */
  load(files: readonly File[], choices: ReadChoices): Promise<boolean>;
  cancel(): void;
}

/** A dataset of its own, for a new layer. */
export class OwnTarget implements FileTarget {
  readonly #loader: DatasetLoader;

  constructor(subject: Element, onState: () => void) {
    this.#loader = new DatasetLoader(subject);
    this.#loader.onState(onState);
  }

  get dataset(): Dataset {
    return this.#loader.dataset;
  }

  get loading(): boolean {
    return this.#loader.loading;
  }

  get progress(): number | undefined {
    return this.#loader.progress;
  }

  get error(): YztError | undefined {
    return this.#loader.error;
  }

  async load(files: readonly File[], options: ReadChoices): Promise<boolean> {
    return (await this.#loader.load({ data: [...files], options })) === 'loaded';
  }

  cancel(): void {
    this.#loader.cancel();
  }
}

/** A `<yzt-dataset>` of the page: everything that names it shows the file. */
export class PageTarget implements FileTarget {
  readonly #element: YztDataset;
  readonly #onState: () => void;

  constructor(element: YztDataset, onState: () => void) {
    this.#element = element;
    this.#onState = onState;
  }

  get dataset(): Dataset {
    return this.#element.dataset;
  }

  get loading(): boolean {
    return this.#element.loading;
  }

  get progress(): number | undefined {
    return this.#element.progress;
  }

  get error(): YztError | undefined {
    return this.#element.error;
  }

  load(files: readonly File[], { encoding, crs, layer }: ReadChoices): Promise<boolean> {
    const element = this.#element;
    // Assignments before one update: the element reads once.
    Object.assign(element, { encoding, crs, layer, format: undefined, data: [...files] });
    element.addEventListener('yzt-progress', this.#onState);
    return new Promise<boolean>((resolve) => {
      const end = (event: Event): void => {
        if (event.target !== element) return;
        for (const name of ['yzt-load', 'yzt-error']) element.removeEventListener(name, end);
        element.removeEventListener('yzt-progress', this.#onState);
        // The sentence stands beside the file; once is enough.
        if (event.type === 'yzt-error') event.preventDefault();
        resolve(event.type === 'yzt-load');
      };
      for (const name of ['yzt-load', 'yzt-error']) element.addEventListener(name, end);
    });
  }

  cancel(): void {
    this.#element.cancel();
  }
}

/** A source in the list of the element. */
export class OpenedFile {
  readonly name: string;
  readonly files: readonly File[];
  readonly target: FileTarget;
  /** Layers that were made for it. */
  layers: readonly LayerElement[] = [];
  choices: ReadChoices = {};
  /** True once rows have been read. */
  done = false;

  constructor(name: string, files: readonly File[], target: FileTarget) {
    this.name = name;
    this.files = files;
    this.target = target;
  }

  /** Reads the files as chosen. True when the rows are there. */
  async read(choices: ReadChoices): Promise<boolean> {
    this.choices = choices;
    this.done = await this.target.load(this.files, choices);
    return this.done;
  }

  /** Takes everything of it off the page, but for a dataset of the page itself. */
  close(): void {
    this.target.cancel();
    for (const layer of this.layers) layer.remove();
    this.layers = [];
  }
}
