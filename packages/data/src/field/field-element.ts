import { css, type PropertyValues, type ReactiveControllerHost } from 'lit';
import { property } from 'lit/decorators.js';
import { YztElement } from '@yizhangtu/base/element';
import { asYztError, YztError } from '@yizhangtu/base/errors';
import { LinkController, type LinkKind } from '@yizhangtu/base/link';
import { DATASET_LINK } from '../link/linked-controller.js';
import type { DatasetElement } from '../link/types.js';
import type { DatasetLike } from '../model/dataset-like.js';
import type { DerivedColumn } from '../model/derived-columns.js';
import type { FieldSchema } from '../model/types.js';

/** A dataset that a field may belong to: the element around it, or one named by its id. */
const LINK: LinkKind<DatasetElement, FieldElement> = {
  name: DATASET_LINK,
  given: () => undefined,
  id: (field) => (typeof field.dataset === 'string' && field.dataset !== '' ? field.dataset : undefined),
  enclosing: true,
  is: (node): node is DatasetElement => node instanceof Element && 'onState' in node && 'dataset' in node,
  missing: 'dataset-not-found',
};

/** Base of elements that are a further field of a dataset: inside it, or beside it by its id. What the field holds is up to the element. */
export abstract class FieldElement extends YztElement {
  static override styles = css`
    :host {
      display: none;
    }
  `;

  /** Id of the dataset, for a field that stands outside of it. Default: the dataset around it. */
  @property() override dataset: string | DatasetLike | undefined;

  /** Name of the field, as layers and charts name it. A field of the data of the same name is replaced. */
  @property() name?: string;

  /** Name of the field for people. Default: its name. */
  @property() label?: string;

  /** The same in English. Default: `label`. */
  @property({ attribute: 'label-en' }) labelEn?: string;

  /** Unit behind its numbers: `公顷`. */
  @property() unit?: string;

  /** Digits after the decimal point. */
  @property({ type: Number }) digits?: number;

  #target?: DatasetLike | undefined;
  #defined?: string | undefined;
  #column?: DerivedColumn | undefined;
  #stop?: (() => void) | undefined;
  #said?: YztError | undefined;
  readonly #link = new LinkController<DatasetElement, FieldElement & ReactiveControllerHost>(this, LINK, () => this.requestUpdate());

  /** How the field is worked out; the same object until that changes. Undefined while it cannot be. @throws YztError for what never can. */
  protected abstract definition(schema: FieldSchema): DerivedColumn | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move is a removal and an insertion in one task.
    queueMicrotask(() => {
      if (!this.isConnected) this.#follow(undefined);
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.isConnected) return;
    const given = typeof this.dataset === 'object' ? this.dataset : this.#link.target?.dataset;
    const another = given !== this.#target;
    if (another) this.#follow(given);
    this.#define(another);
  }

  /** The dataset the field belongs to; undefined while there is none. */
  protected get target(): DatasetLike | undefined {
    return this.#target;
  }

  #follow(dataset: DatasetLike | undefined): void {
    this.#stop?.();
    this.#undefine();
    this.#target = dataset;
    this.#stop = dataset?.subscribe((changes) => changes.has('data') && this.#check());
  }

  #undefine(): void {
    if (this.#defined !== undefined) this.#target?.underive(this.#defined);
    this.#defined = undefined;
    this.#column = undefined;
  }

  get #schema(): FieldSchema {
    const { name = '', label, labelEn, unit, digits } = this;
    return {
      name,
      // A field that says what it is is listed by tables, popups and query builders.
      label: { zh: label || name, en: labelEn || label || name },
      ...(unit && { unit }),
      ...(typeof digits === 'number' && Number.isFinite(digits) && { digits }),
    };
  }

  /** Gives the field to its dataset, and those after it again, which may use it. */
  #define(another: boolean): void {
    const [dataset, { name }] = [this.#target, this];
    if (this.#defined !== name) this.#undefine();
    let column: DerivedColumn | undefined;
    try {
      column = dataset && name ? this.definition(this.#schema) : undefined;
    } catch (reason) {
      this.#undefine();
      this.#say(asYztError(reason, 'bad-expression', { zh: '无法使用。', en: 'it cannot be used.' }));
      return;
    }
    if (!another && column === this.#column) return;
    if (!dataset || !column) {
      this.#undefine();
      return;
    }
    dataset.derive(column);
    this.#defined = name;
    this.#column = column;
    this.#check();
    for (const later of this.#later()) later.#again();
  }

  /** Fields of the same dataset that stand after this one. */
  #later(): FieldElement[] {
    const all = [...(this.parentElement?.children ?? [])].filter((one): one is FieldElement => one instanceof FieldElement);
    return all.slice(all.indexOf(this) + 1);
  }

  /** Puts the field behind those that were defined before it. */
  #again(): void {
    if (this.#defined === undefined || !this.#column || !this.#target) return;
    this.#target.underive(this.#defined);
    this.#target.derive(this.#column);
    this.#check();
  }

  /** What is wrong is only known where there are rows. */
  #check(): void {
    const error = this.#defined === undefined ? undefined : this.#target?.derivedError(this.#defined);
    if (error) this.#say(error);
    else if (this.#defined !== undefined) this.quiet();
  }

  /** What was wrong is wrong no more. */
  protected quiet(): void {
    this.#said = undefined;
    this.clearError();
  }

  #say(error: YztError): void {
    const plain = `<${this.localName}>`;
    const tag = `<${this.localName} name="${this.name ?? ''}">`;
    const tagged = (words: string, colon: string): string => (words.startsWith(plain) ? `${tag}${words.slice(plain.length)}` : `${tag}${colon}${words}`);
    const text = { zh: tagged(error.text.zh, '：'), en: tagged(error.text.en, ': ') };
    if (this.#said?.text.zh === text.zh) return;
    this.#said = new YztError(error.code, text, { cause: error });
    this.fail(this.#said);
  }
}
