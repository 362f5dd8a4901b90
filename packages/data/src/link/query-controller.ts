import { asYztError, type YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Dataset } from '../model/dataset.js';
import type { Answer, DatasetChange, Query } from '../model/types.js';

/** What a view wants to know, and of which dataset. */
export interface QueryNeed {
  readonly dataset?: Dataset | undefined;
  readonly query: Query;
}

/**
 * Answers the question of a view, and asks again when the data or a filter that counts has changed. The question is put anew in every
 * update of the host, so it may depend on any property.
 */
export class QueryController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #need: () => QueryNeed | undefined;
  #dataset?: Dataset;
  #stop?: () => void;
  #asked?: { dataset: Dataset; version: number; schema: unknown; passing: Uint8Array; query: string };
  #answer?: Answer;
  #error?: YztError;

  constructor(host: ReactiveControllerHost, need: () => QueryNeed | undefined) {
    this.#host = host;
    this.#need = need;
    host.addController(this);
  }

  /** The answer; undefined without a dataset or when the question cannot be answered. The same object until it changes. */
  get answer(): Answer | undefined {
    this.#ask();
    return this.#answer;
  }

  /** Why there is no answer: mostly a field the dataset does not have. */
  get error(): YztError | undefined {
    this.#ask();
    return this.#error;
  }

  hostUpdate(): void {
    this.#follow(this.#need()?.dataset);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#follow(undefined);
    this.#forget();
  }

  #follow(dataset: Dataset | undefined): void {
    if (dataset === this.#dataset) return;
    this.#stop?.();
    this.#dataset = dataset;
    this.#stop = dataset?.subscribe((changes) => this.#changed(changes));
  }

  #changed(changes: ReadonlySet<DatasetChange>): void {
    if (changes.has('data') || changes.has('filter')) this.#host.requestUpdate();
  }

  #forget(): void {
    this.#asked = undefined;
    this.#answer = undefined;
    this.#error = undefined;
  }

  #ask(): void {
    const need = this.#need();
    if (!need?.dataset) {
      this.#forget();
      return;
    }
    const { dataset, query } = need;
    const asked = { dataset, version: dataset.version, schema: dataset.schema, passing: dataset.passing(query.ignore), query: JSON.stringify(query) };
    const last = this.#asked;
    if (last && (Object.keys(asked) as (keyof typeof asked)[]).every((part) => asked[part] === last[part])) return;
    this.#asked = asked;
    try {
      this.#answer = dataset.query(query);
      this.#error = undefined;
    } catch (reason) {
      this.#answer = undefined;
      this.#error = asYztError(reason, 'bad-argument', { zh: '无法统计这份数据。', en: 'The data could not be measured.' });
      this.#sayWrong(this.#error);
    }
  }

  /** The sentence stands in the element; its author reads it with the tag. */
  #sayWrong({ code, text }: YztError): void {
    if (!(this.#host instanceof Element)) return;
    const tag = this.#host.localName;
    hint(code, { zh: `<${tag}>:${text.zh}`, en: `<${tag}>: ${text.en}` }, this.#host);
  }
}
