import type { YztError } from '@yizhangtu/base/errors';
import type { Dataset } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';
import { codeMissing } from '../shared/code-missing.js';
import type { Engine } from './engine-door.js';
import type { UsableSymbology } from './usable-symbology.js';

/** What a symbology is made from. */
interface ModelKey {
  readonly dataset: Dataset;
  readonly version: number;
  readonly schema: unknown;
  readonly spec: string;
  readonly marks: string;
}

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

function keyOf(dataset: Dataset | undefined, spec: string, marks: string): ModelKey | undefined {
  return dataset && { dataset, version: dataset.version, schema: dataset.schema, spec, marks };
}

function same(a: ModelKey | undefined, b: ModelKey | undefined): boolean {
  if (!a || !b) return a === b;
  return a.dataset === b.dataset && a.version === b.version && a.schema === b.schema && a.spec === b.spec && a.marks === b.marks;
}

/** The symbology of a layer, made anew when what it is made from has changed. */
export class LayerModel {
  readonly #host: ModelHost;
  #key?: ModelKey | undefined;
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
    return !same(keyOf(dataset, spec, marks), this.#key);
  }

  /**
   * True if the symbology is another one now. Where its code is still coming, the last one stays.
   * @param made The symbology, where it has been made in steps.
   */
  renew(engine: Engine, dataset: Dataset | undefined, spec: string, marks: string, made?: Symbology): boolean {
    if (!this.differs(dataset, spec, marks)) return false;
    const key = keyOf(dataset, spec, marks);
    const code = key && !this.#lost ? engine.symbologyCode(spec) : undefined;
    if (code) {
      this.#wait(code);
      return false;
    }
    this.#key = key;
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
