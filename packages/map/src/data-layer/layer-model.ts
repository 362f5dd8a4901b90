import type { YztError } from '@yizhangtu/base/errors';
import type { Dataset } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';
import { codeMissing } from '../shared/code-missing.js';
import type { Engine } from './engine-door.js';
import type { UsableSymbology } from './usable-symbology.js';

/** What the model needs of its layer. */
export interface ModelHost {
  readonly localName: string;
  readonly fail: (error: YztError) => void;
  readonly clearError: () => void;
  /** What was waited for is there. */
  readonly ready: () => void;
  /** Adds what only this kind of layer has. */
  readonly marked: (model: Symbology) => Symbology;
}

/** What a symbology is made from. */
function keyOf(dataset: Dataset | undefined, spec: string, marks: string): readonly unknown[] {
  return dataset ? [dataset, dataset.version, dataset.schema, spec, marks] : [];
}

/** The symbology of a layer, made anew when what it is made from has changed. */
export class LayerModel {
  readonly #host: ModelHost;
  #key: readonly unknown[] = [];
  #model?: Symbology | undefined;
  #failed = false;
  #pending?: Promise<void> | undefined;
  /** The code did not load: not asked for with every frame. */
  #lost = false;

  constructor(host: ModelHost) {
    this.#host = host;
  }

  get now(): Symbology | undefined {
    return this.#model;
  }

  /** Resolves when the code of the symbology is there; undefined if nothing is waited for. */
  get pending(): Promise<void> | undefined {
    return this.#pending;
  }

  /** True if what the symbology is made from has changed. */
  differs(dataset: Dataset | undefined, spec: string, marks: string): boolean {
    const key = keyOf(dataset, spec, marks);
    return key.length !== this.#key.length || key.some((part, index) => part !== this.#key[index]);
  }

  /**
   * True if the symbology is another one now. Where its code is still coming, the last one stays.
   * @param made The symbology, where it has been made in steps.
   */
  renew(engine: Engine, dataset: Dataset | undefined, spec: string, marks: string, made?: Symbology): boolean {
    if (!this.differs(dataset, spec, marks)) return false;
    const code = dataset && !this.#lost ? engine.symbologyCode(spec) : undefined;
    if (code) {
      this.#wait(code);
      return false;
    }
    this.#key = keyOf(dataset, spec, marks);
    this.#model = dataset && this.#host.marked(this.#modelOf(engine, spec, dataset, made));
    return true;
  }

  #wait(code: Promise<unknown>): void {
    this.#pending ??= code.then(
      () => this.#came(),
      (reason: unknown) => {
        this.#lost = true;
        this.#host.fail(codeMissing(this.#host, reason));
        this.#came();
      },
    );
  }

  #came(): void {
    this.#pending = undefined;
    this.#host.ready();
  }

  /** A spec that cannot be used is said, and the rows are drawn all alike. */
  #modelOf(engine: Engine, spec: string, dataset: Dataset, made?: Symbology): Symbology {
    const { localName, fail, clearError } = this.#host;
    const { model, error }: UsableSymbology = made?.spec === spec ? { model: made } : engine.usableSymbology(spec, dataset, localName);
    // What did not load has been said.
    if (this.#lost && error) return model;
    if (error) fail(error);
    else if (this.#failed) clearError();
    this.#failed = error !== undefined;
    return model;
  }
}
