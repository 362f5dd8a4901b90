import { css, type PropertyValues, type ReactiveControllerHost } from 'lit';
import { property } from 'lit/decorators.js';
import { YztElement } from '@yizhangtu/base/element';
import { asYztError, YztError } from '@yizhangtu/base/errors';
import { LinkController, type LinkKind } from '@yizhangtu/base/link';
import { expressionColumn } from '../expression/expression-column.js';
import { DATASET_LINK } from '../link/dataset-controller.js';
import type { DatasetElement } from '../link/types.js';
import { rowsAreHere } from '../model/dataset-like.js';
import type { Dataset } from '../model/dataset.js';
import type { FieldSchema } from '../model/types.js';

/** A dataset that a field may belong to: the element around it, or one named by its id. */
const LINK: LinkKind<DatasetElement, YztField> = {
  name: DATASET_LINK,
  given: () => undefined,
  id: (field) => (typeof field.dataset === 'string' && field.dataset !== '' ? field.dataset : undefined),
  enclosing: true,
  is: (node): node is DatasetElement => node instanceof Element && 'onState' in node && 'dataset' in node,
  missing: 'dataset-not-found',
};

/** Properties that mean another column. */
const DEFINES = ['name', 'expression', 'label', 'labelEn', 'unit', 'digits'] as const;

/**
 * A field of a dataset that is worked out from others: `<yzt-field name="density" expression="round(people / areaKm2, 1)">` inside a
 * `yzt-dataset`. Layers, filters, charts and tables use it like any other field, and it is worked out again when the data change.
 *
 * It sees what everybody sees: a masked field stays masked. A field may use those written before it.
 * @tag yzt-field
 * @summary A worked-out field of a dataset.
 * @fires yzt-error - The expression cannot be read, or does not fit the data; the field is missing then.
 */
export class YztField extends YztElement {
  static override styles = css`
    :host {
      display: none;
    }
  `;

  /** Id of the dataset, for a field that stands outside of it. Default: the dataset around it. */
  @property() override dataset: string | Dataset | undefined;

  /** Name of the field, as layers and charts name it. A field of the data of the same name is replaced. */
  @property() name?: string;

  /** How it is worked out: `areaM2 / 10000`, `if(built < '2000-01-01', '老', '新')`. */
  @property() expression?: string;

  /** Name of the field for people. Default: its name. */
  @property() label?: string;

  /** The same in English. Default: `label`. */
  @property({ attribute: 'label-en' }) labelEn?: string;

  /** Unit behind its numbers: `公顷`. */
  @property() unit?: string;

  /** Digits after the decimal point. */
  @property({ type: Number }) digits?: number;

  #target?: Dataset | undefined;
  #defined?: string | undefined;
  #stop?: (() => void) | undefined;
  #said?: YztError | undefined;
  readonly #link = new LinkController<DatasetElement, YztField & ReactiveControllerHost>(this, LINK, () => this.requestUpdate());

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

  protected override updated(changed: PropertyValues<YztField>): void {
    super.updated(changed);
    if (!this.isConnected) return;
    const given = typeof this.dataset === 'object' ? this.dataset : this.#link.target?.dataset;
    if (given && !rowsAreHere(given)) {
      this.#say(new YztError('needs-rows', {
        zh: `<yzt-field name="${this.name ?? ''}">：这个数据集的行在服务器上，不能在页面里算字段；请在服务器的表里加这一列。`,
        en: `<yzt-field name="${this.name ?? ''}">: the rows of this dataset stay with its server; add the column to its table.`,
      }));
      return;
    }
    const another = given !== this.#target;
    if (another) this.#follow(given);
    if (another || DEFINES.some((one) => changed.has(one))) this.#define();
  }

  #follow(dataset: Dataset | undefined): void {
    this.#stop?.();
    this.#undefine();
    this.#target = dataset;
    this.#stop = dataset?.subscribe((changes) => changes.has('data') && this.#check());
  }

  #undefine(): void {
    if (this.#defined !== undefined) this.#target?.underive(this.#defined);
    this.#defined = undefined;
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
  #define(): void {
    const { name, expression } = this;
    const dataset = this.#target;
    if (this.#defined !== name) this.#undefine();
    if (!dataset || !name || !expression) {
      this.#undefine();
      return;
    }
    try {
      dataset.derive(expressionColumn(this.#schema, expression));
      this.#defined = name;
    } catch (reason) {
      this.#undefine();
      this.#say(asYztError(reason, 'bad-expression', { zh: '表达式无法使用。', en: 'The expression cannot be used.' }));
      return;
    }
    this.#check();
    for (const later of this.#later()) later.#again();
  }

  /** Fields of the same dataset that stand after this one. */
  #later(): YztField[] {
    const around = this.parentElement;
    if (!around) return [];
    const all = [...around.querySelectorAll<YztField>(`:scope > ${this.localName}`)];
    return all.slice(all.indexOf(this) + 1).filter((one) => one instanceof YztField);
  }

  /** Puts the field behind those that were defined before it. */
  #again(): void {
    if (this.#defined === undefined || !this.expression || !this.#target) return;
    this.#target.underive(this.#defined);
    this.#target.derive(expressionColumn(this.#schema, this.expression));
    this.#check();
  }

  /** What is wrong is only known where there are rows. */
  #check(): void {
    const error = this.#defined === undefined ? undefined : this.#target?.derivedError(this.#defined);
    if (error) this.#say(error);
    else if (this.#defined !== undefined) {
      this.#said = undefined;
      this.clearError();
    }
  }

  #say(error: YztError): void {
    const [zh, en] = [`<yzt-field name="${this.name ?? ''}"> 的${error.text.zh}`, `<yzt-field name="${this.name ?? ''}">: ${error.text.en}`];
    if (this.#said?.text.zh === zh) return;
    this.#said = error.text.zh.startsWith('<yzt-field') ? error : new YztError(error.code, { zh, en }, { cause: error });
    this.fail(this.#said);
  }
}
